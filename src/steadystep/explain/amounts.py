"""Numbers, doses and answers as they are written: halves, thousands and plurals.

Everything is kept in tenths. The same few amounts are told over and over, so each is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.observations import Symptom, Unit
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.explain.translations import Translations

_THOUSAND = 1_000
_HALF = 5
_SEVERAL = 5


@remembered
def number(words: Translations, whole: int) -> str:
    """A whole number, its thousands set apart."""
    if whole < _THOUSAND:
        return str(whole)
    mark = words.pgettext("between thousands", ",")
    thousands, rest = divmod(whole, _THOUSAND)
    return f"{number(words, thousands)}{mark}{rest:03}"


@remembered
def decimal(words: Translations, tenths: int) -> str:
    """Tenths as a number with a decimal where it needs one."""
    whole, tenth = divmod(tenths, 10)
    if not tenth:
        return number(words, whole)
    # Asked for on a line of its own: what stands inside an f-string is not gathered.
    mark = words.pgettext("before decimals", ".")
    return f"{number(words, whole)}{mark}{tenth}"


@remembered
def amount(words: Translations, unit: Unit, tenths: int | None) -> str:
    """A dose in the person's words: "½ minute", "6 times", "2,000 steps"."""
    if tenths is None:
        return words.pgettext("nothing is known", "–")
    if unit == Unit.MINUTES:
        return _minutes(words, tenths)
    if unit == Unit.REPS:
        return words.ngettext("{number} time", "{number} times", _many(tenths)).format(
            number=decimal(words, tenths)
        )
    return words.ngettext("{number} step", "{number} steps", _many(tenths)).format(
        number=decimal(words, tenths)
    )


@remembered
def short_amount(words: Translations, unit: Unit, tenths: int | None) -> str:
    """A dose for the expert's line: "2.5 min", "6 reps", "2,000 steps"."""
    if tenths is None:
        return words.pgettext("nothing is known", "–")
    if unit == Unit.MINUTES:
        return words.pgettext("minutes, short", "{number} min").format(
            number=decimal(words, tenths)
        )
    if unit == Unit.REPS:
        return words.ngettext("{number} rep", "{number} reps", _many(tenths)).format(
            number=decimal(words, tenths)
        )
    return words.ngettext("{number} step", "{number} steps", _many(tenths)).format(
        number=decimal(words, tenths)
    )


@remembered
def symptom_word(words: Translations, symptom: Symptom) -> str:
    """The name of a symptom in the middle of a line."""
    return {
        Symptom.PAIN: words.pgettext("symptom", "pain"),
        Symptom.FATIGUE: words.pgettext("symptom", "fatigue"),
        Symptom.SLEEP: words.pgettext("symptom", "sleep"),
    }[symptom]


def _minutes(words: Translations, tenths: int) -> str:
    whole, tenth = divmod(tenths, 10)
    if tenth != _HALF:
        return words.ngettext("{number} minute", "{number} minutes", _many(tenths)).format(
            number=decimal(words, tenths)
        )
    if not whole:
        return words.gettext("½ minute")
    # Two forms that look the same in English: "a minute and a half" has its own in many languages.
    return words.ngettext("{whole}½ minutes", "{whole}½ minutes", whole).format(
        whole=number(words, whole)
    )


def _many(tenths: int) -> int:
    """How many a plural goes by: what has a decimal is several, and never one, two or twenty-one.

    Some languages say "one" and "two" without a number, and 2.3 has to keep its own.
    """
    whole, tenth = divmod(tenths, 10)
    return _SEVERAL if tenth else whole
