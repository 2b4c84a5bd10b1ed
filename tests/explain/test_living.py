"""What lives in a chapter, in words: the person's own, an invented example, or why neither."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.alike import Compared, Estimate, NextDay
from steadystep.core.beginning import BAD_DAY_AMOUNTS
from steadystep.core.facts import Gate
from steadystep.core.history import history
from steadystep.core.looking import LOOK
from steadystep.core.observations import Unit
from steadystep.core.paradox import After, Paradox, Shows, Weeks
from steadystep.core.today import today_of
from steadystep.core.up_and_back import example
from steadystep.explain import ENGLISH, banned_in, twin
from steadystep.explain.living import NAMES
from steadystep.explain.paradox_words import (
    EXAMPLE,
    days_table,
    is_enough,
    labels,
    shown,
    weeks_table,
    what_a_line_is,
)
from steadystep.explain.trap_words import FOUR_DAYS, Chosen, day_names, line_names
from steadystep.explain.up_and_back_words import walked
from tests.core.lives import at, begun, date_of, entry, ordinary

if TYPE_CHECKING:
    from steadystep.core.events import Entry

NEXT = NextDay(Estimate(14, 9), Estimate(-1, 4))


def found(
    weeks: Shows = Shows.NEITHER,
    after: Shows = Shows.NEITHER,
    *,
    change: int = 0,
    difference: int = 0,
    big: int = 20,
    other: int = 60,
) -> Paradox:
    compared = None
    if after != Shows.NOT_ENOUGH:
        compared = Compared(Estimate(difference, 5), (NEXT, NEXT))
    return Paradox(Weeks(weeks, (), 5, change), After(after, big, other, compared))


# The picture ----------------------------------------------------------------------------------


def test_a_record_that_shows_neither_says_so_first() -> None:
    assert shown(found())[0] == "Your record shows neither."


def test_what_is_lower_or_higher_is_said_with_its_size_and_without_a_cause() -> None:
    assert shown(found(Shows.LOWER, change=-15)) == (
        "Pain was lower in the later weeks, by about 1.5 points.",
        "After bigger days pain is much as after other days.",
        "Your record cannot say why.",
    )
    assert shown(found(Shows.HIGHER, Shows.HIGHER, change=10, difference=20)) == (
        "Pain was higher in the later weeks, by about 1 point.",
        "Pain was higher in the two days after bigger days, by about 2 points.",
        "Your record cannot say why.",
    )


def test_less_pain_after_bigger_days_is_no_leave_to_do_more() -> None:
    assert shown(found(after=Shows.LOWER, difference=-20))[-1] == (
        "It is no sign that more is safe. Your step stays."
    )


def test_what_is_too_early_says_how_far_it_has_come() -> None:
    assert shown(found(Shows.NOT_ENOUGH, Shows.NOT_ENOUGH, big=3)) == (
        f"It is too early to compare weeks: 5 of {LOOK.weeks_least} so far.",
        f"It is too early to compare bigger days: 3 of {LOOK.big_least} so far.",
    )
    assert shown(found(after=Shows.NOT_ENOUGH, other=7))[1] == (
        f"It is too early to compare: 7 of {LOOK.other_least} other days so far."
    )


def test_one_question_that_can_be_answered_is_enough() -> None:
    assert is_enough(found(after=Shows.NOT_ENOUGH))
    assert not is_enough(found(Shows.NOT_ENOUGH, Shows.NOT_ENOUGH))


def test_the_tables_hold_what_the_picture_shows() -> None:
    assert days_table(EXAMPLE)[1] == [
        "One day after",
        "\u2066+1.4\u2069 (\u2066+0.5\u2069 to \u2066+2.3\u2069)",
        "\u2066+0.1\u2069 (\u2066\u22120.3\u2069 to \u2066+0.5\u2069)",
    ]
    assert days_table(found(after=Shows.NOT_ENOUGH)) == []
    assert weeks_table(EXAMPLE, Unit.MINUTES)[1:3] == [
        ["5 Jan", "6", "2 minutes"],
        ["12 Jan", "6.2", "2 minutes"],
    ]
    unknown = replace(EXAMPLE.weeks.weeks[0], pain=None, level=None)
    bare = Paradox(replace(EXAMPLE.weeks, weeks=(unknown,)), EXAMPLE.after)
    assert weeks_table(bare, None)[1] == ["5 Jan", "\u2013", "\u2013"]


def test_it_is_said_what_the_lines_are() -> None:
    assert what_a_line_is(ENGLISH) == "The line beside a dot shows how far off the dot may be."


def test_nought_has_no_sign() -> None:
    same = Compared(Estimate(0, 0), (NextDay(Estimate(0, 0), Estimate(0, 0)), NEXT))
    assert days_table(replace_after(same))[1][1] == "\u20660\u2069 (\u20660\u2069 to \u20660\u2069)"


def replace_after(compared: Compared) -> Paradox:
    return Paradox(EXAMPLE.weeks, replace(EXAMPLE.after, compared=compared))


def test_the_step_is_named_where_there_is_one() -> None:
    assert (
        labels(EXAMPLE, unit=Unit.MINUTES, description="").step == "The step, 6 minutes at the end"
    )
    assert labels(found(), unit=None, description="").step == "The step"


def test_the_example_is_one_that_a_record_could_show() -> None:
    """Its words are the ones that its own numbers would get."""
    assert EXAMPLE.weeks.shows == Shows.LOWER
    assert -EXAMPLE.weeks.change >= LOOK.size
    assert EXAMPLE.after.compared is not None
    assert EXAMPLE.after.compared.difference.mean > EXAMPLE.after.compared.difference.within
    assert EXAMPLE.after.big >= LOOK.big_least


# The trap -------------------------------------------------------------------------------------


def test_the_words_of_the_trap_hold_its_numbers() -> None:
    _, more, same = twin("boom-bust-trap")

    assert more.startswith("Do a lot more: You do 20 minutes")
    assert "24 minutes" in more
    assert same.startswith("Keep the same step: You do 5 minutes")
    assert "20 minutes" in same
    assert sum(FOUR_DAYS[Chosen.MORE].moved) == 240
    assert sum(FOUR_DAYS[Chosen.SAME].moved) == 200


def test_every_day_of_the_trap_has_a_name() -> None:
    assert len(day_names(ENGLISH)) == len(FOUR_DAYS[Chosen.MORE].moved)
    assert all(line_names(ENGLISH))


# The rule -------------------------------------------------------------------------------------


def test_the_rule_is_walked_up_and_back() -> None:
    assert walked(ENGLISH, example(Unit.MINUTES)) == (
        ("Your step", "5 minutes"),
        ("Next", "6 minutes. It is offered, and you may say no."),
        (
            "Then we watch",
            (
                "For 48 hours, from the first time you do 6 minutes. "
                "It takes 2 answers and 2 sessions."
            ),
        ),
        ("If it stays calm", "6 minutes stays your step. Another rung waits 7 days or more."),
        ("If a flare comes", "Back to 5 minutes. Then 7 quiet days and 3 calm answers come first."),
    )


def test_at_the_end_of_the_ladder_there_is_the_way_back_alone() -> None:
    top = walked(ENGLISH, example(Unit.MINUTES, level=300))

    assert top[1] == ("Next", "No rung above it is open to you for now.")
    assert top[2][1].startswith("The step may go down to 28 minutes.")


def test_the_smallest_step_has_nowhere_to_go_down_to() -> None:
    only = example(Unit.MINUTES, level=5)._replace(above=None)

    assert walked(ENGLISH, only)[2] == ("After a flare", "½ minute is the smallest step. It stays.")


# The twin -------------------------------------------------------------------------------------


def a_life(*more: Entry) -> list[Entry]:
    return [begun(), *ordinary(*range(1, 70)), *more]


def own(name: str, *more: Entry, days: int = 69) -> tuple[str, ...]:
    entries = a_life(*more)
    lived = history(entries, until=date_of(days))
    return twin(name, today=today_of(entries, at(days, 12)), entries=entries, days=lived)


def test_without_a_person_the_picture_is_an_invented_example_and_says_so() -> None:
    assert twin("own-picture")[0] == "An invented example. It is nobody's record."


def test_a_person_sees_their_own_record() -> None:
    said = own("own-picture")

    assert said[0] == "Over the weeks pain shows no clear change."
    assert not any("invented" in one for one in said)


def test_a_young_record_says_so_and_shows_the_example_beside_it() -> None:
    said = own("own-picture", days=20)

    assert said[0].startswith("It is too early to compare weeks")
    assert any("invented" in one for one in said)


def test_behind_a_gate_a_young_record_gets_no_example_of_a_growing_step() -> None:
    said = own("own-picture", entry(1, 8, on.GateSet(Gate.PACING_ONLY)), days=20)

    assert not any("invented" in one for one in said)


def test_a_persons_rule_has_their_own_numbers_and_no_example() -> None:
    said = own("rule-of-two")

    assert said[0] == "Your step: 5 minutes"


def test_without_a_plan_the_rule_is_an_example() -> None:
    assert twin("rule-of-two")[0] == "An invented example, for a step of 5 minutes."


@pytest.mark.parametrize("gate", [Gate.PACING_ONLY, Gate.PAUSED, Gate.RED_FLAG])
def test_behind_a_gate_the_rule_names_no_rung_above(gate: Gate) -> None:
    said = own("rule-of-two", entry(1, 8, on.GateSet(gate)))

    assert said[0] == "No step up is offered to you now."
    assert not any("6 minutes" in one for one in said)


def test_behind_a_gate_without_a_plan_it_says_no_more_than_that() -> None:
    entries = [entry(1, 8, on.GateSet(Gate.RED_FLAG))]
    today = today_of(entries, at(1, 9))

    assert twin("rule-of-two", today=today) == ("No step up is offered to you now.",)


def test_there_are_four_kinds_two_before_a_clinicians_word_and_none_behind_a_red_flag() -> None:
    assert len(twin("four-kinds")) == 4
    assert len(own("four-kinds", entry(1, 8, on.GateSet(Gate.CLINICIAN_FIRST)))) == 2
    for name in ("four-kinds", "bad-day", "choose-step"):
        assert own(name, entry(1, 8, on.GateSet(Gate.RED_FLAG))) == (
            "Nothing to try today. This needs a person, not an app.",
        )


def test_what_a_bad_day_allows_names_the_start_that_follows() -> None:
    said = twin("bad-day")

    assert len(said) == len(BAD_DAY_AMOUNTS[Unit.MINUTES])
    assert said[0] == "A bad day allows nothing: begin with ½ minute."
    assert "A bad day allows 10 minutes: begin with 5 minutes." in said
    assert own("bad-day") == said


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_said_weighs_on_anyone(name: str) -> None:
    assert twin(name)
    assert not banned_in(" ".join(twin(name)))


def test_no_other_part_has_a_twin() -> None:
    with pytest.raises(KeyError):
        twin("nothing-of-ours")
