"""`steadystep moved`: what was done of the step, said once or put right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.fold import in_order, local_day

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


def sessions(terminal: Terminal) -> list[int]:
    """What counts of the sessions told, tenths of a minute."""
    counting = in_order(terminal.entries())
    return [one.event.done for one in counting if isinstance(one.event, on.SessionTold)]


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("", 50),
        ("yes", 50),
        ("a-bit", 25),
        ("no", 0),
        ("4", 40),
        ("2.5", 25),
        ("7,5", 75),
        ("0", 0),
    ],
)
def test_a_part_or_an_amount_is_written(words: str, done: int, at_home: Terminal) -> None:
    at_home.well(f"moved {words}")

    assert sessions(at_home) == [done]


def test_it_is_said_back_with_todays_step(at_home: Terminal) -> None:
    assert at_home.well("moved").startswith(
        "Written: you moved 5 minutes.\nYour first step is 5 minutes."
    )
    assert "no movement, and that is fine" in at_home.well("moved no")


def test_said_once_more_it_takes_the_place_of_what_was_said(at_home: Terminal) -> None:
    at_home.well("moved a-bit")
    at_home.later(hours=1)

    at_home.well("moved yes")

    assert sessions(at_home) == [50]
    assert at_home.today()["done"] == 5


def test_again_adds_to_it_and_says_what_that_makes(at_home: Terminal) -> None:
    at_home.well("moved")

    shown = at_home.well("moved 3 --again")

    assert sessions(at_home) == [50, 30]
    assert "you moved 3 minutes. Today in all: 8 minutes." in shown.replace("\n", " ")


def test_effort_goes_with_it(at_home: Terminal) -> None:
    at_home.well("moved --effort 3")

    assert at_home.told(on.EffortTold) == [on.EffortTold(3)]
    assert "effort" not in at_home.today()["asks"]


def test_a_part_is_a_part_of_what_was_asked_for_that_day(at_home: Terminal) -> None:
    at_home.well("easier")

    at_home.well("moved")

    assert sessions(at_home) == [30]


def test_yesterdays_step_is_the_one_that_was_told_then(at_home: Terminal) -> None:
    at_home.well("easier")
    at_home.later(days=1)

    shown = at_home.well("moved yes --yesterday")

    (entry,) = [one for one in at_home.entries() if isinstance(one.event, on.SessionTold)]
    assert entry.event == on.SessionTold(30)
    assert local_day(entry) == date(2026, 5, 4)
    assert shown.startswith("Written for yesterday: you moved 3 minutes.")
    assert "yesterday" not in at_home.today()["asks"]


def test_a_day_a_week_ago_can_be_told(at_home: Terminal) -> None:
    at_home.later(days=8)

    shown = at_home.well("moved 4 --day 2026-05-06")

    assert shown.startswith("Written for 6 May: you moved 4 minutes.")


def test_where_there_is_no_step_an_amount_is_asked_for(at_home: Terminal) -> None:
    at_home.well("pause")

    answer = at_home("moved")

    assert answer.exit_code == 1
    assert "steadystep moved 5" in answer.stderr
    assert sessions(at_home) == []
    at_home.well("moved 5")
    assert sessions(at_home) == [50]


@pytest.mark.parametrize(
    "words",
    ["lots", "-5", "301", "99999999", "4.55", "yes no", "no --effort 3", "--effort 11",
     "--effort 2.5", "''", "5m"],
)  # fmt: skip
def test_words_that_are_off_end_with_two_and_nothing_is_written(
    words: str, at_home: Terminal
) -> None:
    before = at_home.entries()

    answer = at_home(f"moved {words}")

    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert at_home.entries() == before


def test_a_slip_of_the_finger_is_told_from_what_can_be(at_home: Terminal) -> None:
    assert "Say 300 minutes at the most." in at_home("moved 999").stderr
