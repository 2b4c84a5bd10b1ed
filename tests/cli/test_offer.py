"""`accept`, `stay` and `more`: an offer, and the person's word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import Reply

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


@pytest.fixture
def offered(at_home: Terminal) -> Terminal:
    """A week of calm days, and today's answer: one rung more may be tried."""
    at_home.lived(7)
    at_home.well("check-in 4 4")
    assert at_home.today()["offered"] == 6
    return at_home


def test_an_offer_says_both_ways_to_answer(offered: Terminal) -> None:
    shown = offered.well("today")

    assert "Try 6 minutes?" in shown
    assert "You can say no." in shown
    assert "steadystep accept --sure 8  (or: stay)" in shown
    offered.well("skip confidence")
    assert "Try 6 minutes, or stay at 5 minutes?  steadystep accept" in offered.well("today")


def test_accepting_raises_the_step_by_one_rung(offered: Terminal) -> None:
    shown = offered.well("accept")

    assert shown.startswith("Written: you try 6 minutes.")
    assert offered.today()["level"] == 6


def test_an_offer_is_told_before_it_is_answered(offered: Terminal) -> None:
    """An accepted step is taken as it was told: here `accept` is the first verb that sees it."""
    offered.later(days=1)
    offered.well("check-in 4 4")

    offered.well("accept")

    kinds = [type(one.event) for one in offered.entries()]
    assert kinds.index(on.OfferAnswered) > kinds.index(on.DecisionGiven)
    assert any(one.offered == 60 for one in offered.told(on.DecisionGiven))
    assert offered.today()["level"] == 6


def test_being_sure_goes_with_it(offered: Terminal) -> None:
    offered.well("accept --sure 8")

    assert offered.told(on.ConfidenceTold) == [on.ConfidenceTold(8)]
    assert offered.today()["level"] == 6


def test_who_is_not_sure_stays(offered: Terminal) -> None:
    shown = offered.well("accept --sure 4")

    assert offered.told(on.OfferAnswered) == []
    assert offered.today()["level"] == 5
    assert "Same step today: 5 minutes." in shown


def test_staying_rests_the_offer(offered: Terminal) -> None:
    shown = offered.well("stay")

    assert shown.startswith("Written: you stay at 5 minutes.")
    offered.later(days=1)
    offered.well("check-in 4 4")
    assert offered.today()["offered"] is None


def test_staying_may_say_how_sure_it_is(offered: Terminal) -> None:
    offered.well("stay --sure 3")

    assert offered.told(on.ConfidenceTold) == [on.ConfidenceTold(3)]
    assert offered.today()["level"] == 5


def test_more_calls_back_an_offer_that_rests(offered: Terminal) -> None:
    offered.well("stay")
    offered.later(days=1)
    offered.well("moved --yesterday")
    offered.well("check-in 4 4")

    shown = offered.well("more")

    assert shown.startswith("Written: you would like to try more.")
    assert offered.told(on.OfferAnswered)[-1] == on.OfferAnswered(Reply.TRY_MORE)
    assert offered.today()["offered"] == 6
    offered.well("accept")
    assert offered.today()["level"] == 6


def test_more_where_there_is_an_offer_names_the_way(offered: Terminal) -> None:
    assert "There is an offer already." in offered.well("more")
    assert offered.told(on.OfferAnswered) == []


def test_more_in_the_first_week_changes_nothing(at_home: Terminal) -> None:
    at_home.well("check-in 4 4")

    at_home.well("more")

    assert at_home.today()["offered"] is None


@pytest.mark.parametrize("verb", ["accept", "stay", "accept --sure 9"])
def test_without_an_offer_there_is_nothing_to_answer(verb: str, at_home: Terminal) -> None:
    before = at_home.entries()

    answer = at_home(verb)

    assert answer.exit_code == 1
    assert "Nothing is offered today. To see why: steadystep why" in answer.stderr
    assert at_home.entries() == before


def test_an_accepted_step_can_be_taken_back(offered: Terminal) -> None:
    offered.well("accept")

    shown = offered.well("undo")

    assert shown.startswith("Taken back: you try the offer.")
    assert offered.today()["level"] == 5
