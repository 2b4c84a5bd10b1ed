"""The library: small movements, short words, a picture for every way to do one."""

from __future__ import annotations

import pytest

from steadystep.core.movements import GENTLE_EFFORT_MOST, Movement
from steadystep.explain.banned import banned_in
from steadystep.web.move.library.shapes import CHOICE, Posture, Sheet, Way
from steadystep.web.move.library.shelf import LIBRARY, find, of_kind
from steadystep.web.move.pictures.gallery import PICTURES
from tests.explain.reading_age import grade

MOST_WORDS = 14
WAYS = [
    pytest.param(sheet, way, id=f"{sheet.slug}-{way.posture}")
    for sheet in LIBRARY
    for way in sheet.ways
]
# What would be a medical claim on a sheet.
CLAIMS = ("heal", "treat", "relief", "reduce", "improve", "strengthen", "therap", "pain")


@pytest.mark.parametrize("kind", [one for one in Movement if one != Movement.OWN])
def test_each_kind_has_a_handful(kind: Movement) -> None:
    assert 4 <= len(of_kind(kind)) <= 5


def test_a_movement_of_ones_own_has_a_sheet_too() -> None:
    assert len(of_kind(Movement.OWN)) == 1


def test_every_way_has_its_picture_and_every_picture_its_way() -> None:
    assert set(PICTURES) == {(sheet.slug, way.posture) for sheet in LIBRARY for way in sheet.ways}


def test_no_two_movements_share_a_name() -> None:
    assert len({sheet.slug for sheet in LIBRARY}) == len(LIBRARY)
    assert len({sheet.name for sheet in LIBRARY}) == len(LIBRARY)


@pytest.mark.parametrize("sheet", LIBRARY, ids=lambda sheet: sheet.slug)
def test_each_can_be_done_standing_and_sitting(sheet: Sheet) -> None:
    postures = [way.posture for way in sheet.ways]

    assert postures[:2] == [Posture.STANDING, Posture.SITTING]


@pytest.mark.parametrize("sheet", LIBRARY, ids=lambda sheet: sheet.slug)
def test_where_it_comes_from_is_said(sheet: Sheet) -> None:
    assert sheet.source == CHOICE


@pytest.mark.parametrize(("sheet", "way"), WAYS)
def test_a_way_is_three_to_five_short_steps(sheet: Sheet, way: Way) -> None:
    assert 3 <= len(way.steps) <= 5
    for step in way.steps:
        for sentence in step.rstrip(".").split(". "):
            assert len(sentence.split()) <= MOST_WORDS, sheet.slug


@pytest.mark.parametrize(("sheet", "way"), WAYS)
def test_the_words_are_plain_and_claim_nothing(sheet: Sheet, way: Way) -> None:
    words = " ".join((sheet.name, *way.steps))

    assert banned_in(words) == ()
    assert [one for one in CLAIMS if one in words.lower()] == []


@pytest.mark.parametrize(("sheet", "way"), WAYS)
def test_the_step_that_says_it_all_is_no_mere_beginning(sheet: Sheet, way: Way) -> None:
    """In fog one sentence is shown, so it has to be the movement and not the chair."""
    assert way.in_short in way.steps[1:], sheet.slug
    assert not way.in_short.startswith(("Sit ", "Stand ", "Take ", "Hold "))


def test_an_eleven_year_old_can_read_the_library() -> None:
    words = " ".join(step for sheet in LIBRARY for way in sheet.ways for step in way.steps)

    assert grade(words) <= 6


def test_gentle_is_three_of_ten() -> None:
    assert GENTLE_EFFORT_MOST == 3


def test_a_walk_away_from_home_has_a_way_back() -> None:
    away = {sheet.slug for sheet in LIBRARY for way in sheet.ways if way.turn_round}

    assert away == {"slow-walk", "walk-and-rest"}


def test_a_posture_that_a_movement_lacks_is_taken_as_sitting() -> None:
    walk = find("slow-walk")

    assert walk is not None
    assert walk.way(Posture.LYING).posture == Posture.SITTING
    assert walk.way(Posture.STANDING).posture == Posture.STANDING


def test_an_unknown_name_is_no_movement() -> None:
    assert find("headstand") is None
