"""Words for what stands in the way of an offer (question C): a wait, and never a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from steadystep.core.observations import Symptom, Unit
from steadystep.core.reasons import (
    Arrived,
    BackOff,
    BaselineWeek,
    BigDay,
    Calming,
    Felt,
    FewAnswers,
    Guarded,
    HalfPace,
    HeartRateUp,
    HeartVariabilityOff,
    LearningUsual,
    Limit,
    NoAnswerToday,
    NotYetSteady,
    Plateau,
    Resting,
    ScreenDue,
    SleepWorse,
    TooSoon,
    Unsettled,
    Unsure,
    UsualMovedUp,
    Watching,
)
from steadystep.explain.amounts import amount, decimal, number
from steadystep.explain.answered import felt_today
from steadystep.explain.days import big_day
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from datetime import date

    from steadystep.explain.families import BodySays, Hearing, Pacing, Standing
    from steadystep.explain.translations import Translations


@remembered
def hearing(reason: Hearing, words: Translations) -> str:
    """Say which answers are waited for."""
    match reason:
        case Calming():
            return _calming(reason, words)
        case Unsettled(felt=felt):
            return _unsettled(felt, words)
        case Watching():
            return _watching(reason, words)
        case NoAnswerToday():
            return words.gettext("No answer yet today, so the step stays.")
        case FewAnswers(answers_needed=needed):
            return words.ngettext(
                "We wait for {number} answer within a week.",
                "We wait for {number} answers within a week.",
                needed,
            ).format(number=number(words, needed))
        case HalfPace(days_needed=days):
            return words.ngettext(
                "With fewer answers, steps come {number} day apart.",
                "With fewer answers, steps come {number} days apart.",
                days,
            ).format(number=number(words, days))
        case LearningUsual():
            return words.gettext("We are still learning what is usual for you.")
        case ScreenDue():
            return words.gettext("We wait for your answers about worse days after effort.")
        case _:
            assert_never(reason)


@remembered
def pacing(reason: Pacing, words: Translations) -> str:
    """Say how far apart steps lie, and how far along this one is."""
    match reason:
        case BaselineWeek(day=day, days=days):
            return words.gettext("This is day {day} of {days} at the same step.").format(
                day=number(words, day), days=number(words, days)
            )
        case NotYetSteady(needed=needed):
            return words.ngettext(
                "We wait for {number} steady day.", "We wait for {number} steady days.", needed
            ).format(number=number(words, needed))
        case TooSoon(days_needed=days):
            return words.ngettext(
                "Steps come at least {number} day apart.",
                "Steps come at least {number} days apart.",
                days,
            ).format(number=number(words, days))
        case BackOff(days_needed=days):
            return words.ngettext(
                "A flare came after a new step, so we wait {number} day.",
                "A flare came after a new step, so we wait {number} days.",
                days,
            ).format(number=number(words, days))
        case Resting(days_left=days):
            return words.ngettext(
                "You chose to stay, so new steps rest {number} day.",
                "You chose to stay, so new steps rest {number} days.",
                days,
            ).format(number=number(words, days))
        case _:
            assert_never(reason)


def body_says(reason: BodySays, words: Translations, unit: Unit, today: date) -> str:
    """Say what speaks for waiting a little."""
    match reason:
        case BigDay(big_day=big):
            return big_day(words, big, today)
        case SleepWorse():
            return words.gettext("Last night was harder than your usual ones.")
        case HeartVariabilityOff():
            return words.gettext("Your watch shows a week unlike your usual.")
        case HeartRateUp():
            return words.gettext("Your heart beats a little faster at rest this week.")
        case Unsure():
            return words.gettext("We wait until the next step feels right to you.")
        case Guarded(next_dose=next_dose, limit=limit):
            return words.gettext(
                "The next step is {dose}; your last weeks suggest {limit}."
            ).format(dose=amount(words, unit, next_dose), limit=amount(words, unit, limit))
        case _:
            assert_never(reason)


@remembered
def standing(
    reason: Standing, words: Translations, unit: Unit, dose: int | None
) -> tuple[str, ...]:
    """Say a stay that is more than a day's, and who may want to know of it."""
    match reason:
        case Plateau(days_left=days):
            return (
                words.ngettext(
                    "Keep the same {dose}: new steps rest {number} day.",
                    "Keep the same {dose}: new steps rest {number} days.",
                    days,
                ).format(dose=amount(words, unit, dose), number=number(words, days)),
                words.gettext("You may want to show this record to a clinician."),
                words.gettext("We will ask again if effort makes you worse later."),
            )
        case UsualMovedUp():
            return (
                words.gettext("Keep the same {dose}.").format(dose=amount(words, unit, dose)),
                _has_moved(reason, words),
                words.gettext("It may be worth telling your clinician."),
            )
        case Arrived(limit=limit, dose=top):
            return (
                _where(limit, words).format(dose=amount(words, unit, top)),
                words.gettext("Staying here is enough."),
            )
        case _:
            assert_never(reason)


def _calming(calming: Calming, words: Translations) -> str:
    """The days first; once they are over, the calm answers."""
    if calming.days < calming.days_needed:
        return words.ngettext(
            "After a flare we wait {number} day.",
            "After a flare we wait {number} days.",
            calming.days_needed,
        ).format(number=number(words, calming.days_needed))
    return words.ngettext(
        "After a flare we wait for {number} calm answer.",
        "After a flare we wait for {number} calm answers.",
        calming.calm_needed,
    ).format(number=number(words, calming.calm_needed))


def _unsettled(felt: Felt, words: Translations) -> str:
    """A warning today; or none any more, and no calm answer yet."""
    if felt.tenths is not None and felt.warning is not None and felt.tenths >= felt.warning:
        return felt_today(felt, words)
    return words.gettext("We wait for a calm answer first.")


def _watching(watch: Watching, words: Translations) -> str:
    """The hours first; then the answers; then whatever else is still to be heard."""
    if not watch.begun:
        return words.gettext("We start to watch once the new step is done.")
    if watch.hours < watch.hours_needed:
        return words.ngettext(
            "Your body gets {number} hour to answer.",
            "Your body gets {number} hours to answer.",
            watch.hours_needed,
        ).format(number=number(words, watch.hours_needed))
    if watch.answers < watch.answers_needed:
        return words.ngettext(
            "We wait to hear {number} answer since the change.",
            "We wait to hear {number} answers since the change.",
            watch.answers_needed,
        ).format(number=number(words, watch.answers_needed))
    return words.gettext("We watch a little longer how this step sits.")


def _has_moved(moved: UsualMovedUp, words: Translations) -> str:
    """Both values, side by side, as a question: the person chooses."""
    match moved.symptom:
        case Symptom.PAIN:
            sentence = words.gettext("Your usual pain was {usual}: is it {now} now?")
        case Symptom.FATIGUE:
            sentence = words.gettext("Your usual fatigue was {usual}: is it {now} now?")
        case Symptom.SLEEP:
            sentence = words.gettext("Your usual sleep rating was {usual}: is it {now} now?")
        case _:
            assert_never(moved.symptom)
    return sentence.format(usual=decimal(words, moved.usual), now=decimal(words, moved.now))


def _where(limit: Limit, words: Translations) -> str:
    match limit:
        case Limit.GOAL:
            return words.gettext("You have arrived at your goal: {dose}.")
        case Limit.CLINICIAN:
            return words.gettext("You have arrived at your clinician's limit: {dose}.")
        case Limit.LADDER:
            return words.gettext("You have arrived at the top of the plan: {dose}.")
        case Limit.GUARD:
            return words.gettext("You have arrived at what the weeks suggest: {dose}.")
        case _:
            assert_never(limit)
