"""The numbers a reason compared, both sides of each, for whoever wants to check."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

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
from steadystep.explain.amounts import decimal, number, short_amount, symptom_word
from steadystep.explain.days import on_date
from steadystep.explain.families import BodySays, Changed, Gate, Hearing, InAFlare, Pacing, Standing

if TYPE_CHECKING:
    from steadystep.core.observations import Unit
    from steadystep.explain.translations import Translations


def compared(reason: Reason, words: Translations, unit: Unit) -> str:
    """The facts of a reason in one clause."""
    if isinstance(reason, Gate):
        return _gate(reason, words, unit)
    if isinstance(reason, InAFlare):
        return _flare(reason, words, unit)
    if isinstance(reason, Changed):
        return _change(reason, words, unit)
    if isinstance(reason, Hearing):
        return _hearing(reason, words)
    if isinstance(reason, Pacing):
        return _pacing(reason, words)
    if isinstance(reason, BodySays):
        return _body(reason, words, unit)
    if isinstance(reason, Standing):
        return _standing(reason, words, unit)
    return _ready(reason, words, unit)


def _gate(gate: Gate, words: Translations, unit: Unit) -> str:
    match gate:
        case RedFlag(how_soon=how_soon):
            return words.gettext("how soon: {kind}").format(kind=how_soon)
        case PacingOnly(envelope=envelope, eased=False):
            return words.gettext("envelope {dose}").format(dose=short_amount(words, unit, envelope))
        case PacingOnly(envelope=envelope):
            return words.gettext("envelope {dose}, eased").format(
                dose=short_amount(words, unit, envelope)
            )
        case ClinicianFirst():
            return words.gettext("no clinician's word noted")
        case Paused():
            return words.gettext("paused by the person or a clinician")
        case NoPlanYet(days_known=known, days_needed=needed):
            return words.gettext("{comparison} known ordinary days").format(
                comparison=_against(known, needed, words)
            )
        case _:
            assert_never(gate)


def _flare(flare: InAFlare, words: Translations, unit: Unit) -> str:
    match flare:
        case FlareAfterRise(dose_before=before, dose_now=now):
            return words.gettext(
                "{felt}; {days} d after the first session; {before} → {now}; next wait {wait} d"
            ).format(
                felt=_felt(flare.felt, words),
                days=number(words, flare.days_after),
                before=short_amount(words, unit, before),
                now=short_amount(words, unit, now),
                wait=number(words, flare.wait_days),
            )
        case FlareGoesOn(felt=felt, days=days, dose_before=before, dose_now=now):
            return words.gettext(
                "{felt}; {days} d since onset or last step back; {before} → {now}"
            ).format(
                felt=_felt(felt, words),
                days=number(words, days),
                before=short_amount(words, unit, before),
                now=short_amount(words, unit, now),
            )
        case FlareAfterBigDay(felt=felt, big_day=big):
            return words.gettext("{felt}; big day {date}").format(
                felt=_felt(felt, words), date=on_date(words, big)
            )
        case FlareOnItsOwn(felt=felt):
            return _felt(felt, words)
        case Easing(days_since_red=days):
            return words.gettext("{days} d since the last RED day").format(days=number(words, days))
        case _:
            assert_never(flare)


def _felt(felt: Felt, words: Translations) -> str:
    """The answer against its line, and whether the person said so in their own word."""
    if felt.symptom is None or felt.tenths is None or felt.usual is None or felt.warning is None:
        return words.gettext("marked by the person") if felt.marked else words.gettext("no number")
    msgid = (
        words.gettext("{symptom} {comparison} (usual {usual}), marked")
        if felt.marked
        else words.gettext("{symptom} {comparison} (usual {usual})")
    )
    return msgid.format(
        symptom=symptom_word(words, felt.symptom),
        comparison=words.gettext("{left} {sign} {right}").format(
            left=decimal(words, felt.tenths),
            sign=_sign(felt.tenths, felt.warning),
            right=decimal(words, felt.warning),
        ),
        usual=decimal(words, felt.usual),
    )


def _change(change: Changed, words: Translations, unit: Unit) -> str:
    match change:
        case BackAfterGap(new_baseline=True):
            return words.gettext("gap of {days} d; {before} → {now}; new baseline week").format(
                days=number(words, change.days),
                before=short_amount(words, unit, change.dose_before),
                now=short_amount(words, unit, change.dose_now),
            )
        case BackAfterGap(days=days, dose_before=before, dose_now=now):
            return words.gettext("gap of {days} d; {before} → {now}").format(
                days=number(words, days),
                before=short_amount(words, unit, before),
                now=short_amount(words, unit, now),
            )
        case Smaller(dose_before=before, dose_now=now):
            return words.gettext("the person's word; {before} → {now}").format(
                before=short_amount(words, unit, before), now=short_amount(words, unit, now)
            )
        case LimitLowered(limit=limit, dose_before=before, dose_now=now):
            return words.gettext("limit: {kind}; {before} → {now}").format(
                kind=limit,
                before=short_amount(words, unit, before),
                now=short_amount(words, unit, now),
            )
        case Started(dose=dose, baseline_days=days):
            return words.gettext("first dose {dose}; baseline {days} d").format(
                dose=short_amount(words, unit, dose), days=number(words, days)
            )
        case StepTaken(dose_before=before, dose_now=now, watch_hours=hours):
            return words.gettext("{before} → {now}; window {hours} h").format(
                before=short_amount(words, unit, before),
                now=short_amount(words, unit, now),
                hours=number(words, hours),
            )
        case _:
            assert_never(change)


def _hearing(heard: Hearing, words: Translations) -> str:
    match heard:
        case Calming():
            return words.gettext("{days} since the last RED day, {answers} calm answers").format(
                days=_against_days(heard.days, heard.days_needed, words),
                answers=_against(heard.calm, heard.calm_needed, words),
            )
        case Unsettled(felt=felt):
            return _felt(felt, words)
        case Watching():
            return _watching(heard, words)
        case NoAnswerToday():
            return words.gettext("no answer today")
        case FewAnswers(answers=answers, answers_needed=needed):
            return words.gettext("{comparison} answers in 7 d").format(
                comparison=_against(answers, needed, words)
            )
        case HalfPace(answers=answers, days=days, days_needed=needed):
            return words.gettext("{answers} answers in 7 d; {days} since the last rise").format(
                answers=number(words, answers), days=_against_days(days, needed, words)
            )
        case ScreenDue():
            return words.gettext("malaise screen to be answered")
        case LearningUsual(answers=answers, answers_needed=needed):
            return words.gettext("usual not set; {comparison} answers").format(
                comparison=_against(answers, needed, words)
            )
        case _:
            assert_never(heard)


def _watching(watch: Watching, words: Translations) -> str:
    hours = words.gettext("{left} h {sign} {right} h").format(
        left=number(words, watch.hours),
        sign=_sign(watch.hours, watch.hours_needed),
        right=number(words, watch.hours_needed),
    )
    answers = _against(watch.answers, watch.answers_needed, words)
    if watch.begun:
        return words.gettext("{hours} since the window opened, {answers} answers").format(
            hours=hours, answers=answers
        )
    return words.gettext("no first session yet; {hours}, {answers} answers").format(
        hours=hours, answers=answers
    )


def _pacing(pace: Pacing, words: Translations) -> str:
    match pace:
        case BaselineWeek(day=day, days=days):
            return words.gettext("day {day} of {days}").format(
                day=number(words, day), days=number(words, days)
            )
        case NotYetSteady(done=done, known=known, needed=needed):
            return words.gettext("{comparison} done of the last {known} known sessions").format(
                comparison=_against(done, needed, words), known=number(words, known)
            )
        case TooSoon(days=days, days_needed=needed):
            return words.gettext("{days} since the last rise").format(
                days=_against_days(days, needed, words)
            )
        case BackOff(days=days, days_needed=needed):
            return words.gettext("{days} since the last rise or the flare after it").format(
                days=_against_days(days, needed, words)
            )
        case Resting(days_left=days):
            return words.gettext("the person chose to stay; {days} d left").format(
                days=number(words, days)
            )
        case _:
            assert_never(pace)


def _body(body: BodySays, words: Translations, unit: Unit) -> str:
    match body:
        case BigDay(big_day=big):
            return words.gettext("big day {date}").format(date=on_date(words, big))
        case SleepWorse():
            return words.gettext("sleep clearly above its 28-day median")
        case HeartVariabilityOff():
            return words.gettext("7-day lnRMSSD off its 28-day mean")
        case HeartRateUp():
            return words.gettext("7-day resting heart rate up on its 28-day mean")
        case Unsure(confidence=confidence, needed=needed):
            return words.gettext("confidence {comparison}").format(
                comparison=_against(confidence, needed, words)
            )
        case Guarded(next_dose=next_dose, limit=limit):
            return words.gettext("next {dose} {sign} guard {limit}").format(
                dose=short_amount(words, unit, next_dose),
                sign=_sign(next_dose, limit),
                limit=short_amount(words, unit, limit),
            )
        case _:
            assert_never(body)


def _standing(stands: Standing, words: Translations, unit: Unit) -> str:
    match stands:
        case Plateau(days_left=days):
            return words.gettext("rises in a row answered by a flare; {days} d left").format(
                days=number(words, days)
            )
        case UsualMovedUp(symptom=symptom, usual=usual, now=now):
            return words.gettext("{symptom} median {now} {sign} usual {usual}").format(
                symptom=symptom_word(words, symptom),
                now=decimal(words, now),
                sign=_sign(now, usual),
                usual=decimal(words, usual),
            )
        case Arrived(limit=limit, dose=dose):
            return words.gettext("limit: {kind}, {dose}").format(
                kind=limit, dose=short_amount(words, unit, dose)
            )
        case _:
            assert_never(stands)


def _ready(ready: Ready, words: Translations, unit: Unit) -> str:
    return words.gettext("{dose} → {offered} after {days} d").format(
        dose=short_amount(words, unit, ready.dose),
        offered=short_amount(words, unit, ready.offered),
        days=number(words, ready.days),
    )


def _sign(left: int, right: int) -> str:
    """How the two sides stand. It is read off the numbers, never assumed."""
    return "<" if left < right else "=" if left == right else ">"


def _against(left: int, right: int, words: Translations) -> str:
    return words.gettext("{left} {sign} {right}").format(
        left=number(words, left), sign=_sign(left, right), right=number(words, right)
    )


def _against_days(left: int, right: int, words: Translations) -> str:
    return words.gettext("{left} d {sign} {right} d").format(
        left=number(words, left), sign=_sign(left, right), right=number(words, right)
    )
