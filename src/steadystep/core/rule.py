"""The Rule of Two: three questions a day, in integers alone.

May there be a plan? What did the body answer? What stands in the way of an offer?

Everything here is plain scalar Python over whole numbers: no clock, no chance, no floats, and no
imports but the shapes. CPython runs these functions for one person; numba compiles the same
functions for a cohort (`steadystep.cohort.compiled`). So flags are 0 or 1 and never True or False,
tuples are built by position, and every branch gives ints.

`morning` hears today's answer and decides. `evening` adds what became of the day. Asking twice in
the morning changes nothing, since only the evening's state goes on to tomorrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.shapes import (
    A_FLARE,
    A_HARD_DAY,
    ACCEPT,
    ACCEPTED,
    AFTER_BIG_DAY,
    AFTER_GAP,
    AFTER_RISE,
    ARRIVED,
    BACK_OFF,
    BASELINE,
    BITS,
    BOOM,
    CALM,
    CALMING,
    CLOSED,
    EASE,
    EASE_IN,
    EASING,
    FEW_ANSWERS,
    GOES_ON,
    GUARDED,
    HALF_PACE,
    HIGH,
    HOLD,
    JUDGED,
    LIMIT_LOWERED,
    NEVER,
    NO_ANSWER,
    NO_PLAN,
    NONE,
    NOTHING,
    OFFER,
    ON_ITS_OWN,
    OPEN,
    PACE,
    PACING_ONLY,
    PAUSE,
    PLATEAU,
    RAISED,
    RESTING,
    SETTLED,
    SILENT,
    SMALLER,
    START,
    STARTED,
    STAY,
    STAY_HERE,
    STEP_BACK,
    STEP_TAKEN,
    TOO_SOON,
    TRY_MORE,
    UNKNOWN,
    UNSETTLED,
    UNSTEADY,
    WARM,
    WATCHING,
    WEEK,
    WITHOUT_PLAN,
    Body,
    Day,
    Morning,
    Pace,
    Plan,
    State,
    Watch,
)

if TYPE_CHECKING:
    from steadystep.core.ladder import Ladder
    from steadystep.core.policy import Numbers


def newborn(rung: int) -> State:
    """The state before the first day of a plan that starts on this rung."""
    return State(
        Plan(rung, rung, NEVER, NONE, NONE, 0, 0, 0),
        Body(NEVER, NEVER, 0, 0, 0, 0, 0, 0, 0),
        Watch(SETTLED, NEVER, NEVER, CLOSED, 0, 0, 0, NEVER),
        Pace(NEVER, NEVER, NEVER, 0, 0, NEVER, NEVER, 0),
    )


def morning(state: State, day: Day, numbers: Numbers, ladder: Ladder) -> tuple[State, Morning]:
    """Hear today's answer and decide.

    Args:
        state: Yesterday evening's state.
        day: Today as far as it is told; what will be done today plays no part.
        numbers: The numbers of the policy.
        ladder: The rungs.

    Returns:
        The state with today's answer heard, and what the rule says today.
    """
    plan, body, watch, pace = state
    red = is_red(body, watch, day)
    heard = State(
        plan,
        hear(body, day, red, numbers),
        keep_watch(watch, day, red, body.flaring, numbers),
        pace,
    )
    if day.gate != OPEN:
        return may_not_plan(heard, day, red, ladder)
    answered, fired, gap_days, comeback = answer_the_body(state, heard, day, red, numbers, ladder)
    return settle(answered, day, (fired, red, gap_days, comeback), numbers, ladder)


# What the day brings ----------------------------------------------------------------------------


def is_red(body: Body, watch: Watch, day: Day) -> int:
    """A flare: the person's word, a high answer, or one symptom warm on two of three days.

    Outside a watched rise the person may call a RED by number a hard day instead.
    """
    flare, warm = day.flare, day.warm
    if flare == A_FLARE:
        return 1
    if warm == 0 or (flare == A_HARD_DAY and watch.first == NEVER):
        return 0
    again = warm & (body.warm_yesterday | body.warm_before)
    return 1 if again != 0 or day.answer == HIGH else 0


def hear(body: Body, day: Day, red: int, numbers: Numbers) -> Body:
    """Take in today's answer. A good day is the same as an ordinary one: calm."""
    last_red, mark, flaring, easing, calm, warm_yesterday, warm_before, seen, unsettled = body
    answer = day.answer
    seen = (seen << 1 | (1 if answer != SILENT or red else 0)) & WEEK
    if red:
        last_red, mark = day.today, mark if flaring else day.today
        flaring, easing, calm, unsettled = 1, 1, 0, 1
    elif answer >= WARM:
        unsettled = 1
    elif answer == RAISED:
        easing = 0
    elif answer == CALM:
        if calm == numbers.calming_answers and seen == body.seen and not unsettled:
            # Nothing that is remembered changes on a quiet day after a quiet week.
            return body
        flaring, easing, unsettled = 0, 0, 0
        calm = min(calm + 1, numbers.calming_answers)
    return Body(last_red, mark, flaring, easing, calm, warm_yesterday, warm_before, seen, unsettled)


def keep_watch(watch: Watch, day: Day, red: int, flaring: int, numbers: Numbers) -> Watch:
    """Move the window and the judging of a rise on by today's answer. Silence moves neither."""
    if watch.opened == CLOSED and watch.first == NEVER:
        return watch
    onset, late, opened, answers = watch.onset, watch.late, watch.opened, watch.answers
    if red or day.answer >= WARM:
        if watch.first != NEVER and onset == NEVER:
            onset = day.today
        began_after = onset - watch.first
        if red and not flaring and numbers.late_from <= began_after <= numbers.blame_days_long:
            late = min(late + 1, numbers.late_flares)
        if opened != CLOSED:
            opened, answers = max(opened, day.answered_at), 0
    elif day.answer != SILENT:
        if day.answer == CALM:
            onset = NEVER
        if opened != CLOSED and day.answered_at > opened:
            answers += 1
            if window_is_over(watch, answers, day, numbers):
                opened = CLOSED
    return Watch(
        watch.rise, watch.first, onset, opened, answers, watch.sessions, late, watch.big_day
    )


def window_is_over(watch: Watch, answers: int, day: Day, numbers: Numbers) -> int:
    """Was the body heard for long enough, and the dose done often enough?"""
    slow = is_slow(watch, day, numbers)
    hours = numbers.watch_hours_long if slow else numbers.watch_hours
    few = day.per_week <= numbers.few_per_week
    sessions = numbers.watch_sessions_few if few else numbers.watch_sessions
    heard = answers >= numbers.watch_answers and day.answered_at - watch.opened >= hours
    return 1 if heard and watch.sessions >= sessions else 0


def is_slow(watch: Watch, day: Day, numbers: Numbers) -> int:
    """Do answers come late: by the kind of movement, its newness, or as seen twice before?"""
    return 1 if day.slow or watch.late >= numbers.late_flares else 0


# A. May there be a plan? ------------------------------------------------------------------------


def may_not_plan(heard: State, day: Day, red: int, ladder: Ladder) -> tuple[State, Morning]:
    """Something stands against a plan. Pacing only keeps an envelope; neither makes an offer."""
    if day.gate != PACING_ONLY:
        action = WITHOUT_PLAN if day.gate == NO_PLAN else PAUSE
        return heard, Morning(action, NONE, NONE, NONE, NOTHING, 0, red, 0)
    rung = min(heard.plan.rung, cap_of(day))
    if day.chosen != NONE:
        rung = min(rung, day.chosen)
    if red and heard.body.mark == day.today:
        # A relapse under malaise: a new, smaller envelope, and never the old one by itself.
        rung = ladder.eased[rung]
    dose = ladder.eased[rung] if heard.body.easing else rung
    # The way out, if there is one, leads to a baseline week at the smallest dose.
    plan = heard.plan
    envelope = Plan(rung, 0, NEVER, plan.told, plan.ease_cap, plan.done, plan.known, plan.idle)
    return with_plan(heard, envelope), Morning(PACE, rung, dose, NONE, NOTHING, 0, red, 0)


def cap_of(day: Day) -> int:
    """The highest rung that every limit of today allows. Limits lower, and never raise."""
    return day.limit if day.guard == NONE else max(min(day.limit, day.guard), 0)


# B. What did the body answer? -------------------------------------------------------------------


def answer_the_body(
    before: State, heard: State, day: Day, red: int, numbers: Numbers, ladder: Ladder
) -> tuple[State, int, int, int]:
    """Let all that applies take effect. The first of them, in the rule's order, is the reason.

    Steps down, gaps and limits never add up on one day: each is counted from the rung before.

    Returns:
        The state with what follows from the answer, what fired, the days of a gap, and the rung
        to come back on.
    """
    state, watch, fired, rung = heard, heard.watch, NOTHING, heard.plan.rung
    answered = 0
    if watch.first != NEVER:
        answered = answers_the_rise(before, watch, day, red, numbers)
        if not answered and has_passed(watch, day, numbers):
            state = let_pass(state)
    limited = rung > day.limit or day.guard != NONE
    if limited or day.chosen != NONE or day.more or state.plan.began == NEVER:
        state, fired = words_and_limits(state, day)

    gap_days, comeback = 0, state.plan.rung
    if state.plan.idle and fired != STARTED:
        gap_days = idle_days(state.plan, day, numbers)
        comeback = after_gap(state.plan, gap_days, numbers, ladder)
        fired = AFTER_GAP if gap_days else fired

    if answered:
        # A step that the person took back themselves is one rung down already.
        above = rung + 1 if watch.rise == SETTLED else rung
        return take_back(state, day, above, numbers), AFTER_RISE, gap_days, comeback
    if red and goes_on(before.body, heard.body, day, numbers):
        return step_down(state, day, rung), GOES_ON, gap_days, comeback
    if red:
        after_big = day.today - watch.big_day <= numbers.big_day_days
        began_today = not before.body.flaring
        fired = AFTER_BIG_DAY if after_big else ON_ITS_OWN if began_today else EASING
    elif heard.body.easing:
        fired = EASING
    return state, fired, gap_days, comeback


def words_and_limits(heard: State, day: Day) -> tuple[State, int]:
    """Begin the baseline week on the first open day, obey every limit and the person's own word."""
    state, cap, fired = heard, cap_of(day), NOTHING
    if heard.plan.rung > cap:
        state, fired = with_plan(state, on_rung(state.plan, cap)), LIMIT_LOWERED
    if heard.plan.began == NEVER:
        begun = begin(state.plan, day.today)
        state, fired = with_plan(state, on_rung(begun, min(begun.rung, begun.start))), STARTED
    wish = min(day.chosen, cap)
    if wish not in (NONE, state.plan.rung):
        if wish < state.plan.rung:
            state, fired = lower_to(state, day.today, wish), SMALLER
        else:
            state, fired = rise_to(state, day.today, wish), STEP_TAKEN
    if day.more:
        state = rise_to(state, day.today, state.plan.rung)
        fired = SMALLER if fired == SMALLER else STEP_TAKEN
    return state, fired


def rise_to(state: State, today: int, rung: int) -> State:
    """Rise, by an accepted offer or the person's own word: it waits for its first session.

    A rise before it that is still judged goes on being judged until then.
    """
    pace, watch = state.pace, state.watch
    return State(
        on_rung(state.plan, rung),
        state.body,
        Watch(ACCEPTED, watch.first, watch.onset, CLOSED, 0, 0, watch.late, watch.big_day),
        rises_from(pace, today, pace.last_rise, 0),
    )


def lower_to(state: State, today: int, rung: int) -> State:
    """Go down at the person's wish. Nothing rises for a while.

    A flare may still answer the step that was taken back: it lowers nothing more, but the wait
    is longer.
    """
    pace, watch = state.pace, state.watch
    return State(
        on_rung(state.plan, rung),
        state.body,
        Watch(
            SETTLED,
            watch.first,
            watch.onset,
            watch.opened,
            watch.answers,
            watch.sessions,
            watch.late,
            watch.big_day,
        ),
        rises_from(pace, today, pace.rise_before, 0),
    )


def idle_days(plan: Plan, day: Day, numbers: Numbers) -> int:
    """Count planned sessions not known to be done in days, by the plan's rhythm; 0 is no gap."""
    days = 0 if day.kept_moving else plan.idle * 7 // day.per_week
    return days if days > numbers.gap_same_days else 0


def after_gap(plan: Plan, gap_days: int, numbers: Numbers, ladder: Ladder) -> int:
    """The rung to come back on, from the rung at which the gap began."""
    if gap_days == 0:
        return plan.rung
    if gap_days <= numbers.gap_one_rung_days:
        return max(plan.rung - 1, 0)
    if gap_days <= numbers.gap_three_quarters_days:
        return ladder.three_quarters[plan.rung]
    if gap_days <= numbers.gap_half_days:
        return ladder.half[plan.rung]
    return min(plan.start, ladder.half[plan.rung])


def answers_the_rise(before: State, watch: Watch, day: Day, red: int, numbers: Numbers) -> int:
    """Did a flare begin within the days in which a rise is answered?

    One told on the very day of the first session, or while the plan was paused, is answered on
    the next open morning.
    """
    span = numbers.blame_days_long if is_slow(watch, day, numbers) else numbers.blame_days
    owed = watch.first <= before.body.last_red <= watch.first + span
    return 1 if owed or (red and watch.onset != NEVER and watch.onset <= watch.first + span) else 0


def goes_on(before: Body, body: Body, day: Day, numbers: Numbers) -> int:
    """A RED day well into a flare, with another one not long before."""
    far_in = day.today - body.mark >= numbers.goes_on_days
    another = day.today - before.last_red <= numbers.second_within_days
    return 1 if far_in and another else 0


def has_passed(watch: Watch, day: Day, numbers: Numbers) -> int:
    """A rise passes once its window is closed, its days of judging are over and all is calm."""
    if watch.opened != CLOSED or watch.onset != NEVER:
        return 0
    span = numbers.blame_days_long if is_slow(watch, day, numbers) else numbers.blame_days
    return 1 if day.today - watch.first > span else 0


def let_pass(state: State) -> State:
    """Call the rise tolerated: the wait between offers halves."""
    watch = state.watch
    rise = ACCEPTED if watch.rise == ACCEPTED else SETTLED
    passed = Watch(
        rise, NEVER, NEVER, watch.opened, watch.answers, watch.sessions, watch.late, watch.big_day
    )
    pace = state.pace if watch.rise == SETTLED else wait_less(state.pace)
    return State(state.plan, state.body, passed, pace)


def take_back(state: State, day: Day, rung: int, numbers: Numbers) -> State:
    """One rung down, because a flare answered the rise. The wait doubles; three in a row rest."""
    pace = state.pace
    lower = step_down(state, day, rung)
    wait = min(pace.wait + 1, numbers.back_off_most)
    hits, plateau_until = pace.hits + 1, pace.plateau_until
    if hits >= numbers.plateau_rises:
        hits, plateau_until = 0, day.today + numbers.plateau_days
    held = Pace(
        pace.rise_before,
        pace.rise_before,
        day.today,
        wait,
        hits,
        plateau_until,
        pace.rest_until,
        pace.stays,
    )
    return State(lower.plan, lower.body, stop_judging(state.watch, CLOSED), held)


def step_down(state: State, day: Day, rung: int) -> State:
    """One rung under this one, marked, so that the next one down is some days away."""
    body = Body(
        state.body.last_red,
        day.today,
        state.body.flaring,
        state.body.easing,
        state.body.calm,
        state.body.warm_yesterday,
        state.body.warm_before,
        state.body.seen,
        state.body.unsettled,
    )
    lower = min(state.plan.rung, max(rung - 1, 0))
    return State(on_rung(state.plan, lower), body, state.watch, state.pace)


# C. What stands in the way of an offer? ---------------------------------------------------------


def blockers(state: State, day: Day, numbers: Numbers) -> int:
    """All that stands in the way, as bits; the lowest bit is the reason that is told."""
    plan, body, watch, pace = state
    today, last_red, rung = day.today, body.last_red, plan.rung
    blocked = day.waits | unheard(body.seen, day, pace.last_rise, numbers)
    few_calm = last_red != NEVER and body.calm < numbers.calming_answers
    if few_calm or today - last_red < numbers.calming_days:
        blocked |= CALMING
    if body.unsettled:
        blocked |= UNSETTLED
    if watch.opened != CLOSED or watch.rise == ACCEPTED:
        blocked |= WATCHING
    if today - plan.began < numbers.baseline_days:
        blocked |= BASELINE
    if BITS[plan.done] < numbers.steady_sessions:
        blocked |= UNSTEADY
    if today - watch.big_day <= numbers.boom_days:
        blocked |= BOOM
    if rung >= day.limit:
        blocked |= ARRIVED
    if day.guard != NONE and rung >= day.guard:
        blocked |= GUARDED
    return blocked | too_soon(pace, today, numbers)


def unheard(seen: int, day: Day, last_rise: int, numbers: Numbers) -> int:
    """Nothing rises on silence: today's answer, and enough of them in the last seven days."""
    blocked = NO_ANSWER if day.answer == SILENT else 0
    answers = BITS[seen]
    if answers < numbers.answers_least:
        return blocked | FEW_ANSWERS
    if answers < numbers.answers_full_pace and day.today - last_rise < numbers.half_pace_days:
        return blocked | HALF_PACE
    return blocked


def too_soon(pace: Pace, today: int, numbers: Numbers) -> int:
    """The pace, the wait after answered rises, a plateau, and the person's own "stay"."""
    blocked = TOO_SOON if today - pace.last_rise < numbers.spacing_days else 0
    if pace.wait > 0:
        waited = today - max(pace.last_rise, pace.last_hit)
        if waited < waiting_days(pace, numbers):
            blocked |= BACK_OFF
    if today < pace.plateau_until:
        blocked |= PLATEAU
    if today < pace.rest_until:
        blocked |= RESTING
    return blocked


def waiting_days(pace: Pace, numbers: Numbers) -> int:
    """The days between offers while the wait stands doubled."""
    return numbers.back_off_days << pace.wait


# D. Otherwise offer one rung --------------------------------------------------------------------


def settle(
    state: State, day: Day, answer: tuple[int, int, int, int], numbers: Numbers, ladder: Ladder
) -> tuple[State, Morning]:
    """Put today's dose together, and offer one rung where nothing stands in the way.

    The answer is what fired, RED or not, the days of a gap, and the rung to come back on.
    """
    fired, red, gap_days, comeback = answer
    reply = day.reply
    if reply == TRY_MORE:
        state = with_pace(state, rest_until(state.pace, NEVER, 0))
    blocked = blockers(state, day, numbers)
    if blocked == 0 and fired == NOTHING and reply == ACCEPT:
        state = rise_to(state, day.today, state.plan.rung + 1)
        fired, blocked, comeback = STEP_TAKEN, blockers(state, day, numbers), state.plan.rung
    rung = min(state.plan.rung, comeback)
    dose = rung
    if state.body.easing:
        state, dose = ease(state, rung, ladder)
    if fired != NOTHING:
        return state, Morning(action_of(fired), rung, dose, NONE, fired, blocked, red, gap_days)
    if blocked == 0 and reply == STAY_HERE:
        days = numbers.stay_again_days if state.pace.stays else numbers.stay_days
        state = with_pace(state, rest_until(state.pace, day.today + days, 1))
        blocked = RESTING
    if blocked == 0:
        return state, Morning(OFFER, rung, dose, rung + 1, NOTHING, 0, red, 0)
    action = STAY if blocked & -blocked == RESTING else HOLD
    return state, Morning(action, rung, dose, NONE, NOTHING, blocked, red, 0)


def ease(state: State, rung: int, ladder: Ladder) -> tuple[State, int]:
    """Tell two thirds of the rung, and never more than on the flare's first day.

    On that first day it is also less than what was told the day before, whatever moved the rung.
    """
    plan, eased = state.plan, ladder.eased[rung]
    if plan.ease_cap != NONE:
        return state, min(eased, plan.ease_cap)
    if plan.told != NONE:
        eased = min(eased, max(plan.told - 1, 0))
    return with_plan(state, eased_to(plan, eased)), eased


def action_of(fired: int) -> int:
    """The action that goes with what the body's answer set off."""
    if fired in (AFTER_RISE, GOES_ON, SMALLER, LIMIT_LOWERED):
        return STEP_BACK
    if fired == AFTER_GAP:
        return EASE_IN
    if fired == STARTED:
        return START
    return HOLD if fired == STEP_TAKEN else EASE


# The evening ------------------------------------------------------------------------------------


def evening(state: State, day: Day, said: Morning, numbers: Numbers) -> State:
    """Close the day: what was told, what was done, and whether it was a big day.

    Args:
        state: The state that `morning` gave back.
        day: The day, with all that became of it.
        said: What the rule said in the morning.
        numbers: The numbers of the policy.

    Returns:
        Tomorrow's state.
    """
    body = state.body
    if day.warm or body.warm_yesterday or body.warm_before:
        body = remember_warmth(body, day.warm)
    known = 1 if day.planned and day.gate == OPEN and day.did != UNKNOWN else 0
    plan = close_plan(state.plan, day, said, known, body.easing, numbers)
    watch = close_watch(state.watch, day, said, known, numbers)
    pace = state.pace
    if known and day.did > 0 and said.gap_days:
        # Nothing rises on the heels of a comeback.
        pace = rises_from(pace, day.today, pace.rise_before, pace.stays)
    return State(plan, body, watch, pace)


def remember_warmth(body: Body, warm: int) -> Body:
    """Keep which symptoms were warm, today becoming yesterday."""
    return Body(
        body.last_red,
        body.mark,
        body.flaring,
        body.easing,
        body.calm,
        warm,
        body.warm_yesterday,
        body.seen,
        body.unsettled,
    )


def close_plan(
    plan: Plan, day: Day, said: Morning, known: int, easing: int, numbers: Numbers
) -> Plan:
    """Count today's session. Rest on an eased day counts as done; unknown counts as neither."""
    rung, began, done, idle = plan.rung, plan.began, plan.done, plan.idle
    if known:
        done = (done << 1 | (1 if easing or day.did >= numbers.done_percent else 0)) & WEEK
    if known and day.did > 0:
        # The day of return: the cut for the gap is taken now, once.
        rung, idle = min(rung, said.rung), 0
        if said.gap_days > numbers.gap_half_days:
            began = day.today
    elif day.kept_moving:
        idle = 0
    elif day.planned and not (easing and (known or day.answer != SILENT)):
        # A person who answers on an eased day and says nothing of a session has rested.
        idle += 1
    cap = plan.ease_cap if easing else NONE
    return Plan(rung, plan.start, began, said.dose, cap, done, min(plan.known + known, 7), idle)


def close_watch(watch: Watch, day: Day, said: Morning, known: int, numbers: Numbers) -> Watch:
    """Open the window with the first session at a new rung; a big day opens one of its own."""
    if known and day.did > 0 and said.gap_days:
        # Back on a lower rung: what was being watched was never finished, and did not pass.
        watch = stop_judging(watch, watch.opened)
    done = 1 if known and day.did >= numbers.done_percent else 0
    big = 1 if day.boom or (known and day.did > numbers.over_percent) else 0
    if not done and not big:
        return watch
    rise, first, onset, opened, answers, sessions, big_day = (
        watch.rise,
        watch.first,
        watch.onset,
        watch.opened,
        watch.answers,
        watch.sessions + (done if watch.opened != CLOSED else 0),
        watch.big_day,
    )
    if done and rise == ACCEPTED:
        rise, first, opened, answers, sessions = JUDGED, day.today, day.did_at, 0, 1
        onset = day.today if said.red or day.answer >= WARM else NEVER
    if big:
        sessions = done if opened == CLOSED else sessions
        opened, answers, big_day = max(opened, day.did_at), 0, day.today
    return Watch(rise, first, onset, opened, answers, sessions, watch.late, big_day)


# The same facts with one thing changed (numba knows no _replace) --------------------------------


def with_plan(state: State, plan: Plan) -> State:
    """The state, with another plan."""
    return State(plan, state.body, state.watch, state.pace)


def with_pace(state: State, pace: Pace) -> State:
    """The state, with another pace."""
    return State(state.plan, state.body, state.watch, pace)


def on_rung(plan: Plan, rung: int) -> Plan:
    """The plan, on another rung."""
    return Plan(
        rung, plan.start, plan.began, plan.told, plan.ease_cap, plan.done, plan.known, plan.idle
    )


def begin(plan: Plan, today: int) -> Plan:
    """The plan, its baseline week beginning today."""
    return Plan(
        plan.rung, plan.start, today, plan.told, plan.ease_cap, plan.done, plan.known, plan.idle
    )


def eased_to(plan: Plan, rung: int) -> Plan:
    """The plan, no eased dose of this flare being above this rung."""
    return Plan(
        plan.rung, plan.start, plan.began, plan.told, rung, plan.done, plan.known, plan.idle
    )


def stop_judging(watch: Watch, opened: int) -> Watch:
    """The watch, with no rise to judge; a window may stay open."""
    return Watch(
        SETTLED, NEVER, NEVER, opened, watch.answers, watch.sessions, watch.late, watch.big_day
    )


def wait_less(pace: Pace) -> Pace:
    """The pace after a rise was tolerated."""
    return Pace(
        pace.last_rise,
        pace.rise_before,
        pace.last_hit,
        max(pace.wait - 1, 0),
        0,
        pace.plateau_until,
        pace.rest_until,
        pace.stays,
    )


def rises_from(pace: Pace, today: int, before: int, stays: int) -> Pace:
    """The pace, the days between two rises counted from today."""
    return Pace(
        today,
        before,
        pace.last_hit,
        pace.wait,
        pace.hits,
        pace.plateau_until,
        pace.rest_until,
        stays,
    )


def rest_until(pace: Pace, day: int, stays: int) -> Pace:
    """The pace, offers resting until this day at the person's wish."""
    return Pace(
        pace.last_rise,
        pace.rise_before,
        pace.last_hit,
        pace.wait,
        pace.hits,
        pace.plateau_until,
        day,
        stays,
    )
