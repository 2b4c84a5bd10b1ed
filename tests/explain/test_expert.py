"""What a clinician or an engineer reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from steadystep.core import reasons
from steadystep.core.reasons import Limit, RedFlagKind
from steadystep.explain import banned_in, expert
from tests.explain.catalogues import Nowhere
from tests.explain.golden import GOLDEN, Told
from tests.explain.invented import decided, decisions
from tests.explain.numbers_in import dates_in, enforced, tenths_in

if TYPE_CHECKING:
    from steadystep.core.decision import Decision

MADE_WITH = "; rule-of-two 1 gentle, engine 1"


@pytest.mark.parametrize("told", GOLDEN, ids=lambda told: told.decision.reason.kind)
def test_each_reason_names_its_rule_and_what_was_compared(told: Told) -> None:
    assert expert(told.decision).startswith(f"{told.facts}; ")


def test_the_line_tells_doses_all_blockers_what_was_not_there_and_the_versions() -> None:
    held = decided(
        reasons.Watching(31, 48, 1, 2, begun=True),
        level=60,
        dose=60,
        blocked_by=("watching", "too_soon", "not_yet_steady"),
        would_have_been=70,
        missing=("fatigue", "load"),
    )

    assert expert(held) == (
        "C11 watching: 31 h < 48 h since the window opened, 1 < 2 answers; level 6 min, dose 6 min;"
        " would have been 7 min; also too_soon, not_yet_steady; missing: fatigue, load;"
        " rule-of-two 1 gentle, engine 1"
    )


def test_an_offer_stands_beside_the_dose() -> None:
    offered = decided(reasons.Ready(50, 60, 9), offered=60)

    assert expert(offered).endswith(f"; level 5 min, dose 5 min, offered 6 min{MADE_WITH}")


def test_without_a_plan_there_is_no_dose_to_tell() -> None:
    assert expert(decided(reasons.Paused(), level=None, dose=None)) == (
        f"A4 paused: paused by the person or a clinician; no dose{MADE_WITH}"
    )


def test_half_of_a_pair_that_is_not_known_is_a_dash() -> None:
    assert "; level –, dose 5 min;" in expert(decided(reasons.Paused(), level=None))


@given(decision=decisions())
def test_every_number_in_the_line_was_enforced(decision: Decision) -> None:
    reason = decision.reason
    line = expert(decision).removesuffix(MADE_WITH).removeprefix(f"{reason.rule} {reason.kind}: ")
    numbers, dates = enforced(decision)

    assert tenths_in(line) <= numbers
    assert dates_in(line) <= dates


@given(decision=decisions())
def test_the_line_is_filled_in_and_holds_no_heavy_word(decision: Decision) -> None:
    line = expert(decision)

    assert not set(line) & set("{}")
    assert banned_in(line) == ()
    assert "\n" not in line


@given(decision=decisions())
def test_all_but_the_codes_comes_from_the_catalogue(decision: Decision) -> None:
    reason = decision.reason
    line = expert(decision, Nowhere())
    codes = (
        *(f"{reason.rule} {reason.kind}", decision.policy),
        *(*decision.blocked_by, *decision.missing, *Limit, *RedFlagKind),
    )
    for code in sorted(codes, key=len, reverse=True):
        line = line.replace(code, "")

    assert not any(letter.isascii() and letter.isalpha() for letter in line)
