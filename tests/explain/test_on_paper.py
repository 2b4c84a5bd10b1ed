"""What lives on a page has words, ticks or drawings on paper, in every language."""

from __future__ import annotations

import pytest

from steadystep.cli.words import words_in
from steadystep.explain import ENGLISH
from steadystep.explain.living import _TWINS
from steadystep.explain.on_paper import on_paper


@pytest.mark.parametrize("language", ["en", "he"])
def test_each_has_something_to_read_or_to_tick(language: str) -> None:
    told = on_paper(words_in(language))

    assert all(one.words or one.choices for one in told.values())


def test_whatever_lives_is_there_but_the_rule_which_paper_draws_itself() -> None:
    assert set(on_paper(ENGLISH)) == set(_TWINS) - {"rule-of-two"}


def test_the_trap_is_drawn_once_for_each_choice_and_the_paradox_once() -> None:
    told = on_paper(ENGLISH)

    assert len(told["boom-bust-trap"].drawings) == 2
    assert len(told["own-picture"].drawings) == 1
    assert all(one.startswith("<svg") for one in told["boom-bust-trap"].drawings)
