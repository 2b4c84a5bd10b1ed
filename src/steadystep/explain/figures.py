"""The numbers of a decision as a small table: what, how much, and the line it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from steadystep.core.observations import Symptom
from steadystep.core.reasons import (
    Arrived,
    BackAfterGap,
    BackOff,
    BaselineWeek,
    BigDay,
    Calming,
    ClinicianFirst,
    Easing,
    Felt,
    FewAnswers,
    FlareAfterBigDay,
    FlareAfterRise,
    FlareGoesOn,
    FlareOnItsOwn,
    Guarded,
    HalfPace,
    HeartRateUp,
    HeartVariabilityOff,
    LearningUsual,
    LimitLowered,
    NoAnswerToday,
    NoPlanYet,
    NotYetSteady,
    PacingOnly,
    Paused,
    Plateau,
    Ready,
    Reason,
    RedFlag,
    Resting,
    ScreenDue,
    SleepWorse,
    Smaller,
    Started,
    StepTaken,
    TooSoon,
    Unsettled,
    Unsure,
    UsualMovedUp,
    Watching,
)
from steadystep.explain.amounts import amount, decimal, number
from steadystep.explain.days import on_date
from steadystep.explain.families import BodySays, Changed, Gate, Hearing, InAFlare, Pacing, Standing
from steadystep.explain.translations import ENGLISH, Translations

if TYPE_CHECKING:
    from steadystep.core.decision import Decision
    from steadystep.core.observations import Unit


class Figure(NamedTuple):
    """One row.

    Attributes:
        what: What was looked at.
        here: How much of it there was.
        line: What it was held against; empty where it stands by itself.
    """

    what: str
    here: str
    line: str = ""


def figures(decision: Decision, words: Translations = ENGLISH) -> tuple[Figure, ...]:
    """The numbers that were compared, each with its unit; none where none were.

    Args:
        decision: What was decided.
        words: The catalogue of the reader's language.
    """
    return _figures(decision.reason, words, decision.unit)


def _figures(reason: Reason, words: Translations, unit: Unit) -> tuple[Figure, ...]:
    if isinstance(reason, Gate):
        return _gate(reason, words, unit)
    if isinstance(reason, InAFlare):
        return _flare(reason, words, unit)
    if isinstance(reason, Changed):
        return _change(reason, words, unit)
    if isinstance(reason, Hearing):
        return _heard(reason, words)
    if isinstance(reason, Pacing):
        return (_pace(reason, words),)
    if isinstance(reason, BodySays):
        return _body(reason, words, unit)
    if isinstance(reason, Standing):
        return _standing(reason, words, unit)
    return _ready(reason, words, unit)


def _gate(gate: Gate, words: Translations, unit: Unit) -> tuple[Figure, ...]:
    match gate:
        case PacingOnly(envelope=envelope):
            return (Figure(words.gettext("Highest step"), amount(words, unit, envelope)),)
        case NoPlanYet(days_known=known, days_needed=needed):
            return (_days(words.gettext("Ordinary days known"), known, words, needed),)
        case RedFlag() | ClinicianFirst() | Paused():
            return ()
        case _:
            assert_never(gate)


def _flare(flare: InAFlare, words: Translations, unit: Unit) -> tuple[Figure, ...]:
    match flare:
        case FlareAfterRise():
            return (
                *_felt(flare.felt, words),
                _days(words.gettext("Days after the new step began"), flare.days_after, words),
                *_from_to(flare.dose_before, flare.dose_now, words, unit),
                _days(words.gettext("Days until a new step"), flare.wait_days, words),
            )
        case FlareGoesOn():
            return (
                *_felt(flare.felt, words),
                _days(words.gettext("Days of this flare"), flare.days, words),
                *_from_to(flare.dose_before, flare.dose_now, words, unit),
            )
        case FlareAfterBigDay(felt=felt, big_day=big):
            return *_felt(felt, words), Figure(words.gettext("Big day"), on_date(words, big))
        case FlareOnItsOwn(felt=felt):
            return _felt(felt, words)
        case Easing(days_since_red=days):
            return (_days(words.gettext("Days since the flare day"), days, words),)
        case _:
            assert_never(flare)


def _felt(felt: Felt, words: Translations) -> tuple[Figure, ...]:
    """The answer against its warning, and usual beside it; or the person's word alone."""
    if felt.symptom is None or felt.tenths is None or felt.usual is None or felt.warning is None:
        return (Figure(words.gettext("Your own word"), words.gettext("a flare")),) * felt.marked
    today, usual = _answer_names(felt.symptom, words)
    line = words.gettext("warning from {number}").format(number=decimal(words, felt.warning))
    return (
        Figure(today, decimal(words, felt.tenths), line),
        Figure(usual, decimal(words, felt.usual)),
    )


def _answer_names(symptom: Symptom, words: Translations) -> tuple[str, str]:
    """What an answer and its usual are called at the beginning of a row."""
    match symptom:
        case Symptom.PAIN:
            return words.gettext("Pain that day"), words.gettext("Usual pain")
        case Symptom.FATIGUE:
            return words.gettext("Fatigue that day"), words.gettext("Usual fatigue")
        case Symptom.SLEEP:
            return words.gettext("Sleep that day"), words.gettext("Usual sleep")
        case _:
            assert_never(symptom)


def _change(change: Changed, words: Translations, unit: Unit) -> tuple[Figure, ...]:
    match change:
        case BackAfterGap(days=days, dose_before=before, dose_now=now):
            gap = _days(words.gettext("Days without movement"), days, words)
            return gap, *_from_to(before, now, words, unit)
        case Smaller(dose_before=before, dose_now=now):
            return _from_to(before, now, words, unit)
        case LimitLowered(dose_before=before, dose_now=now):
            return _from_to(before, now, words, unit)
        case Started(dose=dose, baseline_days=days):
            same = words.gettext("Days at the same step")
            return _step(dose, words, unit), _days(same, days, words)
        case StepTaken(dose_before=before, dose_now=now, watch_hours=hours):
            watch = Figure(words.gettext("Time to answer"), _hours(hours, words))
            return *_from_to(before, now, words, unit), watch
        case _:
            assert_never(change)


def _heard(heard: Hearing, words: Translations) -> tuple[Figure, ...]:
    match heard:
        case Calming():
            days = words.gettext("Days since the flare day")
            calm = words.gettext("Calm answers since")
            return (
                _days(days, heard.days, words, heard.days_needed),
                _count(calm, heard.calm, words, heard.calm_needed),
            )
        case Unsettled(felt=felt):
            return _felt(felt, words)
        case Watching():
            hours, answers = words.gettext("Time since"), words.gettext("Answers since")
            line = _at_least(_hours(heard.hours_needed, words), words)
            return (
                Figure(hours, _hours(heard.hours, words), line),
                _count(answers, heard.answers, words, heard.answers_needed),
            )
        case NoAnswerToday() | ScreenDue():
            return ()
        case FewAnswers(answers=answers, answers_needed=needed):
            return (_count(words.gettext("Answers within a week"), answers, words, needed),)
        case HalfPace(answers=answers, days=days, days_needed=needed):
            since = words.gettext("Days since the last new step")
            return (
                _count(words.gettext("Answers within a week"), answers, words),
                _days(since, days, words, needed),
            )
        case LearningUsual(answers=answers, answers_needed=needed):
            return (_count(words.gettext("Answers so far"), answers, words, needed),)
        case _:
            assert_never(heard)


def _pace(pace: Pacing, words: Translations) -> Figure:
    match pace:
        case BaselineWeek(day=day, days=days):
            line = words.gettext("of {number}").format(number=number(words, days))
            return Figure(words.gettext("Day at the same step"), number(words, day), line)
        case NotYetSteady(done=done, known=known, needed=needed):
            what = words.gettext("Steady days, of the last {number}").format(
                number=number(words, known)
            )
            return _days(what, done, words, needed)
        case TooSoon(days=days, days_needed=needed):
            return _days(words.gettext("Days since the last new step"), days, words, needed)
        case BackOff(days=days, days_needed=needed):
            return _days(words.gettext("Days since the step or its flare"), days, words, needed)
        case Resting(days_left=days):
            return _days(words.gettext("Days of rest from new steps"), days, words)
        case _:
            assert_never(pace)


def _body(body: BodySays, words: Translations, unit: Unit) -> tuple[Figure, ...]:
    match body:
        case BigDay(big_day=big):
            return (Figure(words.gettext("Big day"), on_date(words, big)),)
        case SleepWorse() | HeartVariabilityOff() | HeartRateUp():
            return ()
        case Unsure(confidence=confidence, needed=needed):
            return (_count(words.gettext("How sure you felt"), confidence, words, needed),)
        case Guarded(next_dose=next_dose, limit=limit):
            line = words.gettext("at most {number}").format(number=amount(words, unit, limit))
            return (Figure(words.gettext("Next step"), amount(words, unit, next_dose), line),)
        case _:
            assert_never(body)


def _standing(stands: Standing, words: Translations, unit: Unit) -> tuple[Figure, ...]:
    match stands:
        case Plateau(days_left=days):
            return (_days(words.gettext("Days of rest from new steps"), days, words),)
        case UsualMovedUp(symptom=symptom, usual=usual, now=now):
            _, name = _answer_names(symptom, words)
            lately = words.gettext("The middle of your answers lately")
            return Figure(name, decimal(words, usual)), Figure(lately, decimal(words, now))
        case Arrived(dose=dose):
            return (_step(dose, words, unit),)
        case _:
            assert_never(stands)


def _ready(ready: Ready, words: Translations, unit: Unit) -> tuple[Figure, ...]:
    return (
        _step(ready.dose, words, unit),
        Figure(words.gettext("Step offered"), amount(words, unit, ready.offered)),
        _days(words.gettext("Days since the last new step"), ready.days, words),
    )


def _from_to(before: int, now: int, words: Translations, unit: Unit) -> tuple[Figure, ...]:
    return (
        Figure(words.gettext("Step before"), amount(words, unit, before)),
        Figure(words.gettext("Step now"), amount(words, unit, now)),
    )


def _step(dose: int, words: Translations, unit: Unit) -> Figure:
    return Figure(words.gettext("Step"), amount(words, unit, dose))


def _days(what: str, days: int, words: Translations, needed: int | None = None) -> Figure:
    line = "" if needed is None else _at_least(_so_many_days(needed, words), words)
    return Figure(what, _so_many_days(days, words), line)


def _so_many_days(days: int, words: Translations) -> str:
    return words.ngettext("{number} day", "{number} days", days).format(number=number(words, days))


def _hours(hours: int, words: Translations) -> str:
    return words.ngettext("{number} hour", "{number} hours", hours).format(
        number=number(words, hours)
    )


def _count(what: str, many: int, words: Translations, needed: int | None = None) -> Figure:
    line = "" if needed is None else _at_least(number(words, needed), words)
    return Figure(what, number(words, many), line)


def _at_least(needed: str, words: Translations) -> str:
    return words.gettext("at least {number}").format(number=needed)
