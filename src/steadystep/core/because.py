"""From what the rule says in numbers to the reason, carrying the numbers that were enforced."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core import reasons, rule, shapes
from steadystep.core.observations import Symptom
from steadystep.core.reasons import Felt, Limit, Reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.core.ladder import Ladder
    from steadystep.core.policy import Numbers
    from steadystep.core.signal import Reference


class Told(NamedTuple):
    """A morning with all that its reason may speak of.

    Attributes:
        state: With today's answer heard.
        before: Yesterday evening's state.
        said: What the rule says.
        day: The day as the rule was told it.
        numbers: The numbers of the policy.
        ladder: The rungs.
        reference: What the answers were measured against.
        pain: Today's worst pain answer, NONE where not given.
        fatigue: The same for fatigue.
        limit: What the highest rung of today is called.
        higher: Symptom, usual and median where usual may have moved up.
        answers: Answers so far, while usual is being learnt.
        answers_needed: How many it takes.
        confidence: How sure of the next rung, 0 to 10.
        confidence_needed: How sure is sure enough.
    """

    state: shapes.State
    before: shapes.State
    said: shapes.Morning
    day: shapes.Day
    numbers: Numbers
    ladder: Ladder
    reference: Reference
    pain: int
    fatigue: int
    limit: Limit
    higher: tuple[Symptom, int, int] | None
    answers: int
    answers_needed: int
    confidence: int
    confidence_needed: int


def reason_of(told: Told) -> Reason:
    """The one reason that is told: what the body set off, else the first thing in the way."""
    if told.said.action == shapes.PACE:
        return reasons.PacingOnly(_dose(told, told.said.dose), bool(told.state.body.easing))
    if told.said.fired == shapes.EASING and _guard_lowers(told):
        # The step is smaller after the flare than before it, and that is said on the day.
        return _lowered(told)
    if told.said.fired != shapes.NOTHING:
        return _FIRED[told.said.fired](told)
    blocked = told.said.blocked
    if blocked:
        return _BLOCKED[(blocked & -blocked).bit_length() - 1](told)
    days = told.day.today - told.state.pace.last_rise
    if told.state.pace.last_rise == shapes.NEVER:
        days = told.day.today - told.state.plan.began
    return reasons.Ready(_dose(told, told.said.rung), _dose(told, told.said.offered), days)


def next_look_in(told: Told) -> int:
    """Days until what stands in the way now could be gone, at least one."""
    if told.said.action not in (shapes.HOLD, shapes.STAY):
        return 1
    days, blocked = 1, told.said.blocked
    timed = blocked & _TIMED
    while timed:
        bit = timed & -timed
        days = max(days, _DUE[bit](told) - told.day.today)
        timed ^= bit
    if blocked & shapes.WATCHING and told.state.watch.opened != shapes.CLOSED:
        hours = told.state.watch.opened + _hours_needed(told) - told.day.answered_at
        days = max(days, -(-hours // 24))
    return days


def _dose(told: Told, rung: int) -> int:
    return told.ladder.doses[rung]


def _hours_needed(told: Told) -> int:
    slow = rule.is_slow(told.state.watch, told.day, told.numbers)
    return told.numbers.watch_hours_long if slow else told.numbers.watch_hours


def _felt(told: Told) -> Felt:
    """The symptom that stands highest above its usual today."""
    marked = told.day.flare == shapes.A_FLARE
    reference = told.reference
    told_ones = [
        (answer - usual, symptom, answer, usual, usual + rise)
        for symptom, answer, usual, rise in (
            (Symptom.PAIN, told.pain, reference.usual_pain, reference.rise_pain),
            (Symptom.FATIGUE, told.fatigue, reference.usual_fatigue, reference.rise_fatigue),
        )
        if shapes.NONE not in (answer, usual)
    ]
    if not told_ones:
        return Felt(marked=marked)
    _, symptom, answer, usual, warning = max(told_ones, key=lambda one: one[0])
    if marked and answer < warning:
        return Felt(marked=True)
    return Felt(symptom, answer, usual, warning, marked)


def _after_rise(told: Told) -> Reason:
    watch, last_red = told.before.watch, told.before.body.last_red
    heard = [one for one in (watch.onset, last_red) if one >= watch.first]
    return reasons.FlareAfterRise(
        _felt(told),
        min([*heard, told.day.today]) - watch.first,
        _dose(told, told.before.plan.rung),
        _dose(told, told.said.rung),
        rule.waiting_days(told.state.pace, told.numbers),
    )


def _goes_on(told: Told) -> Reason:
    return reasons.FlareGoesOn(
        _felt(told),
        told.day.today - told.before.body.mark,
        _dose(told, told.before.plan.rung),
        _dose(told, told.said.rung),
    )


def _big_day(told: Told) -> date:
    return date.fromordinal(told.state.watch.big_day)


def _after_gap(told: Told) -> Reason:
    return reasons.BackAfterGap(
        told.said.gap_days,
        _dose(told, told.state.plan.rung),
        _dose(told, told.said.rung),
        told.said.gap_days > told.numbers.gap_half_days,
    )


def _guard_lowers(told: Told) -> bool:
    """Does the guard lower the rung today, being the lowest limit there is?"""
    rung = told.state.plan.rung
    return rung == told.day.guard < min(told.day.limit, told.before.plan.rung)


def _lowered(told: Told) -> Reason:
    guard = told.day.guard != shapes.NONE and told.day.guard < told.day.limit
    return reasons.LimitLowered(
        Limit.GUARD if guard else told.limit,
        _dose(told, told.before.plan.rung),
        _dose(told, told.said.rung),
    )


def _calming(told: Told) -> Reason:
    body, numbers = told.state.body, told.numbers
    return reasons.Calming(
        told.day.today - body.last_red, numbers.calming_days, body.calm, numbers.calming_answers
    )


def _watching(told: Told) -> Reason:
    watch = told.state.watch
    begun = watch.opened != shapes.CLOSED
    hours = max(told.day.answered_at - watch.opened, 0) if begun else 0
    return reasons.Watching(
        hours, _hours_needed(told), watch.answers, told.numbers.watch_answers, begun
    )


def _seen(told: Told) -> int:
    return shapes.BITS[told.state.body.seen]


def _usual_moved_up(told: Told) -> Reason:
    symptom, usual, now = told.higher or (Symptom.PAIN, shapes.NONE, shapes.NONE)
    return reasons.UsualMovedUp(symptom, usual, now)


_FIRED: dict[int, Callable[[Told], Reason]] = {
    shapes.AFTER_RISE: _after_rise,
    shapes.GOES_ON: _goes_on,
    shapes.AFTER_BIG_DAY: lambda told: reasons.FlareAfterBigDay(_felt(told), _big_day(told)),
    shapes.ON_ITS_OWN: lambda told: reasons.FlareOnItsOwn(_felt(told)),
    shapes.EASING: lambda told: reasons.Easing(told.day.today - told.state.body.last_red),
    shapes.AFTER_GAP: _after_gap,
    shapes.SMALLER: lambda told: reasons.Smaller(
        _dose(told, told.before.plan.rung), _dose(told, told.said.rung)
    ),
    shapes.LIMIT_LOWERED: _lowered,
    shapes.STARTED: lambda told: reasons.Started(
        _dose(told, told.said.rung), told.numbers.baseline_days
    ),
    shapes.STEP_TAKEN: lambda told: reasons.StepTaken(
        _dose(told, told.before.plan.rung), _dose(told, told.said.rung), _hours_needed(told)
    ),
}

# In the order of the rule's bits.
_BLOCKED: tuple[Callable[[Told], Reason], ...] = (
    _calming,
    lambda told: reasons.Unsettled(_felt(told)),
    _watching,
    lambda _: reasons.NoAnswerToday(),
    lambda told: reasons.FewAnswers(_seen(told), told.numbers.answers_least),
    lambda told: reasons.HalfPace(
        _seen(told), told.day.today - told.state.pace.last_rise, told.numbers.half_pace_days
    ),
    lambda told: reasons.LearningUsual(told.answers, told.answers_needed),
    lambda told: reasons.BaselineWeek(
        told.day.today - told.state.plan.began + 1, told.numbers.baseline_days
    ),
    lambda told: reasons.NotYetSteady(
        shapes.BITS[told.state.plan.done], told.state.plan.known, told.numbers.steady_sessions
    ),
    lambda told: reasons.Plateau(told.state.pace.plateau_until - told.day.today),
    lambda told: reasons.TooSoon(
        told.day.today - told.state.pace.last_rise, told.numbers.spacing_days
    ),
    lambda told: reasons.BackOff(
        told.day.today - max(told.state.pace.last_rise, told.state.pace.last_hit),
        rule.waiting_days(told.state.pace, told.numbers),
    ),
    lambda told: reasons.Resting(told.state.pace.rest_until - told.day.today),
    lambda _: reasons.ScreenDue(),
    _usual_moved_up,
    lambda told: reasons.BigDay(_big_day(told)),
    lambda _: reasons.SleepWorse(),
    lambda _: reasons.HeartVariabilityOff(),
    lambda _: reasons.HeartRateUp(),
    lambda told: reasons.Unsure(told.confidence, told.confidence_needed),
    lambda told: reasons.Guarded(
        _dose(told, min(told.said.rung + 1, len(told.ladder.doses) - 1)),
        _dose(told, told.day.guard),
    ),
    lambda told: reasons.Arrived(told.limit, _dose(told, told.said.rung)),
)

# The day on which each of these ends by itself.
_DUE: dict[int, Callable[[Told], int]] = {
    shapes.CALMING: lambda told: told.state.body.last_red + told.numbers.calming_days,
    shapes.HALF_PACE: lambda told: told.state.pace.last_rise + told.numbers.half_pace_days,
    shapes.BASELINE: lambda told: told.state.plan.began + told.numbers.baseline_days,
    shapes.TOO_SOON: lambda told: told.state.pace.last_rise + told.numbers.spacing_days,
    shapes.BACK_OFF: lambda told: (
        max(told.state.pace.last_rise, told.state.pace.last_hit)
        + rule.waiting_days(told.state.pace, told.numbers)
    ),
    shapes.PLATEAU: lambda told: told.state.pace.plateau_until,
    shapes.RESTING: lambda told: told.state.pace.rest_until,
    shapes.BOOM: lambda told: told.state.watch.big_day + told.numbers.boom_days + 1,
}
_TIMED = sum(_DUE)
