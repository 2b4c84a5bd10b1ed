"""The rule as the app runs it: the same functions of core, with an invented person around them.

What `core.course` does for one person's record is done here for a row of numbers: hear the answer,
close yesterday, decide. The rule, the hearing, the looks at usual and the guard are core's own
function objects; a test holds the two side by side, day by day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.told import NO_DOSE, UNTOLD, Choice, Planner
from steadystep.core import ladder as ladders
from steadystep.core.guard import (
    UNHEARD,
    cap,
    done_of,
    hear_day,
    in_force,
    learn,
    middle_of,
    place_of,
)
from steadystep.core.guard_table import Table, table_for
from steadystep.core.policy import GENTLE, Hearing, Numbers, Policy
from steadystep.core.reference import (
    NEVER_LOOKED,
    Look,
    Usual,
    is_due,
    measured_against,
    raised,
    renew,
)
from steadystep.core.reference import (
    in_force as usual_in_force,
)
from steadystep.core.reference import (
    told as usual_as_told,
)
from steadystep.core.rule import begin as begin_again
from steadystep.core.rule import evening, is_slow, morning, newborn, with_plan
from steadystep.core.shapes import (
    A_HARD_DAY,
    ACCEPT,
    HOLD,
    LEARNING,
    NEVER,
    NO_REPLY,
    NONE,
    NOT_SAID,
    NOTHING,
    OPEN,
    PLATEAU,
    SLEEP_WORSE,
    UNKNOWN,
    USUAL_UP,
    Day,
    Morning,
    State,
)
from steadystep.core.signal import listen, sleep_is_worse, weigh

if TYPE_CHECKING:
    from steadystep.cohort.told import Start, Told
    from steadystep.core.ladder import Ladder

# When in the day they check in and when they move, absolute hours of the day; assumed.
CHECK_IN_HOUR, SESSION_HOUR = 9, 15
DAY_HOURS = 24
# More than a day is no limit, minutes.
NO_LIMIT = 1440.0
# The longest look back, days; usual is taken from the first answers, which are no more than these.
KEPT_DAYS = 28
# Answers are whole points.
STEP = 10
EVERY_DAY = 7
_TENTHS = 10


class Knobs(NamedTuple):
    """The rule's numbers, and what kind of person answers it.

    Attributes:
        numbers: The rule's own.
        hearing: Those by which answers are heard.
        movement: The ladder of one movement.
        whole_day: The ladder of a whole day's load.
        guarded: 1 with the guard.
        guard_movement: Its table on the first ladder.
        guard_whole_day: Its table on the second.
        guard_days: Days before an answer whose doses it is put down to.
        guard_days_long: The same for a slow responder.
        guard_apart: Days without RED between two flares.
        new_days: Days for which a movement is new.
        asks: 1 where a RED by number is asked about, outside a watched rise.
        takes: 1 where a higher usual is taken when asked, 0 where it is kept.
        accepts: 1 where every offer is accepted.
    """

    numbers: Numbers
    hearing: Hearing
    movement: Ladder
    whole_day: Ladder
    guarded: int
    guard_movement: Table
    guard_whole_day: Table
    guard_days: int
    guard_days_long: int
    guard_apart: int
    new_days: int
    asks: int
    takes: int
    accepts: int


# Where things lie in the notes: the last days in rings, oldest overwritten, and what was done.
PAIN, FATIGUE = 0, 2 * KEPT_DAYS
LOADS = FATIGUE + 2 * KEPT_DAYS
NIGHTS = LOADS + KEPT_DAYS
DONE = NIGHTS + KEPT_DAYS
KEPT_DOSES = 7


class Heard(NamedTuple):
    """One symptom: usual as told and as taken from answers.

    Attributes:
        as_told: Usual as the person told it on joining.
        held: Usual as it was taken from answers, and a higher one that is asked about.
        answered: How many first answers there are, until usual is taken from them.
    """

    as_told: Usual
    held: Look
    answered: int


class Memory(NamedTuple):
    """What is kept from one morning to the next.

    Attributes:
        whole_day: 1 where the dose is the whole day's load.
        state: The rule's state with yesterday's answer heard.
        day: Yesterday.
        said: What the rule said yesterday.
        pain: Pain and its usual.
        fatigue: Fatigue and its usual.
        answers: Yesterday's pain and fatigue, tenths.
        night: How bad the night before yesterday was, tenths.
        days: Days closed.
        lesson: What yesterday's answer says to the guard.
        reach: Days before an answer whose doses it is put down to.
        notes: Answers, loads, nights and doses of the last days, all in tenths.
        evidence: What the guard knows.
    """

    whole_day: int
    state: State
    day: Day
    said: Morning
    pain: Heard
    fatigue: Heard
    answers: tuple[int, int]
    night: int
    days: int
    lesson: int
    reach: int
    notes: list[int]
    evidence: list[int]


def shipped(
    policy: Policy = GENTLE,
    name: str = "the rule",
    *,
    asks: int = 1,
    takes: int = 1,
    accepts: int = 1,
) -> Planner:
    """The Rule of Two with these numbers, and its guard where they have one."""
    guarded = policy if policy.guard_risk_percent else _with_any_guard(policy)
    tables = [table_for(one, guarded) for one in (ladders.MINUTES, ladders.WHOLE_DAY_MINUTES)]
    movement, whole_day = tables
    assert movement is not None  # noqa: S101 - for the type checker: this policy has a guard
    assert whole_day is not None  # noqa: S101 - likewise
    knobs = Knobs(
        policy.numbers(),
        policy.hearing(),
        ladders.MINUTES,
        ladders.WHOLE_DAY_MINUTES,
        1 if policy.guard_risk_percent else 0,
        movement,
        whole_day,
        policy.guard_days,
        policy.guard_days_long,
        policy.guard_apart_days,
        policy.new_movement_days,
        asks,
        takes,
        accepts,
    )
    return Planner(name, begin, choose, knobs)


def _with_any_guard(policy: Policy) -> Policy:
    """A table is needed for its shape even where the guard keeps silent."""
    return replace(policy, guard_risk_percent=10)


def begin(start: Start, knobs: Knobs) -> Memory:
    """The rule before its first morning."""
    ladder = knobs.whole_day if start.whole_day else knobs.movement
    size = knobs.guard_whole_day.size if start.whole_day else knobs.guard_movement.size
    nobody = Day(0, OPEN, 0, 0, 0, 0, 0, UNKNOWN, 0, 0, NO_REPLY, NONE, 0, NONE, 0, 0, 7, 0, 0)
    notes = [NONE] * (DONE + KEPT_DOSES)
    for place in range(DONE, DONE + KEPT_DOSES):
        notes[place] = 0
    return Memory(
        start.whole_day,
        newborn(place_of(int(start.dose * _TENTHS), ladder.doses)),
        nobody,
        Morning(HOLD, NONE, NONE, NONE, NOTHING, 0, 0, 0),
        as_told_on_joining(start.usual_pain, knobs),
        as_told_on_joining(start.usual_fatigue, knobs),
        (NONE, NONE),
        NONE,
        0,
        UNHEARD,
        knobs.guard_days,
        notes,
        [0] * size,
    )


def as_told_on_joining(usual: int, knobs: Knobs) -> Heard:
    """One symptom before any answer."""
    if usual == UNTOLD:
        return Heard(NEVER_LOOKED.usual, NEVER_LOOKED, 0)
    return Heard(usual_as_told(usual, knobs.hearing, STEP), NEVER_LOOKED, 0)


def choose(memory: Memory, told: Told, knobs: Knobs) -> tuple[Memory, Choice]:
    """Close yesterday with what is told of it, hear this morning, and decide."""
    return choose_within(memory, told, knobs, NO_LIMIT, 0)


def choose_within(
    memory: Memory, told: Told, knobs: Knobs, limit: float, waits: int
) -> tuple[Memory, Choice]:
    """The same under a limit and signs to wait that come from elsewhere.

    Args:
        memory: What is kept.
        told: This morning.
        knobs: The rule's numbers.
        limit: No more than this today, minutes; at least the smallest rung.
        waits: What else the body says, as the rule's bits.
    """
    before, pain, fatigue = memory.state, memory.pain, memory.fatigue
    days = memory.days
    if told.day > 0:
        days += 1
        before = evening(before, lived(memory, told, knobs), memory.said, knobs.numbers)
        before, pain, fatigue = close_yesterday(memory, before, knobs.hearing, knobs.takes)
        keep_in_mind(memory, told, knobs)
    ladder = knobs.whole_day if memory.whole_day else knobs.movement
    top = place_of(int(min(limit, NO_LIMIT) * _TENTHS), ladder.doses)
    day = day_of(memory, before, pain, fatigue, told, knobs, top, waits)
    state, said = morning(before, day, knobs.numbers, ladder)
    body = before.body
    lesson = hear_day(
        day.answer, said.red, body.flaring, told.day - body.last_red, knobs.guard_apart
    )
    slow = is_slow(before.watch, day, knobs.numbers)
    choice = Choice(
        NO_DOSE if said.dose == NONE else ladder.doses[said.dose] / _TENTHS,
        1 if said.red and not body.flaring else 0,
        1 if state.plan.rung > before.plan.rung else 0,
        1 if said.blocked & PLATEAU else 0,
    )
    return Memory(
        memory.whole_day,
        state,
        day,
        said,
        pain,
        fatigue,
        (told.pain, told.fatigue),
        told.sleep,
        days,
        lesson,
        knobs.guard_days_long if slow else knobs.guard_days,
        memory.notes,
        memory.evidence,
    ), choice


def lived(memory: Memory, told: Told, knobs: Knobs) -> Day:
    """Yesterday with what became of it."""
    day, boom = memory.day, 0
    if told.load >= 0.0:
        loads = in_order(memory.notes, LOADS, memory.days)
        boom, _ = weigh(int(told.load * _TENTHS), loads, knobs.hearing)
    return Day(
        day.today, day.gate, day.answer, day.warm, day.flare, day.answered_at, day.planned,
        told.did, day.did_at, boom, day.reply, day.chosen, day.limit, day.guard, day.waits,
        day.slow, day.per_week, day.kept_moving, day.more,
    )  # fmt: skip


def close_yesterday(
    memory: Memory, state: State, hearing: Hearing, takes: int
) -> tuple[State, Heard, Heard]:
    """Answer what was asked about usual, and look at it where that is due."""
    pain, fatigue = memory.pain, memory.fatigue
    if memory.day.waits & USUAL_UP and memory.answers[0] != NONE:
        # One is asked about at a time, pain first.
        if pain.held.higher != NONE:
            pain = answer_usual(pain, takes)
        else:
            fatigue = answer_usual(fatigue, takes)
        if takes:
            state = with_plan(state, begin_again(state.plan, memory.day.today + 1))
    days = memory.days + 1
    pain = close_symptom(memory.notes, PAIN, pain, memory.answers[0], days, hearing)
    fatigue = close_symptom(memory.notes, FATIGUE, fatigue, memory.answers[1], days, hearing)
    return state, pain, fatigue


def answer_usual(heard: Heard, takes: int) -> Heard:
    """Take the higher usual, or keep the present one until the next look."""
    usual = raised(heard.held.usual, heard.held.higher) if takes else heard.held.usual
    return Heard(heard.as_told, Look(usual, NONE), heard.answered)


def close_symptom(
    notes: list[int], at: int, heard: Heard, answer: int, days: int, hearing: Hearing
) -> Heard:
    """Take in a day's answer; take usual from the answers, or look at it, where that is due."""
    held, answered, first = heard.held, heard.answered, at + KEPT_DAYS
    notes[at + days % KEPT_DAYS] = answer
    if held.usual.tenths == NONE and answer != NONE and answered < KEPT_DAYS:
        notes[first + answered] = answer
        answered += 1
    if is_due(held.usual, answered, days, hearing):
        firsts, window = notes[first : first + answered], notes[at : at + KEPT_DAYS]
        held = renew(held, firsts, window, hearing, STEP)
    return Heard(heard.as_told, held, answered)


def keep_in_mind(memory: Memory, told: Told, knobs: Knobs) -> None:
    """Note yesterday's load, night and dose, and let the guard learn from the answer."""
    notes, place = memory.notes, memory.days % KEPT_DAYS
    notes[LOADS + place] = int(told.load * _TENTHS) if told.load >= 0.0 else NONE
    notes[NIGHTS + place] = memory.night
    if not knobs.guarded:
        return
    table = knobs.guard_whole_day if memory.whole_day else knobs.guard_movement
    ladder = knobs.whole_day if memory.whole_day else knobs.movement
    exposure = 0
    for one in range(memory.reach):
        exposure = max(exposure, notes[DONE + (memory.days - 1 - one) % KEPT_DOSES])
    learn(memory.evidence, exposure, memory.lesson, table)
    dose = 0 if memory.said.dose == NONE else ladder.doses[memory.said.dose]
    notes[DONE + memory.days % KEPT_DOSES] = done_of(dose, told.did)


def day_of(
    memory: Memory,
    state: State,
    pain: Heard,
    fatigue: Heard,
    told: Told,
    knobs: Knobs,
    top: int,
    waits: int,
) -> Day:
    """This morning in the rule's own words."""
    reference = measured_against(
        usual_in_force(pain.held.usual, pain.as_told),
        usual_in_force(fatigue.held.usual, fatigue.as_told),
    )
    answer, warm = listen(reference, told.pain, told.fatigue)
    known = reference.usual_pain != NONE or reference.usual_fatigue != NONE
    waits |= 0 if known else LEARNING
    if pain.held.higher != NONE or fatigue.held.higher != NONE:
        waits |= USUAL_UP
    if told.sleep != UNTOLD:
        nights = in_order(memory.notes, NIGHTS, memory.days + 1)
        if sleep_is_worse(told.sleep, nights, knobs.hearing):
            waits |= SLEEP_WORSE
    age = 0 if state.plan.began == NEVER else told.day - state.plan.began
    is_new = memory.whole_day == 0 and age < knobs.new_days
    waved_off = knobs.asks == 1 and told.hard_day == 1 and not state.body.flaring
    return Day(
        told.day,
        OPEN,
        answer,
        warm,
        A_HARD_DAY if waved_off else NOT_SAID,
        told.day * DAY_HOURS + CHECK_IN_HOUR,
        1,
        UNKNOWN,
        told.day * DAY_HOURS + SESSION_HOUR,
        0,
        ACCEPT if knobs.accepts else NO_REPLY,
        NONE,
        top,
        guard_rung(memory, state, told.day, knobs),
        waits,
        1 if is_new else 0,
        EVERY_DAY,
        0,
        0,
    )


def guard_rung(memory: Memory, state: State, today: int, knobs: Knobs) -> int:
    """The guard's rung for today, NONE without a guard."""
    if not knobs.guarded:
        return NONE
    table = knobs.guard_whole_day if memory.whole_day else knobs.guard_movement
    ladder = knobs.whole_day if memory.whole_day else knobs.movement
    first_step = ladder.doses[min(state.plan.start + 1, len(ladder.doses) - 1)]
    most = cap(memory.evidence, middle_of(first_step, table), table)
    limit = place_of(most, ladder.doses)
    return in_force(limit, state.plan.rung, today - state.body.last_red, knobs.guard_apart)


def in_order(notes: list[int], at: int, days: int) -> list[int]:
    """The last days of a ring, oldest first."""
    first = days % KEPT_DAYS
    return notes[at + first : at + KEPT_DAYS] + notes[at : at + first]
