"""`pause` and `resume`: a rest, and the ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import Gate
from steadystep.core.reasons import RedFlagKind
from tests.cli.at_home import ALL_CLEAR

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


def test_a_pause_lasts_until_the_person_resumes(at_home: Terminal) -> None:
    assert at_home.well("pause").startswith("The plan is paused.")
    at_home.later(days=9)
    assert at_home.today()["gate"] == "paused"

    shown = at_home.well("resume")

    assert at_home.today()["gate"] == "open"
    assert "step" in shown


@pytest.mark.parametrize("verb", ["pause", "resume"])
def test_said_twice_it_is_written_once(verb: str, at_home: Terminal) -> None:
    at_home.well("pause")
    at_home.well(verb)
    written = len(at_home.told(on.GateSet))

    at_home.well(verb)

    assert len(at_home.told(on.GateSet)) == written


def test_a_red_flag_waits_for_a_person_and_for_nothing_else(at_home: Terminal) -> None:
    at_home.says(on.GateSet(Gate.RED_FLAG, RedFlagKind.URGENT))
    assert "Has a doctor said that all is clear?" in at_home.well("today")

    alone = at_home("resume")
    at_home.well("resume --all-clear 'Dr Levi'")

    assert alone.exit_code == 1
    assert "This needs a person first." in alone.stderr
    assert at_home.told(on.AllClearTold) == [on.AllClearTold("Dr Levi")]
    assert at_home.today()["gate"] == "open"


def test_a_clinicians_word_opens_what_waits_for_it(new: Terminal) -> None:
    new.well(f"start {ALL_CLEAR.replace('--illness no', '--illness yes')} --bad-day 10")
    assert new.today()["action"] == "pacing_only"

    new.well("resume --clinician 'Dr Levi' --day 2026-05-01")

    (word,) = new.told(on.ClinicianWordNoted)
    assert (word.about, word.who, str(word.on)) == (on.WordOn.MALAISE, "Dr Levi", "2026-05-01")
    assert new.today()["gate"] == "open"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("--clinician 'Dr Levi'", 1),
        ("--clinician ''", 1),
        ("--clinician 'Dr Levi' --day 2030-01-01", 1),
        ("--clinician 'Dr Levi' --day soon", 2),
    ],
)
def test_a_word_nobody_waits_for_is_not_written(words: str, code: int, at_home: Terminal) -> None:
    before = at_home.entries()

    assert at_home(f"resume {words}").exit_code == code
    assert at_home.entries() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("--clinician ''", 2),
        (f"--clinician {'x' * 41}", 2),
        ("--clinician 'Dr Levi' --day 2030-01-01", 1),
    ],
)
def test_a_word_needs_a_name_and_a_day_that_has_been(words: str, code: int, new: Terminal) -> None:
    new.well(f"start {ALL_CLEAR.replace('--illness no', '--illness yes')} --bad-day 10")

    assert new(f"resume {words}").exit_code == code
    assert new.told(on.ClinicianWordNoted) == []


def test_before_a_plan_there_is_nothing_to_pause(new: Terminal) -> None:
    assert new("pause").exit_code == 1
    assert "steadystep start" in new.well("resume")
