"""Answers, sessions and days away.

People who answer seldom, decline, fall ill, or move on two days a week.

Number 8, a week that is imported late, is no table: it is about what was told before a fact came.
"""

from datetime import datetime, timedelta, timezone

from steadystep.core import events as on
from steadystep.core.events import Entry, Event
from steadystep.core.facts import Reply
from steadystep.core.observations import Unit
from steadystep.core.record import decisions
from tests.spec.fixtures import RuleOfTwo

MORNING = datetime(2026, 1, 5, 8, tzinfo=timezone(timedelta(hours=2)))


def test_5_every_other_day_is_not_stuck(rule_of_two: RuleOfTwo) -> None:
    """I answer every other day.

    Then: stuck for ever after one step. Now: a step every two weeks.
    """
    rule_of_two("""
        day   | pain | did | reply  | says | level
        1–14  | 4/–  | yes |        |      | 5
        15    | 4    | yes | accept | hold | 6
        16–28 | –/4  | yes | accept | hold | 6
        29    | 4    | yes | accept | hold | 7
        30–42 | –/4  | yes | accept | hold | 7
        43    | 4    | yes | accept | hold | 8
        44–56 | –/4  | yes | accept | hold | 8
        57    | 4    | yes | accept | hold | 9
    """)


def test_6_declining_is_not_asked_again_every_morning(rule_of_two: RuleOfTwo) -> None:
    """I like my step. Then: the same question for a month. Now: three questions in two months."""
    rule_of_two("""
        day   | pain | did | reply | says  | level
        1–14  | 4    | yes |       |       | 5
        15    | 4    | yes | stay  | stay  | 5
        16–21 | 4    | yes |       | stay  | 5
        22    | 4    | yes | stay  | stay  | 5
        23–49 | 4    | yes |       | stay  | 5
        50    | 4    | yes | stay  | stay  | 5
        51–77 | 4    | yes |       | stay  | 5
        78    | 4    | yes |       | offer | 5
    """)


def test_7_ten_days_of_illness_with_answers(rule_of_two: RuleOfTwo) -> None:
    """I fell ill two days after a step and told every day. It is read as a flare, and eased.

    The step is two rungs smaller at the end, three at most; no cut for a gap comes on top.
    """
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because
        1–14  | 4    | yes |        |           | 5     |
        15    | 4    | yes | accept | hold      | 6     | step taken
        16    | 4    | yes |        | hold      | 6     | watching
        17    | 8    | no  |        | step back | 5     | flare after rise
        18–20 | 8    | no  |        | ease      | 5     | easing
        21    | 8    | no  |        | step back | 4     | flare goes on
        22–24 | 8    | no  |        | ease      | 4     | easing
        25    | 8    | no  |        | step back | 3.5   | flare goes on
        26    | 8    | no  |        | ease      | 3.5   | easing
        27    | 4    | yes |        | hold      | 3.5   | calming
    """)


def test_7_ten_days_of_illness_marked_as_a_pause(rule_of_two: RuleOfTwo) -> None:
    """I marked it as illness, which is a pause. Back at three quarters, in one go."""
    rule_of_two("""
        day   | pain | did | gate   | says    | level | because
        1–14  | 4    | yes |        |         | 5     |
        15–24 |      |     | paused | pause   | none  | paused
        25    | 4    | yes |        | ease in | 3.5   | back after gap
    """)


def test_7b_ten_days_of_illness_in_silence(rule_of_two: RuleOfTwo) -> None:
    """Too ill to open the app. Back at three quarters; the window from before is still open."""
    rule_of_two("""
        day   | pain | did | reply  | says    | level | because        | watching
        1–14  | 4    | yes |        |         | 5     |                |
        15    | 4    | yes | accept | hold    | 6     | step taken     | no
        16–25 |      |     |        |         |       |                | yes
        26    | 4    | yes |        | ease in | 4     | back after gap | yes
        27    | 4    | yes |        | hold    | 4     |                | no
    """)


def _on(day: int, event: Event, *, written: int | None = None) -> Entry:
    """Something that happened on a numbered day, and was written then or later."""
    at = MORNING + timedelta(days=day - 1)
    return Entry("Alice", at, MORNING + timedelta(days=(written or day) - 1), event)


def _three_weeks_at_six_minutes() -> list[Entry]:
    """Six minutes from day 15 on, told and done every day."""
    told = [_on(1, on.PlanStarted(unit=Unit.MINUTES, start=50, new_movement=False))]
    for day in range(1, 22):
        level = 50 if day < 15 else 60
        offered = 60 if day == 15 else None
        told += [
            _on(day, on.CheckedIn(pain=40)),
            _on(day, on.DecisionGiven(level, level, offered)),
            _on(day, on.SessionTold(level)),
        ]
    return [*told, _on(15, on.OfferAnswered(Reply.ACCEPT))]


def test_8_a_hard_day_told_late_changes_today() -> None:
    """On day 21 I remember that day 17 was an 8. Today is one rung smaller than it would be."""
    told = _three_weeks_at_six_minutes()
    late = _on(17, on.CheckedIn(pain=80, remembered=True), written=21)

    assert list(decisions(told))[-1].level == 60
    assert list(decisions([*told, late]))[-1].level == 50


def test_8_what_was_done_as_told_is_no_big_day() -> None:
    """I did the six minutes I was told. With the late news they do not become too much."""
    late = _on(17, on.CheckedIn(pain=80, remembered=True), written=21)

    days = list(decisions([*_three_weeks_at_six_minutes(), late]))

    assert not any("big_day" in one.blocked_by for one in days)


def test_15_two_sessions_a_week_do_not_decay(rule_of_two: RuleOfTwo) -> None:
    """Mondays and Tuesdays. Then: a tenth less every week, for ever. Now: the step stays mine."""
    rule_of_two(
        """
        day  | pain | did                              | level
        1–84 | 4    | yes/yes/free/free/free/free/free | 5
        """,
        per_week=2,
    )


def test_15_two_sessions_a_week_can_go_up(rule_of_two: RuleOfTwo) -> None:
    """Two sessions a week, one step up. One session at it and two answers, and it is watched."""
    rule_of_two(
        """
        day   | pain | did                              | reply  | says  | level | watching
        1–21  | 4    | yes/yes/free/free/free/free/free |        |       | 5     |
        22    | 4    | yes                              | accept | hold  | 6     | no
        23    | 4    | yes                              |        | hold  | 6     | yes
        24–28 | 4    | free                             |        | hold  | 6     | no
        29    | 4    | yes                              |        | offer | 6     | no
        """,
        per_week=2,
    )


def test_16_a_step_that_is_not_done_never_passes(rule_of_two: RuleOfTwo) -> None:
    """I said yes and went on with half of it. Then: passed, and raised again. Now: still six, and
    nothing more is offered until six was done.
    """
    rule_of_two("""
        day   | pain | did   | reply  | says | level | because
        1–14  | 4    | yes   |        |      | 5     |
        15    | 4    | a bit | accept | hold | 6     | step taken
        16–60 | 4    | a bit | accept | hold | 6     | watching
    """)


def test_16_a_step_that_is_left_out_altogether_is_a_gap(rule_of_two: RuleOfTwo) -> None:
    """I said yes and did nothing at all for days. The way back is eased, and goes by five."""
    rule_of_two("""
        day   | pain | did | reply  | says    | level | because
        1–14  | 4    | yes |        |         | 5     |
        15    | 4    | no  | accept | hold    | 6     | step taken
        16–18 | 4    | no  |        | hold    | 6     | watching
        19–21 | 4    | no  |        | ease in | 5     | back after gap
        22    | 4    | yes |        | ease in | 5     | back after gap
        23–26 | 4    | yes |        | hold    | 5     | not yet steady
        27–28 | 4    | yes |        | hold    | 5     | too soon
        29    | 4    | yes |        | offer   | 5     | ready
    """)
