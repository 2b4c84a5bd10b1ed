"""The word beside a number of a scale. High is always worse, and the word says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.observations import Symptom
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.explain.translations import Translations

# Where the word changes, in tenths: 0, from 1, from 4, from 7, and 10. A choice; the cuts near 4
# and 7 are those usual for pain in clinics.
_FROM = (0, 10, 40, 70, 100)


@remembered
def scale_word(words: Translations, symptom: Symptom, tenths: int) -> str:
    """The word for an answer; what lies below 1 and above 0 is called as 1 is."""
    return _word_at(tenths, _words(words, symptom))


@remembered
def effort_word(words: Translations, tenths: int) -> str:
    """The word for how hard a movement was."""
    return _word_at(
        tenths,
        (
            words.pgettext("effort", "no effort"),
            words.pgettext("effort", "easy"),
            words.pgettext("effort", "medium"),
            words.pgettext("effort", "hard"),
            words.pgettext("effort", "the most"),
        ),
    )


def _word_at(tenths: int, told: tuple[str, ...]) -> str:
    if 0 < tenths < _FROM[1]:
        return told[1]
    return next(
        word for start, word in reversed(list(zip(_FROM, told, strict=True))) if tenths >= start
    )


def _words(words: Translations, symptom: Symptom) -> tuple[str, ...]:
    return {
        Symptom.PAIN: (
            words.pgettext("pain", "none"),
            words.pgettext("pain", "mild"),
            words.pgettext("pain", "medium"),
            words.pgettext("pain", "strong"),
            words.pgettext("pain", "worst"),
        ),
        Symptom.FATIGUE: (
            words.pgettext("fatigue", "not tired"),
            words.pgettext("fatigue", "a bit tired"),
            words.pgettext("fatigue", "tired"),
            words.pgettext("fatigue", "very tired"),
            words.pgettext("fatigue", "worn out"),
        ),
        Symptom.SLEEP: (
            words.pgettext("sleep", "very good"),
            words.pgettext("sleep", "good"),
            words.pgettext("sleep", "so-so"),
            words.pgettext("sleep", "bad"),
            words.pgettext("sleep", "very bad"),
        ),
    }[symptom]
