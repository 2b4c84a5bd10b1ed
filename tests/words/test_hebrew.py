"""Hebrew, read as somebody reads it who speaks nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import translation
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from steadystep.core import reasons
from steadystep.core.diary import Assumed, DiaryTerms
from steadystep.core.observations import Unit
from steadystep.explain import assumed, banned_in, expert, said, sentences, story
from steadystep.explain.amounts import amount, decimal, number
from steadystep.explain.days import on_date
from steadystep.explain.pictures import from_the_right, language
from tests.explain.golden import GOLDEN, Told
from tests.explain.invented import TODAY, decided, decisions
from tests.explain.test_story import an_invented_year
from tests.words.catalogued import LATIN, MARKS, word_count
from tests.words.catalogues import forms, msgids, read, translation_of
from tests.words.gathering import LOCALE

if TYPE_CHECKING:
    from steadystep.core.decision import Decision

HEBREW = translation("steadystep", str(LOCALE), ["he"])
MOST_WORDS = 14
FIRST_ISOLATE, END = "\u2066", "\u2069"


@pytest.mark.parametrize("told", GOLDEN, ids=lambda told: told.decision.reason.kind)
def test_each_reason_is_said_in_hebrew_alone(told: Told) -> None:
    heard = said(told.decision, HEBREW)

    assert not LATIN.search(heard)
    assert not set(heard) & set("{}")


@given(decision=decisions())
def test_any_decision_is_said_in_short_light_sentences(decision: Decision) -> None:
    heard = sentences(decision, HEBREW)

    assert 1 <= len(heard) <= 3
    assert all(one.endswith((".", "?")) for one in heard)
    assert all(word_count(one) <= MOST_WORDS for one in heard)
    assert banned_in(" ".join(heard)) == ()
    assert not LATIN.search(" ".join(heard))


def test_a_story_and_what_it_rests_on_are_told_in_hebrew_alone() -> None:
    for load in (False, True):
        terms = DiaryTerms(has_load=load, unit=Unit.STEPS if load else Unit.MINUTES)
        told = [
            *(one for section in story(an_invented_year(load=load), terms, HEBREW)
              for one in (section.heading, *section.sentences)),
            *(assumed(one, terms, HEBREW) for one in Assumed),
        ]  # fmt: skip

        assert [one for one in told if LATIN.search(one) or banned_in(one)] == []


def test_nothing_that_is_said_holds_a_heavy_word() -> None:
    catalogue = read(translation_of("steadystep", "he"), "he")

    assert [one for message in catalogue for one in forms(message) if banned_in(one)] == []


def test_a_morning_reads_as_one_would_say_it() -> None:
    held = decided(reasons.TooSoon(5, 7), dose=15)

    assert sentences(held, HEBREW) == (
        "היום אותו הצעד: דקה וחצי.",
        "בין צעד לצעד עוברים לפחות 7 ימים.",
        "נבדוק שוב ביום חמישי.",
    )


@pytest.mark.parametrize(
    ("unit", "tenths", "written"),
    [
        (Unit.MINUTES, 5, "חצי דקה"),
        (Unit.MINUTES, 10, "דקה אחת"),
        (Unit.MINUTES, 15, "דקה וחצי"),
        (Unit.MINUTES, 20, "שתי דקות"),
        (Unit.MINUTES, 25, f"{FIRST_ISOLATE}2½{END} דקות"),
        (Unit.MINUTES, 50, "5 דקות"),
        (Unit.MINUTES, 13, "1.3 דקות"),
        (Unit.MINUTES, 23, "2.3 דקות"),
        (Unit.REPS, 10, "פעם אחת"),
        (Unit.REPS, 20, "פעמיים"),
        (Unit.REPS, 60, "6 פעמים"),
        (Unit.STEPS, 20_000, "2,000 צעדים"),
    ],
)
def test_a_dose_has_its_singular_its_dual_and_its_plural(
    unit: Unit, tenths: int, written: str
) -> None:
    assert amount(HEBREW, unit, tenths) == written


@pytest.mark.parametrize(
    ("days", "when"),
    [
        (0, "נבדוק שוב היום."),
        (1, "נבדוק שוב מחר."),
        (2, "נבדוק שוב ביום חמישי."),
        (4, "נבדוק שוב בשבת."),
        (7, "נבדוק שוב ב־7 במאי."),
    ],
)
def test_days_are_named_as_people_name_them(days: int, when: str) -> None:
    waiting = decided(reasons.TooSoon(1, 7), next_look=TODAY + timedelta(days=days))

    assert sentences(waiting, HEBREW)[-1] == when


def test_numbers_and_dates_are_written_the_hebrew_way() -> None:
    assert number(HEBREW, 12_345) == "12,345"
    assert decimal(HEBREW, 65) == "6.5"
    assert on_date(HEBREW, date(2024, 5, 14)) == "14 במאי"


def test_two_sides_of_a_comparison_keep_their_places() -> None:
    """Without the marks a line from the right would read "7 < 5" as "5 > 7" turned round."""
    line = expert(decided(reasons.TooSoon(5, 7)), HEBREW)

    assert f"{FIRST_ISOLATE}5 < 7{END} י׳" in line


def test_every_mark_of_direction_that_opens_is_closed_within_its_sentence() -> None:
    for domain in ("steadystep", "django"):
        for message in read(translation_of(domain, "he"), "he"):
            for one in forms(message):
                assert _balanced(one), one


def test_an_arrow_points_the_way_the_line_is_read() -> None:
    turned = {ord("→"): "←", ord("←"): "→", ord("‹"): "›", ord("›"): "‹"}
    arrows = set("→←‹›")
    for domain in ("steadystep", "django"):
        for message in read(translation_of(domain, "he"), "he"):
            english = "".join(sorted(arrow for arrow in msgids(message)[-1] if arrow in arrows))
            told = "".join(sorted(arrow for arrow in forms(message)[-1] if arrow in arrows))
            assert told == "".join(sorted(english.translate(turned))), message.id


def test_the_catalogue_says_which_language_it_is_and_how_it_runs() -> None:
    assert language(HEBREW) == "he"
    assert from_the_right(HEBREW)


def _balanced(text: str) -> bool:
    depth = 0
    for mark in MARKS.findall(text):
        depth += -1 if mark == END else 1
        if depth < 0:
            return False
    return depth == 0
