"""The labels of a picture in the reader's language. The English stands with the picture itself."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from steadystep.charts import Words
from steadystep.core.observations import Unit
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.explain.translations import Translations

# Where a label stands, for translators; the name of each is written beside it in the template.
IN_A_PICTURE = "in a picture"
_FROM_THE_RIGHT = "rtl"


@remembered
def picture_words(words: Translations) -> Words:
    """Every label of a picture, each looked up by its English."""
    labels: dict[str, Any] = {field.name: _label(words, field.default) for field in fields(Words)}
    return Words(**labels)


@remembered
def counted_in(words: Translations, unit: Unit) -> str:
    """What a dose is counted in, after the name of an axis or of a column."""
    return {
        Unit.MINUTES: words.pgettext("counted in", "minutes"),
        Unit.REPS: words.pgettext("counted in", "reps"),
        Unit.STEPS: words.pgettext("counted in", "steps"),
    }[unit]


@remembered
def language(words: Translations) -> str:
    """The code of the catalogue's language, as a page names it."""
    return words.pgettext("the code of your language", "en")


@remembered
def from_the_right(words: Translations) -> bool:
    """Whether the language is written from right to left."""
    return words.pgettext("ltr or rtl: how your language is written", "ltr") == _FROM_THE_RIGHT


def _label(words: Translations, label: object) -> str | tuple[str, ...]:
    """One label, or the twelve months."""
    if isinstance(label, tuple):
        return tuple(words.pgettext(IN_A_PICTURE, one) for one in label)
    return words.pgettext(IN_A_PICTURE, str(label))
