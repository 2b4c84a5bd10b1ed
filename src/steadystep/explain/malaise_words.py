"""The words of the malaise screen. They are the instrument's own, and are not to be reworded.

DSQ-PEM, quoted under its CC BY licence. Source: Cotler, Holtzman, Dudun, Jason 2018,
doi 10.3390/diagnostics8030066. A translation of them is a translation, and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.malaise_screen import BANDS_HOURS, NO, YES, Part, PemQuestion
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.explain.translations import Translations

SOURCE = "https://doi.org/10.3390/diagnostics8030066"


@remembered
def item_words(words: Translations, question: PemQuestion) -> str:
    """One item, word for word."""
    return {
        1: words.pgettext("DSQ-PEM", "Dead, heavy feeling after starting to exercise"),
        2: words.pgettext(
            "DSQ-PEM", "Next day soreness or fatigue after non-strenuous, everyday activities"
        ),
        3: words.pgettext("DSQ-PEM", "Mentally tired after the slightest effort"),
        4: words.pgettext("DSQ-PEM", "Minimum exercise makes you physically tired"),
        5: words.pgettext("DSQ-PEM", "Physically drained or sick after mild activity"),
        7: words.pgettext(
            "DSQ-PEM",
            "Do you experience a worsening of your fatigue/energy related illness"
            " after engaging in minimal physical effort?",
        ),
        8: words.pgettext(
            "DSQ-PEM",
            "Do you experience a worsening of your fatigue/energy related illness"
            " after engaging in mental effort?",
        ),
        9: words.pgettext(
            "DSQ-PEM", "If you feel worse after activities, how long does this last?"
        ),
    }[question.item]


@remembered
def part_words(words: Translations, question: PemQuestion) -> str:
    """What is asked about the item, and over which time; nothing where the item asks itself."""
    return {
        Part.OFTEN: words.gettext("In the past 6 months: how often?"),
        Part.STRONG: words.gettext("In the past 6 months: how severe?"),
        Part.YES_OR_NO: words.gettext("“Illness” can be your fibromyalgia here."),
        Part.HOURS: "",
    }[question.part]


@remembered
def answer_words(words: Translations, question: PemQuestion, answer: int) -> str:
    """One answer, as the instrument words it."""
    return _ANSWERS[question.part](words)[answer]


@remembered
def attribution(words: Translations) -> str:
    """Who wrote these questions, and under which licence they stand here."""
    return words.gettext(
        "DSQ-PEM, items 1–5 and 7–9. Cotler, Holtzman, Dudun, Jason 2018. CC BY 4.0."
    )


def _often(words: Translations) -> dict[int, str]:
    return {
        0: words.pgettext("DSQ-PEM", "None of the time"),
        1: words.pgettext("DSQ-PEM", "A little of the time"),
        2: words.pgettext("DSQ-PEM", "About half the time"),
        3: words.pgettext("DSQ-PEM", "Most of the time"),
        4: words.pgettext("DSQ-PEM", "All of the time"),
    }


def _strong(words: Translations) -> dict[int, str]:
    return {
        0: words.pgettext("DSQ-PEM", "Symptom not present"),
        1: words.pgettext("DSQ-PEM", "Mild"),
        2: words.pgettext("DSQ-PEM", "Moderate"),
        3: words.pgettext("DSQ-PEM", "Severe"),
        4: words.pgettext("DSQ-PEM", "Very severe"),
    }


def _yes_or_no(words: Translations) -> dict[int, str]:
    return {YES: words.pgettext("answer", "Yes"), NO: words.pgettext("answer", "No")}


def _hours(words: Translations) -> dict[int, str]:
    printed = (
        words.pgettext("DSQ-PEM", "Less than 1 hour"),
        words.pgettext("DSQ-PEM", "2–3 hours"),
        words.pgettext("DSQ-PEM", "4–10 hours"),
        words.pgettext("DSQ-PEM", "11–13 hours"),
        words.pgettext("DSQ-PEM", "14–23 hours"),
        words.pgettext("DSQ-PEM", "24 hours or more"),
    )
    return dict(zip(BANDS_HOURS, printed, strict=True))


_ANSWERS = {
    Part.OFTEN: _often,
    Part.STRONG: _strong,
    Part.YES_OR_NO: _yes_or_no,
    Part.HOURS: _hours,
}
