"""The words of the rule and of the pictures in the person's language, for the rooms that ask."""

from __future__ import annotations

import gettext
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language, get_language_bidi

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


def apart(name: str) -> str:
    """A name as a sentence holds it; from right to left, no number after it is drawn into it."""
    return (
        f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}"
        if get_language_bidi()
        else name
    )


def words(request: HttpRequest) -> Translations:
    """The same in the language of whoever asks for this page."""
    return words_for(preferences(request).language)
