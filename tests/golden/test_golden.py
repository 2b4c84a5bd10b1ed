"""The three invented diaries, what is expected of them, and the contract of a line."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from steadystep.core.decision import Action, Flare
from steadystep.core.reasons import BLOCKER_KINDS
from tests.golden import write
from tests.golden.invent import invent

if TYPE_CHECKING:
    from pathlib import Path

AGAIN = (
    "The rule, its words or the diaries have changed. If that was meant, run\n"
    "    python -m tests.golden.write\n"
    "and look at what git says has changed."
)

NUMBER = (int, float)
MAYBE_NUMBER = (int, float, type(None))

# The contract: the keys of a line in their order, and what each may hold.
CONTRACT: dict[str, type | tuple[type, ...]] = {
    "day": str,
    "action": str,
    "level": MAYBE_NUMBER,
    "dose": MAYBE_NUMBER,
    "offered": MAYBE_NUMBER,
    "unit": str,
    "reason": dict,
    "blocked_by": list,
    "would_have_been": MAYBE_NUMBER,
    "flare": str,
    "boom": bool,
    "bust": bool,
    "missing": list,
    "next_look": (str, type(None)),
    "said": str,
    "expert": str,
    "policy": str,
    "engine": str,
}

diaries = pytest.mark.parametrize("name", write.NAMES)


def rows_of(text: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.decode().splitlines()]


@diaries
def test_a_bundled_diary_is_the_one_that_was_invented(name: str) -> None:
    assert (write.EXAMPLES / f"{name}.csv").read_bytes() == invent(name).encode(), AGAIN


@diaries
def test_the_lines_are_the_expected_ones(name: str) -> None:
    assert write.lines_of(name) == write.lines_file(name).read_bytes(), AGAIN


@diaries
def test_the_story_is_the_expected_one(name: str) -> None:
    assert write.story_of(name) == write.story_file(name).read_bytes(), AGAIN


@diaries
def test_the_picture_on_the_page_is_the_one_that_is_drawn(name: str, tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.svg"

    write.draw(name, drawn)

    assert drawn.read_bytes() == write.picture_file(name).read_bytes(), AGAIN


@diaries
def test_two_runs_are_the_same_to_the_byte(name: str) -> None:
    assert write.lines_of(name) == write.lines_of(name)
    assert write.story_of(name) == write.story_of(name)


@diaries
def test_cutting_the_diary_at_any_day_gives_the_same_lines_up_to_there(
    name: str, tmp_path: Path
) -> None:
    """What comes later changes nothing that was told before."""
    heading, *rows = (write.EXAMPLES / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    whole = rows_of(write.lines_of(name))
    beginning = tmp_path / "beginning.csv"

    for kept in range(1, len(rows) + 1):
        beginning.write_text("\n".join([heading, *rows[:kept]]), encoding="utf-8")
        lines = rows_of(write.told(str(beginning), "--json"))
        assert lines == whole[: len(lines)]
        assert lines[-1]["day"] == rows[kept - 1][:10]


@diaries
def test_a_line_holds_exactly_what_the_contract_says(name: str) -> None:
    first, *others = rows_of(write.lines_of(name))

    assert list(first) == [*CONTRACT, "assumed"]
    assert all(isinstance(one, str) and one for one in first.pop("assumed"))
    for line in [first, *others]:
        assert list(line) == list(CONTRACT)
        for key, kind in CONTRACT.items():
            assert isinstance(line[key], kind), key
            assert kind is bool or not isinstance(line[key], bool), key


@diaries
def test_what_a_line_holds_is_of_the_words_that_are_known(name: str) -> None:
    for line in rows_of(write.lines_of(name)):
        assert line["action"] in {*Action}
        assert line["flare"] in {*Flare}
        assert line["unit"] == "minutes"
        assert set(line["blocked_by"]) <= {*BLOCKER_KINDS}
        assert set(line["missing"]) <= {"answer", "pain", "fatigue", "load", "usual"}
        assert list(line["reason"])[:2] == ["kind", "rule"]
        date.fromisoformat(line["day"])
        assert date.fromisoformat(line["next_look"]) > date.fromisoformat(line["day"])


@diaries
def test_a_line_agrees_with_itself(name: str) -> None:
    for line in rows_of(write.lines_of(name)):
        assert (line["offered"] is not None) == (line["action"] == Action.OFFER)
        assert (line["dose"] is None) == (line["action"] == Action.NO_PLAN)
        if line["dose"] is not None:
            assert line["dose"] <= line["level"]
        if line["action"] == Action.OFFER:
            assert line["blocked_by"] == []
            assert line["flare"] == Flare.NONE
        if line["reason"]["kind"] in BLOCKER_KINDS:
            assert line["blocked_by"][0] == line["reason"]["kind"]


@diaries
def test_days_follow_one_another_without_a_gap(name: str) -> None:
    days = [date.fromisoformat(line["day"]) for line in rows_of(write.lines_of(name))]

    assert days == [date.fromordinal(days[0].toordinal() + number) for number in range(len(days))]


def test_the_steady_diary_climbs_and_has_no_flare() -> None:
    lines = rows_of(write.lines_of("steady"))

    assert {line["flare"] for line in lines} == {"none"}
    assert lines[-1]["level"] > lines[3]["level"]


def test_the_boom_buster_hears_of_the_big_day_before_each_flare() -> None:
    lines = rows_of(write.lines_of("boom-buster"))
    red = [line for line in lines if line["flare"] == "red"]

    assert red
    assert {line["reason"]["kind"] for line in red} == {"flare_after_big_day"}
    assert "boom–bust" in write.story_of("boom-buster").decode()


def test_the_slow_responder_is_stepped_back_each_time_and_ends_where_it_began() -> None:
    lines = rows_of(write.lines_of("slow-responder"))
    back = [line for line in lines if line["action"] == "step_back"]
    first_of_a_flare = [
        line
        for before, line in pairwise(lines)
        if line["flare"] == "red" and before["flare"] != "red"
    ]

    assert back == first_of_a_flare
    assert {line["reason"]["kind"] for line in back} == {"flare_after_rise"}
    assert lines[-1]["level"] == lines[3]["level"]


@diaries
def test_the_page_for_people_shows_the_story_as_it_is_expected(name: str) -> None:
    page = (write.PICTURES.parent / f"story-{name}.md").read_text(encoding="utf-8")

    assert f"{{literalinclude}} ../../tests/golden/{name}.story.txt" in page
    assert re.search(rf"!\[[^\]]{{20,}}\]\(pictures/{name}\.svg\)", page)
