"""Words for what the body answered (question B): flares, returns, and steps that change."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from steadystep.core.observations import Symptom
from steadystep.core.reasons import (
    BackAfterGap,
    Easing,
    Felt,
    FlareAfterBigDay,
    FlareAfterRise,
    FlareGoesOn,
    FlareOnItsOwn,
    Limit,
    LimitLowered,
    Smaller,
    Started,
    StepTaken,
)
from steadystep.explain.amounts import amount, decimal, number
from steadystep.explain.days import big_day
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from datetime import date

    from steadystep.core.observations import Unit
    from steadystep.explain.families import Changed, InAFlare
    from steadystep.explain.translations import Translations


def in_a_flare(flare: InAFlare, words: Translations, today: date) -> str:
    """Say which of the kinds of flare this is, so that they can be told apart."""
    match flare:
        case FlareAfterRise(dose_before=before, dose_now=now) if now < before:
            return words.gettext("A flare came after the last new step, so we go one back.")
        case FlareAfterRise():
            return words.gettext("A flare came after the last new step, so we stay small.")
        case FlareGoesOn(dose_before=before, dose_now=now) if now < before:
            return words.gettext("The flare goes on, so we go one step back.")
        case FlareGoesOn():
            return words.gettext("The flare goes on, so we stay small.")
        case FlareAfterBigDay(big_day=big):
            return big_day(words, big, today)
        case FlareOnItsOwn(felt=Felt(marked=True)):
            return words.gettext("You marked a flare; flares may come on their own.")
        case FlareOnItsOwn(felt=felt):
            return felt_today(felt, words)
        case Easing():
            return words.gettext("Rest counts too, while things calm down.")
        case _:
            assert_never(flare)


@remembered
def felt_today(felt: Felt, words: Translations) -> str:
    """Say today's answer beside the usual one, where numbers were given."""
    if felt.symptom is None or felt.tenths is None or felt.usual is None:
        return words.gettext("Today is harder than your usual.")
    match felt.symptom:
        case Symptom.PAIN:
            sentence = words.gettext("Pain is {now} today, and your usual is {usual}.")
        case Symptom.FATIGUE:
            sentence = words.gettext("Fatigue is {now} today, and your usual is {usual}.")
        case Symptom.SLEEP:
            sentence = words.gettext("Sleep is rated {now} today, and your usual is {usual}.")
        case _:
            assert_never(felt.symptom)
    return sentence.format(now=decimal(words, felt.tenths), usual=decimal(words, felt.usual))


@remembered
def changed(reason: Changed, words: Translations, unit: Unit) -> tuple[str, ...]:
    """Say the step that holds from today, and what brought it."""
    match reason:
        case BackAfterGap():
            return _welcome(reason, words, unit)
        case Smaller(dose_now=now):
            return (
                _from_now_on(words, unit, now),
                words.gettext("You asked for this, and it is done."),
            )
        case LimitLowered(dose_now=now):
            return _from_now_on(words, unit, now), _whose_limit(reason, words, unit)
        case Started(dose=dose, baseline_days=days):
            return (
                words.gettext("Your first step is {dose}.").format(dose=amount(words, unit, dose)),
                words.ngettext(
                    "Nothing is added for {number} day, even on good days.",
                    "Nothing is added for {number} days, even on good days.",
                    days,
                ).format(number=number(words, days)),
            )
        case StepTaken():
            return _risen(reason, words, unit)
        case _:
            assert_never(reason)


@remembered
def after_a_flare(reason: LimitLowered, words: Translations, unit: Unit) -> str:
    """Say in a flare, while the dose is eased, which smaller step waits after it."""
    return words.gettext("After the flare: {dose}, as your last weeks suggest.").format(
        dose=amount(words, unit, reason.dose_now)
    )


def _welcome(back: BackAfterGap, words: Translations, unit: Unit) -> tuple[str, ...]:
    """Welcome the person; days away are never counted to them."""
    dose = amount(words, unit, back.dose_now)
    if back.new_baseline:
        begin = words.gettext("We start small again: {dose}.").format(dose=dose)
    elif back.dose_now < back.dose_before:
        begin = words.gettext("We start a little smaller: {dose}.").format(dose=dose)
    else:
        begin = words.gettext("We start with the same step: {dose}.").format(dose=dose)
    return words.gettext("Welcome back."), begin


def _risen(risen: StepTaken, words: Translations, unit: Unit) -> tuple[str, str]:
    """A bigger step; or the same one, where the days a week or the effort went up instead."""
    dose = amount(words, unit, risen.dose_now)
    if risen.dose_now > risen.dose_before:
        step = words.gettext("A new step today: {dose}.").format(dose=dose)
    else:
        step = words.gettext("Keep the same {dose}, beside what is new.").format(dose=dose)
    return step, words.ngettext(
        "After it, your body gets {number} hour to answer.",
        "After it, your body gets {number} hours to answer.",
        risen.watch_hours,
    ).format(number=number(words, risen.watch_hours))


def _from_now_on(words: Translations, unit: Unit, dose: int) -> str:
    return words.gettext("A smaller step from now on: {dose}.").format(
        dose=amount(words, unit, dose)
    )


def _whose_limit(lowered: LimitLowered, words: Translations, unit: Unit) -> str:
    match lowered.limit:
        case Limit.CLINICIAN:
            return words.gettext("Your clinician set this limit.")
        case Limit.GOAL:
            return words.gettext("This is the goal you set.")
        case Limit.LADDER:
            return words.gettext("This is the top of the plan.")
        case Limit.GUARD:
            return words.gettext("Your last weeks suggest less than {dose} for now.").format(
                dose=amount(words, unit, lowered.dose_before)
            )
        case _:
            assert_never(lowered.limit)
