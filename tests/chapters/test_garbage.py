"""Whatever anybody writes into a programme's folder is read, or named; it never stops the rest."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.chapters import (
    CannotReadProgramme,
    read_programme,
)
from steadystep.chapters.reading import parse_chapter
from tests.chapters.invented import FRONT, PLAN, chapter_of, folder_of, text_of

if TYPE_CHECKING:
    import pytest

ONE = "day-01-one/en.md"

LINES = st.sampled_from([*text_of().split("\n"), *PLAN.split("\n"), "+++", "[[", "::", "- ", "> "])
GARBAGE = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda told: told.encode("utf-8", "replace")),
    st.lists(LINES, max_size=30).map(lambda told: "\n".join(["+++", *told]).encode()),
    st.text(max_size=80).map(lambda told: text_of(body=told).encode("utf-8", "replace")),
    st.text(max_size=80).map(lambda told: text_of(told + "\n").encode("utf-8", "replace")),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inside: st.lists(inside, max_size=3),
    max_leaves=5,
)


@given(GARBAGE)
@settings(max_examples=60, deadline=None)
def test_garbage_is_an_answer_and_the_others_are_read(
    tmp_path_factory: pytest.TempPathFactory, garbage: bytes
) -> None:
    place = tmp_path_factory.mktemp("programme")
    folder_of(place, {ONE: text_of(), "day-02/en.md": garbage})
    programme, problems = read_programme(place)
    assert programme.chapters[1, "en"] == chapter_of()
    assert (2, "en") in programme.chapters or problems
    assert all(str(one).startswith("day-02/en.md") for one in problems)


@given(st.text(max_size=300) | st.lists(LINES, max_size=20).map("\n".join))
@settings(max_examples=40, deadline=None)
def test_garbage_in_the_place_of_the_plan_says_so(
    tmp_path_factory: pytest.TempPathFactory, garbage: str
) -> None:
    place = folder_of(
        tmp_path_factory.mktemp("programme"),
        {ONE: text_of()},
        plan=garbage.encode("utf-8", "replace").decode(),
    )
    with suppress(CannotReadProgramme):
        programme, _ = read_programme(place)
        assert programme.name


@given(st.sampled_from([one for one in FRONT.split("\n") if "=" in one]), VALUES)
def test_any_value_in_the_place_of_another_is_read_or_named(line: str, value: object) -> None:
    name = line.partition(" = ")[0]
    told = str(value).lower() if isinstance(value, bool) else str(value)
    front = FRONT.replace(line, f"{name} = {told}", 1)
    chapter, found = parse_chapter(text_of(front), day=1, language="en")
    assert chapter is not None or found
