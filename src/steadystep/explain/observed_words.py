"""What devices saw, in words: which source told what, and which one was used."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from steadystep.core.observed import Kind, Maker
from steadystep.core.truth import Why
from steadystep.explain.amounts import decimal, number
from steadystep.explain.translations import ENGLISH, Translations

if TYPE_CHECKING:
    from steadystep.core.observed import Source
    from steadystep.core.truth import Truth

_MINUTES_AN_HOUR = 60


def which_was_used(truth: Truth, words: Translations = ENGLISH) -> tuple[str, ...]:
    """Say what each source told, which one was used, and why.

    A day on which one source told something needs no words, and gets none.
    """
    if truth.row is None:
        return (
            words.gettext("Nothing was worn or carried on this day, it seems."),
            words.gettext("So nothing is known of it. That is not a zero."),
        )
    if not truth.others:
        return ()
    sources = [*(one.source for one in truth.others), truth.row.source]
    tenths = [*(one.tenths for one in truth.others), truth.row.tenths]
    between = words.pgettext("between two values of a list", ", ")
    told = between.join(
        words.pgettext("a source and what it told", "{source} {value}").format(
            source=_called(one, sources, words), value=seen(truth.kind, value, words)
        )
        for one, value in zip(sources, tenths, strict=True)
    )
    used = words.gettext("Used: {source}.").format(source=_called(truth.row.source, sources, words))
    return (words.gettext("Told: {told}.").format(told=told), used, *_why(truth.why, words))


def kind_named(kind: Kind, words: Translations = ENGLISH) -> str:
    """What a kind is called on a page."""
    match kind:
        case Kind.STEPS:
            return words.gettext("steps")
        case Kind.ACTIVE_MINUTES:
            return words.gettext("active minutes")
        case Kind.HEART_RATE:
            return words.gettext("heart rate")
        case Kind.RESTING_HEART_RATE:
            return words.gettext("resting heart rate")
        case Kind.HRV_RMSSD:
            return words.gettext("heart variability (RMSSD)")
        case Kind.HRV_SDNN:
            return words.gettext("heart variability (SDNN)")
        case Kind.GLUCOSE:
            return words.gettext("glucose")
        case Kind.PAIN | Kind.FATIGUE | Kind.SLEEP_RATED | Kind.CRASH:
            return _felt_named(kind, words)
        case _:
            return _sleep_named(kind, words)


def maker_named(maker: Maker, words: Translations = ENGLISH) -> str:
    """What a sort of source is called."""
    match maker:
        case Maker.WATCH:
            return words.gettext("watch")
        case Maker.RING:
            return words.gettext("ring")
        case Maker.STRAP:
            return words.gettext("chest strap")
        case Maker.PHONE:
            return words.gettext("phone")
        case Maker.METER:
            return words.gettext("glucose meter")
        case Maker.DIARY:
            return words.gettext("diary")
        case Maker.APP:
            return words.gettext("app")
        case Maker.BY_HAND:
            return words.gettext("typed in by hand")
    assert_never(maker)


def seen(kind: Kind, tenths: int, words: Translations = ENGLISH) -> str:
    """A value with its unit, where it needs one: "4,400", "7 h 20 min", "62 a minute"."""
    match kind:
        case Kind.STEPS:
            return number(words, tenths // 10)
        case Kind.HEART_RATE | Kind.RESTING_HEART_RATE:
            return words.gettext("{number} a minute").format(number=_nearest(words, tenths))
        case Kind.HRV_RMSSD | Kind.HRV_SDNN:
            return words.gettext("{number} ms").format(number=_nearest(words, tenths))
        case Kind.SLEEP_EFFICIENCY:
            return words.gettext("{number} %").format(number=_nearest(words, tenths))
        case Kind.GLUCOSE:
            return words.gettext("{number} mg/dL").format(number=_nearest(words, tenths))
        case Kind.PAIN | Kind.FATIGUE | Kind.SLEEP_RATED:
            return words.gettext("{number} of 10").format(number=decimal(words, tenths))
        case Kind.CRASH:
            return words.gettext("yes") if tenths else words.gettext("no")
        case _:
            return _time(words, (tenths + 5) // 10)


def _felt_named(kind: Kind, words: Translations) -> str:
    match kind:
        case Kind.PAIN:
            return words.gettext("pain")
        case Kind.FATIGUE:
            return words.gettext("fatigue")
        case Kind.CRASH:
            return words.gettext("crashes you noted")
        case _:
            return words.gettext("how you slept")


def _sleep_named(kind: Kind, words: Translations) -> str:
    match kind:
        case Kind.IN_BED:
            return words.gettext("time in bed")
        case Kind.ASLEEP:
            return words.gettext("sleep")
        case Kind.SLEEP_DEEP:
            return words.gettext("deep sleep")
        case Kind.SLEEP_LIGHT:
            return words.gettext("light sleep")
        case Kind.SLEEP_REM:
            return words.gettext("REM sleep")
        case Kind.SLEEP_AWAKE:
            return words.gettext("awake at night")
        case _:
            return words.gettext("part of the night asleep")


def _called(source: Source, among: list[Source], words: Translations) -> str:
    """A source by its sort; by its name too where two of a sort told something."""
    maker = maker_named(source.maker, words)
    if not source.name or sum(one.maker is source.maker for one in among) == 1:
        return maker
    return words.pgettext("a sort of source and its name", "{maker} ({name})").format(
        maker=maker, name=source.name
    )


def _why(why: Why, words: Translations) -> tuple[str, ...]:
    if why is Why.CHOSEN:
        return (words.gettext("You chose it."),)
    if why is Why.OTHERS_UNWORN:
        # Not worn, or cut short: of this day it saw a part.
        return (words.gettext("Another saw little of this day, so it was left out."),)
    return ()


def _time(words: Translations, minutes: int) -> str:
    hours, rest = divmod(minutes, _MINUTES_AN_HOUR)
    if not hours:
        return words.gettext("{minutes} min").format(minutes=rest)
    return words.gettext("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _nearest(words: Translations, tenths: int) -> str:
    return number(words, (tenths + 5) // 10)
