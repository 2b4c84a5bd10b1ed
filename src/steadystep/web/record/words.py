"""The words of the rule and of the pictures in the person's language, for the rooms that ask."""

from __future__ import annotations

import gettext
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language

from steadystep.explain import ENGLISH
from steadystep.web.record.person import preferences

if TYPE_CHECKING:
    from django.http import HttpRequest

    from steadystep.explain import Translations

# The rule's words and the pages' own stand side by side in one folder.
DOMAIN = "steadystep"


@cache
def words_for(language: str) -> Translations:
    """The catalogue of a language for `explain`; English, the language of the msgids, needs none.

    `explain.pictures.picture_words` makes the labels of a picture out of it.
    """
    if language == settings.LANGUAGE_CODE:
        return ENGLISH
    folder = str(settings.LOCALE_PATHS[0])
    return gettext.translation(DOMAIN, folder, languages=[language], fallback=True)


def rule_words() -> Translations:
    """The catalogue for the rule's sentences in the language of this page."""
    return words_for(get_language() or settings.LANGUAGE_CODE)


def words(request: HttpRequest) -> Translations:
    """The same in the language of whoever asks for this page."""
    return words_for(preferences(request).language)
