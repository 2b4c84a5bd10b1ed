"""The programme inside the package is one that the checker has nothing to say about."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files

from steadystep.chapters import LIVING, OPENS, bundled, check, read_programme
from steadystep.explain.banned import banned_in


def test_every_file_of_it_can_be_read() -> None:
    _, problems = read_programme(files("steadystep.chapters") / "programme")
    assert [str(one) for one in problems] == []


def test_nothing_in_it_is_to_be_mended() -> None:
    """What is a hint may stay, such as a review that is due again."""
    today = datetime.now(tz=UTC).date()
    found = check(bundled(), banned=banned_in, living=LIVING, opens=OPENS, today=today)
    assert [str(one) for one in found if not one.is_hint] == []


def test_it_has_the_days_that_were_promised() -> None:
    programme = bundled()
    assert set(programme.written) >= {1, 2, 3, 13, 14}
    assert programme.languages == ("en", "he")


def test_what_a_boom_or_a_flare_calls_up_is_written() -> None:
    programme = bundled()
    called = {kind: one.day for one in programme.plan for kind in one.called_by}
    assert set(called) == {"boom", "flare"}
    assert set(called.values()) <= set(programme.written)
