"""What would change a decision: all that is waited for, each as one sentence.

The reason that was told carries its numbers, and they are said. Of what stands behind it the kind
is known and no number, so none is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from steadystep.core.reasons import (
    Arrived,
    BackOff,
    BaselineWeek,
    BigDay,
    Calming,
    ClinicianFirst,
    FewAnswers,
    Guarded,
    HalfPace,
    HeartRateUp,
    HeartVariabilityOff,
    LearningUsual,
    Limit,
    NoAnswerToday,
    NoPlanYet,
    NotYetSteady,
    PacingOnly,
    Paused,
    Plateau,
    Ready,
    RedFlag,
    Resting,
    ScreenDue,
    SleepWorse,
    TooSoon,
    Unsettled,
    Unsure,
    UsualMovedUp,
    Watching,
)
from steadystep.explain.amounts import number
from steadystep.explain.behind import behind
from steadystep.explain.families import BodySays, Changed, Gate, Hearing, InAFlare, Pacing, Standing
from steadystep.explain.remembered import remembered
from steadystep.explain.translations import ENGLISH, Translations

if TYPE_CHECKING:
    from steadystep.core.decision import Decision


def what_would_change(decision: Decision, words: Translations = ENGLISH) -> tuple[str, ...]:
    """Say what is waited for; the first of it is what was told.

    Args:
        decision: What was decided.
        words: The catalogue of the person's language.
    """
    told = _told(decision, words)
    others = behind((one for one in decision.blocked_by if one != decision.reason.kind), words)
    return tuple(dict.fromkeys((*told, *others))) or (words.gettext("We wait for nothing now."),)


def _told(decision: Decision, words: Translations) -> tuple[str, ...]:
    """What the reason itself waits for. A flare or a change waits for what stands behind it."""
    reason = decision.reason
    if isinstance(reason, Gate):
        return (_gate(reason, words),)
    if isinstance(reason, InAFlare):
        return (words.gettext("We wait for a calm answer."),)
    if isinstance(reason, Changed):
        return ()
    if isinstance(reason, Hearing):
        return _heard(reason, words)
    if isinstance(reason, Pacing):
        return (_pace(reason, words),)
    if isinstance(reason, BodySays):
        return (_body(reason, words),)
    if isinstance(reason, Standing):
        return (_standing(reason, words),)
    if isinstance(reason, Ready):
        return (words.gettext("The choice is yours."),)
    assert_never(reason)


@remembered
def _gate(gate: Gate, words: Translations) -> str:
    match gate:
        case RedFlag():
            return words.gettext("We wait until someone who can help has looked at it.")
        case PacingOnly():
            return words.gettext("We wait for a clinician's word.")
        case ClinicianFirst():
            return words.gettext("We wait for a clinician's word.")
        case Paused():
            return words.gettext("We wait until the pause is over.")
        case NoPlanYet(days_known=known, days_needed=needed):
            return words.ngettext(
                "{some} of {number} ordinary day is known.",
                "{some} of {number} ordinary days are known.",
                needed,
            ).format(some=number(words, known), number=number(words, needed))
        case _:
            assert_never(gate)


@remembered
def _heard(heard: Hearing, words: Translations) -> tuple[str, ...]:
    match heard:
        case Calming():
            return _calming(heard, words)
        case Unsettled():
            return (words.gettext("We wait for a calm answer."),)
        case Watching():
            return _watching(heard, words)
        case NoAnswerToday():
            return (words.gettext("We wait for today's answer."),)
        case FewAnswers(answers=answers, answers_needed=needed):
            return (
                words.ngettext(
                    "{some} of {number} answer within a week is in.",
                    "{some} of {number} answers within a week are in.",
                    needed,
                ).format(some=number(words, answers), number=number(words, needed)),
            )
        case HalfPace(days=days, days_needed=needed):
            return (_since_the_last_step(words, days, needed),)
        case LearningUsual(answers=answers, answers_needed=needed):
            return (
                words.ngettext(
                    "{some} of {number} answer to learn your usual is in.",
                    "{some} of {number} answers to learn your usual are in.",
                    needed,
                ).format(some=number(words, answers), number=number(words, needed)),
            )
        case ScreenDue():
            return (words.gettext("We wait for your answers about worse days after effort."),)
        case _:
            assert_never(heard)


def _calming(calming: Calming, words: Translations) -> tuple[str, ...]:
    """Days and calm answers; what is there already is not waited for."""
    days = words.ngettext(
        "{some} of {number} day has passed since the flare.",
        "{some} of {number} days have passed since the flare.",
        calming.days_needed,
    ).format(some=number(words, calming.days), number=number(words, calming.days_needed))
    calm = words.ngettext(
        "{some} of {number} calm answer is in.",
        "{some} of {number} calm answers are in.",
        calming.calm_needed,
    ).format(some=number(words, calming.calm), number=number(words, calming.calm_needed))
    open_ones = (calming.days < calming.days_needed, calming.calm < calming.calm_needed)
    waits = tuple(one for one, is_open in zip((days, calm), open_ones, strict=True) if is_open)
    return waits or (words.gettext("We wait for a calm answer."),)


def _watching(watch: Watching, words: Translations) -> tuple[str, ...]:
    """Hours and answers: the window closes with the later of them, and with what was done in it."""
    if not watch.begun:
        return (words.gettext("We start to watch once the new step is done."),)
    hours = words.ngettext(
        "{some} of {number} hour has passed since the change.",
        "{some} of {number} hours have passed since the change.",
        watch.hours_needed,
    ).format(some=number(words, watch.hours), number=number(words, watch.hours_needed))
    answers = words.ngettext(
        "{some} of {number} answer since the change is in.",
        "{some} of {number} answers since the change are in.",
        watch.answers_needed,
    ).format(some=number(words, watch.answers), number=number(words, watch.answers_needed))
    open_ones = (watch.hours < watch.hours_needed, watch.answers < watch.answers_needed)
    waits = tuple(one for one, is_open in zip((hours, answers), open_ones, strict=True) if is_open)
    return waits or (words.gettext("We watch a little longer how this step sits."),)


@remembered
def _pace(pace: Pacing, words: Translations) -> str:
    match pace:
        case BaselineWeek(day=day, days=days):
            return words.gettext("This is day {day} of {days} at the same step.").format(
                day=number(words, day), days=number(words, days)
            )
        case NotYetSteady(done=done, needed=needed):
            return words.ngettext(
                "{some} of {number} steady day is there.",
                "{some} of {number} steady days are there.",
                needed,
            ).format(some=number(words, done), number=number(words, needed))
        case TooSoon(days=days, days_needed=needed):
            return _since_the_last_step(words, days, needed)
        case BackOff(days=days, days_needed=needed):
            return words.ngettext(
                "{some} of {number} day has passed since the step or its flare.",
                "{some} of {number} days have passed since the step or its flare.",
                needed,
            ).format(some=number(words, days), number=number(words, needed))
        case Resting(days_left=days):
            return words.ngettext(
                "You chose to stay: new steps rest {number} day.",
                "You chose to stay: new steps rest {number} days.",
                days,
            ).format(number=number(words, days))
        case _:
            assert_never(pace)


@remembered
def _body(body: BodySays, words: Translations) -> str:
    match body:
        case BigDay():
            return words.gettext("We wait until the big day lies further back.")
        case SleepWorse():
            return words.gettext("We wait for a night like your usual ones.")
        case HeartVariabilityOff():
            return words.gettext("We wait until your watch shows a usual week.")
        case HeartRateUp():
            return words.gettext("We wait until your heart is as usual at rest.")
        case Unsure(confidence=confidence, needed=needed):
            return words.gettext("You felt {some} sure; we wait for {number}.").format(
                some=number(words, confidence), number=number(words, needed)
            )
        case Guarded():
            return words.gettext("We wait until the last weeks suggest it.")
        case _:
            assert_never(body)


@remembered
def _standing(stands: Standing, words: Translations) -> str:
    match stands:
        case Plateau(days_left=days):
            return words.ngettext(
                "New steps rest {number} day.", "New steps rest {number} days.", days
            ).format(number=number(words, days))
        case UsualMovedUp():
            return words.gettext("We wait for your word on your usual.")
        case Arrived(limit=limit):
            return _arrived(limit, words)
        case _:
            assert_never(stands)


def _arrived(limit: Limit, words: Translations) -> str:
    match limit:
        case Limit.GOAL:
            return words.gettext("You set the goal, and you can change it.")
        case Limit.CLINICIAN:
            return words.gettext("Your clinician can change this limit with you.")
        case Limit.LADDER:
            return words.gettext("This is the top of the plan.")
        case Limit.GUARD:
            return words.gettext("We wait until the last weeks suggest it.")
        case _:
            assert_never(limit)


def _since_the_last_step(words: Translations, days: int, needed: int) -> str:
    return words.ngettext(
        "{some} of {number} day has passed since the last new step.",
        "{some} of {number} days have passed since the last new step.",
        needed,
    ).format(some=number(words, days), number=number(words, needed))
