"""The rule with more to go by: what a second check-in, a watch's nights or its loads would buy.

Each source can hold or lower, and none can raise, as in the rule itself (law 8). The load guard is
the app's guard over the whole day's load instead of the dose: it learns which days were borne, and
leaves the movement what is left of such a day.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Annotated, NamedTuple

from steadystep.cohort.policies import shipped
from steadystep.cohort.policies.knobs import Knob
from steadystep.cohort.policies.shipped import NO_LIMIT, choose_within
from steadystep.cohort.policies.shipped import begin as begin_rule
from steadystep.cohort.told import UNTOLD, Choice, Planner, Told
from steadystep.core.guard import cap, learn, middle_of
from steadystep.core.policy import GENTLE, Hearing, Policy
from steadystep.core.shapes import HRV_OFF, NONE
from steadystep.core.signal import hrv_is_off

if TYPE_CHECKING:
    from steadystep.cohort.told import Start

_TENTHS = 10
DAYS = 28
# A usual night's RMSSD, tenths of a millisecond, and the spread of its logarithm between nights
# (healthy people, own reading of 38 series: 0.21).
RMSSD, RMSSD_SPREAD = 300.0, 0.2
# The own day the movement leaves room for: three in four of the last month were no larger. Choice.
ROOM_SHARE = 3, 4
# The middle of what is believed of a day's tolerance, as a share of habit; the guard's own percent
# of a first step is on top of it. Assumed: with 300 % it is one and a half times habit.
HABIT_SHARE = 0.5
_YES = Knob("1 or 0", 0, 1, "a source of information, choice")


class Sources(NamedTuple):
    """What the rule may go by besides the morning's answer.

    Attributes:
        evening: 1 where a second check-in is heard: the mean of the two.
        sleep: 1 where a night that was told may hold an offer.
        hrv: 1 where a watch's HRV may hold an offer.
        big_days: 1 where a watch's load shows booms.
        load: 1 where the guard learns from the whole day's load.
    """

    evening: Annotated[int, _YES] = 0
    sleep: Annotated[int, _YES] = 0
    hrv: Annotated[int, _YES] = 0
    big_days: Annotated[int, _YES] = 0
    load: Annotated[int, _YES] = 0


class Knobs(NamedTuple):
    """The rule's numbers and its sources."""

    rule: shipped.Knobs
    sources: Sources
    hearing: Hearing


class Memory(NamedTuple):
    """What is kept from one morning to the next.

    Attributes:
        rule: What the rule keeps.
        habit: The own day's load on joining, minutes.
        days: Days told of.
        loads: The last days' whole loads, tenths of a minute, in a ring.
        own: The same without the dose.
        nights: The last nights' RMSSD, tenths of a millisecond, oldest first.
        evidence: What the load guard knows.
    """

    rule: shipped.Memory
    habit: float
    days: int
    loads: list[int]
    own: list[int]
    nights: list[int]
    evidence: list[int]


def informed(
    sources: Sources, policy: Policy = GENTLE, name: str = "the rule, informed"
) -> Planner:
    """The rule with these numbers and these sources."""
    rule = shipped.shipped(policy).knobs
    return Planner(name, begin, choose, Knobs(rule, sources, policy.hearing()))


def begin(start: Start, knobs: Knobs) -> Memory:
    """Nothing is known on the first morning but the habit."""
    return Memory(
        begin_rule(start, knobs.rule),
        start.habit,
        0,
        [NONE] * DAYS,
        [NONE] * DAYS,
        [NONE] * DAYS,
        [0] * knobs.rule.guard_whole_day.size,
    )


def choose(memory: Memory, told: Told, knobs: Knobs) -> tuple[Memory, Choice]:
    """Let each source hold or lower, and then ask the rule."""
    sources, limit, waits = knobs.sources, NO_LIMIT, 0
    if told.load >= 0.0:
        keep_load(memory, told, knobs)
        if sources.load == 1:
            limit = room_for_movement(memory, knobs)
    if sources.hrv == 1 and told.hrv != 0.0:
        keep_night(memory.nights, int(RMSSD * exp(RMSSD_SPREAD * told.hrv)))
        if hrv_is_off(memory.nights, knobs.hearing):
            waits |= HRV_OFF
    rule, choice = choose_within(memory.rule, as_heard(told, sources), knobs.rule, limit, waits)
    return Memory(
        rule, memory.habit, memory.days + 1, memory.loads, memory.own, memory.nights,
        memory.evidence,
    ), choice  # fmt: skip


def as_heard(told: Told, sources: Sources) -> Told:
    """What is told, with the sources that are not used left out."""
    pain = told.pain
    if sources.evening == 1 and UNTOLD not in (told.evening, pain):
        pain = (pain + told.evening) // 2
    return Told(
        told.day,
        pain,
        told.fatigue,
        told.hard_day,
        told.did,
        told.load if sources.big_days == 1 else float(UNTOLD),
        told.sleep if sources.sleep == 1 else UNTOLD,
        told.hrv,
        told.evening,
        told.capacity,
    )


def keep_load(memory: Memory, told: Told, knobs: Knobs) -> None:
    """Note yesterday's load, and let the load guard learn what the answer before it said."""
    if memory.days == 0:
        return
    said, yesterday = memory.rule.said, memory.days - 1
    exposure = 0
    for one in range(1, memory.rule.reach + 1):
        exposure = max(exposure, memory.loads[(yesterday - one) % DAYS])
    if knobs.sources.load == 1:
        learn(memory.evidence, exposure, memory.rule.lesson, knobs.rule.guard_whole_day)
    load = int(told.load * _TENTHS)
    ladder = knobs.rule.whole_day if memory.rule.whole_day else knobs.rule.movement
    dose = 0 if said.dose == NONE else ladder.doses[said.dose]
    memory.loads[yesterday % DAYS] = load
    memory.own[yesterday % DAYS] = max(load - dose * max(told.did, 0) // 100, 0)


def room_for_movement(memory: Memory, knobs: Knobs) -> float:
    """What a day that is borne leaves beside a larger day of one's own, minutes."""
    table = knobs.rule.guard_whole_day
    believed = middle_of(int(memory.habit * HABIT_SHARE * _TENTHS), table)
    borne = cap(memory.evidence, believed, table)
    own = sorted([one for one in memory.own if one != NONE])
    if len(own) < DAYS // 2:
        return NO_LIMIT
    larger = own[len(own) * ROOM_SHARE[0] // ROOM_SHARE[1]]
    return max(borne - larger, 0) / _TENTHS


def keep_night(nights: list[int], value: int) -> None:
    """Add a night at the end, and let go of the first."""
    for place in range(len(nights) - 1):
        nights[place] = nights[place + 1]
    nights[len(nights) - 1] = value
