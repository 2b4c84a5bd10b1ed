"""The shapes in which the rule is told a day, remembers, and answers: whole numbers with names.

Flags are 0 or 1, sets are bits, days are numbers of which only differences count. Tuples of ints
are what CPython and numba both read without a word between them.
"""

from __future__ import annotations

from typing import NamedTuple

# What the body said today, from the best to the worst. Silence is neither.
SILENT, CALM, RAISED, WARM, HIGH = 0, 1, 2, 3, 4

# Which symptoms stand at or above their warning today, as bits.
PAIN_WARM, FATIGUE_WARM, BOTH_WARM = 1, 2, 3

# The person's own word on a flare.
NOT_SAID, A_FLARE, A_HARD_DAY = 0, 1, 2

# May there be a plan? (question A, in its order)
OPEN, RED_FLAG, PACING_ONLY, CLINICIAN_FIRST, PAUSED, NO_PLAN = 0, 1, 2, 3, 4, 5

# What the person said to an offer.
NO_REPLY, ACCEPT, STAY_HERE, TRY_MORE = 0, 1, 2, 3

# A rise: none to judge, accepted but not yet done, done and being judged.
SETTLED, ACCEPTED, JUDGED = 0, 1, 2

# Actions.
START, HOLD, OFFER, STEP_BACK, EASE, EASE_IN, STAY, PAUSE, PACE, WITHOUT_PLAN = range(10)

# What the body's answer set off (question B), the first that applies being the reason.
(
    NOTHING,
    AFTER_RISE,
    GOES_ON,
    AFTER_BIG_DAY,
    ON_ITS_OWN,
    EASING,
    AFTER_GAP,
    SMALLER,
    LIMIT_LOWERED,
    STARTED,
    STEP_TAKEN,
) = range(11)

# What stands in the way of an offer (question C, in its order), as bits.
CALMING = 1 << 0
UNSETTLED = 1 << 1
WATCHING = 1 << 2
NO_ANSWER = 1 << 3
FEW_ANSWERS = 1 << 4
HALF_PACE = 1 << 5
LEARNING = 1 << 6
BASELINE = 1 << 7
UNSTEADY = 1 << 8
PLATEAU = 1 << 9
TOO_SOON = 1 << 10
BACK_OFF = 1 << 11
RESTING = 1 << 12
SCREEN_DUE = 1 << 13
USUAL_UP = 1 << 14
BOOM = 1 << 15
SLEEP_WORSE = 1 << 16
HRV_OFF = 1 << 17
HEART_RATE_UP = 1 << 18
UNSURE = 1 << 19
GUARDED = 1 << 20
ARRIVED = 1 << 21

# A day that never was: longer ago than anything the rule looks back to.
NEVER = -9_999

UNKNOWN = -1
NONE = -1
CLOSED = -1

# Seven days, a bit each; and how many of seven bits are set. (numba knows no int.bit_count.)
WEEK = 0x7F
BITS = tuple(bits.bit_count() for bits in range(WEEK + 1))


class Day(NamedTuple):
    """One local day as the rule is told it.

    Attributes:
        today: The day's number; only differences count.
        gate: May there be a plan? OPEN or the first thing that stands against it.
        answer: SILENT to HIGH, the day's worst over both symptoms.
        warm: Which symptoms stand at or above their warning (bits).
        flare: The person's own word: NOT_SAID, A_FLARE, A_HARD_DAY.
        answered_at: Absolute hour of the answer; windows count in hours.
        planned: 1 where a session was planned today.
        did: What was done, in percent of the dose told; UNKNOWN where nobody said.
        did_at: Absolute hour of the session.
        boom: 1 where today's load was a boom, or "far too much" was tapped.
        reply: The person's word on an offer: NO_REPLY, ACCEPT, STAY_HERE, TRY_MORE.
        chosen: The rung the person set today by their own word, NONE where they did not.
        limit: The highest rung allowed: ladder's top, a clinician's ceiling, the goal.
        guard: The guard's highest rung, NONE where there is no guard.
        waits: LEARNING, SCREEN_DUE, USUAL_UP, SLEEP_WORSE, HRV_OFF, HEART_RATE_UP, UNSURE (bits).
        slow: 1 for resistance and for a movement in its first 28 days.
        per_week: Sessions planned in a week, 1 to 7.
        kept_moving: 1 where the person said they kept moving during a gap.
        more: 1 where the person raised something else today: the days a week, the effort, or the
            movement itself. It counts as a rise.
    """

    today: int
    gate: int
    answer: int
    warm: int
    flare: int
    answered_at: int
    planned: int
    did: int
    did_at: int
    boom: int
    reply: int
    chosen: int
    limit: int
    guard: int
    waits: int
    slow: int
    per_week: int
    kept_moving: int
    more: int


class Plan(NamedTuple):
    """The dose and how it was kept.

    Attributes:
        rung: The rung in force.
        start: The rung the plan began at.
        began: The day the baseline week began, NEVER before the first one.
        told: The rung of the dose told yesterday, NONE where none was.
        ease_cap: No eased dose of this flare stands above this rung; NONE while not easing.
        done: The last seven known planned sessions that were done (bits, latest lowest).
        known: How many of those seven there are yet.
        idle: Planned sessions in a row with none known to be done.
    """

    rung: int
    start: int
    began: int
    told: int
    ease_cap: int
    done: int
    known: int
    idle: int


class Body(NamedTuple):
    """What the body answered.

    Attributes:
        last_red: The last RED day.
        mark: The day this flare began or the last step down was taken, whichever is later.
        flaring: 1 from the first RED day until a calm answer.
        easing: 1 from the first RED day until an answer below the warning.
        calm: Calm answers since the last RED day, counted up to what calming asks for.
        warm_yesterday: Which symptoms were warm yesterday (bits).
        warm_before: Which were warm the day before that (bits).
        seen: The last seven days with an answer (bits, today lowest).
        unsettled: 1 from a warm or RED day until a calm answer.
    """

    last_red: int
    mark: int
    flaring: int
    easing: int
    calm: int
    warm_yesterday: int
    warm_before: int
    seen: int
    unsettled: int


class Watch(NamedTuple):
    """The rise that is being watched, and the window.

    Attributes:
        rise: SETTLED, ACCEPTED (not done yet) or JUDGED (done, being watched).
        first: The day of the first session at the rung that is judged, NEVER where none is.
        onset: The day this run of warm days began, NEVER in calm; counted from `first` on.
        opened: Absolute hour at which the open window began, CLOSED where none is open.
        answers: Answers in the open window, none of them warm.
        sessions: Sessions in it at 80 % of the dose or more.
        late: Flares that began late after a first session, up to what makes a slow responder.
        big_day: The last boom, or session well above the dose.
    """

    rise: int
    first: int
    onset: int
    opened: int
    answers: int
    sessions: int
    late: int
    big_day: int


class Pace(NamedTuple):
    """How often more may be offered.

    Attributes:
        last_rise: The day of the last rise that stands.
        rise_before: The rise that stood before it, for when it is taken back.
        last_hit: The last day a flare answered a rise.
        wait: How often the wait between offers stands doubled.
        hits: Rises in a row that a flare answered.
        plateau_until: No offer before this day: three rises in a row were answered.
        rest_until: No offer before this day: the person chose to stay.
        stays: "Stay" answers in a row.
    """

    last_rise: int
    rise_before: int
    last_hit: int
    wait: int
    hits: int
    plateau_until: int
    rest_until: int
    stays: int


class State(NamedTuple):
    """All that the rule remembers from one day to the next."""

    plan: Plan
    body: Body
    watch: Watch
    pace: Pace


class Morning(NamedTuple):
    """What the rule says today.

    Attributes:
        action: START to WITHOUT_PLAN.
        rung: The rung in force today, NONE without a plan.
        dose: The rung of today's dose, NONE where there is none.
        offered: The rung offered, NONE where none is.
        fired: What the body's answer set off (question B), the first that applies.
        blocked: What stands in the way of an offer (question C), as bits.
        red: 1 on a RED day.
        gap_days: Days without movement that the dose of today takes into account, else 0.
    """

    action: int
    rung: int
    dose: int
    offered: int
    fired: int
    blocked: int
    red: int
    gap_days: int
