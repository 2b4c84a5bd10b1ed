"""What is said in the first run: short, kind, whole, and the same at every door."""

from __future__ import annotations

import re

import pytest

from steadystep.core.beginning import ANCHORS, BAD_DAY_AMOUNTS, start_of
from steadystep.core.emergency import NUMBERS, Place, emergency_numbers
from steadystep.core.malaise_screen import PEM_QUESTIONS, PemQuestion
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import ClinicianFirst, Modifier, Told
from steadystep.core.safety_questions import RED_FLAGS, SafetyQuestion
from steadystep.explain import ENGLISH, Translations, banned_in
from steadystep.explain.beginning_words import (
    anchor_word,
    bad_day_word,
    counted_by,
    movement_help,
    movement_word,
    usual_question,
    why_this_start,
)
from steadystep.explain.malaise_words import answer_words, attribution, item_words, part_words
from steadystep.explain.safety_words import (
    choice_word,
    clinician_comes_first,
    elsewhere,
    needs_a_person,
    pacing_words,
    place_word,
    question_words,
    told_word,
    under_18_words,
    what_to_say,
)
from tests.explain.catalogues import Nowhere
from tests.explain.reading_age import grade, words_of

MOST_WORDS = 14


def safety(words: Translations) -> list[str]:
    """Everything that is said about safety, the instrument's own words left out."""
    asked = [question_words(words, one) for one in SafetyQuestion]
    return [
        *(line for one in asked for line in (one.asked, *one.points, one.help) if line),
        *(told_word(words, one) for one in Told),
        *(choice_word(words, one) for one in (*ClinicianFirst, *Modifier)),
        *(line for one in RED_FLAGS for line in what_to_say(words, one)),
        *(line for one in RedFlagKind for line in needs_a_person(words, one)),
        *(line for one in (True, False) for line in pacing_words(words, named=one)),
        *clinician_comes_first(words),
        *under_18_words(words),
        *(place_word(words, one) for one in Place),
        elsewhere(words),
    ]


def beginning(words: Translations) -> list[str]:
    """Everything else that is said in a first run."""
    starts = [
        why_this_start(words, unit, amount, start_of(unit, amount))
        for unit, amounts in BAD_DAY_AMOUNTS.items()
        for amount in (None, *amounts)
    ]
    return [
        *(movement_word(words, one) for one in Movement),
        *(movement_help(words, one) for one in Movement),
        *(counted_by(words, one) for one in Unit),
        *(bad_day_word(words, unit, one) for unit, all_ in BAD_DAY_AMOUNTS.items() for one in all_),
        *starts,
        *(anchor_word(words, one) for one in ANCHORS),
        *(usual_question(words, one) for one in (Symptom.PAIN, Symptom.FATIGUE)),
    ]


def malaise(words: Translations) -> list[str]:
    """The malaise screen."""
    return [
        line
        for one in PEM_QUESTIONS
        for line in (
            item_words(words, one),
            part_words(words, one),
            *(answer_words(words, one, answer) for answer in one.answers),
        )
        if line
    ]


@pytest.mark.parametrize("line", sorted({*safety(ENGLISH), *beginning(ENGLISH)}))
def test_a_sentence_is_short_and_holds_no_heavy_word(line: str) -> None:
    assert banned_in(line) == ()
    for sentence in re.split(r"(?<=[.?!:])\s", line):
        assert len(words_of(sentence)) <= MOST_WORDS


def test_the_whole_reads_at_about_eleven_years() -> None:
    told = [one if one.endswith((".", "?")) else f"{one}." for one in safety(ENGLISH)]

    assert grade(" ".join(told)) <= 6.5


def test_no_word_passes_the_catalogue_by() -> None:
    """Names that are the same in every language, and numbers, may stay."""
    nowhere = Nowhere()
    for line in [*safety(nowhere), *beginning(nowhere), *malaise(nowhere), attribution(nowhere)]:
        assert re.search(r"[A-Za-z]", line) is None, line


def test_the_malaise_screen_is_quoted_and_names_its_authors() -> None:
    assert item_words(ENGLISH, PEM_QUESTIONS[0]) == (
        "Dead, heavy feeling after starting to exercise"
    )
    assert [banned_in(line) for line in malaise(ENGLISH) if banned_in(line)] == []
    for part in ("Cotler", "Holtzman", "Dudun", "Jason", "2018", "CC BY"):
        assert part in attribution(ENGLISH)


def test_every_question_of_the_screen_has_words_of_its_own() -> None:
    asked = {(item_words(ENGLISH, one), part_words(ENGLISH, one)) for one in PEM_QUESTIONS}

    assert len(asked) == len(PEM_QUESTIONS)
    for one in PEM_QUESTIONS:
        assert len({answer_words(ENGLISH, one, answer) for answer in one.answers}) == len(
            one.answers
        )


def test_nobody_is_told_that_they_have_an_illness() -> None:
    told = " ".join(pacing_words(ENGLISH, named=False))

    assert told.startswith("Your answers suggest getting worse after effort. We will not suggest")
    assert "ME/CFS" not in told


def test_what_a_person_wrote_themselves_stays_as_it_is() -> None:
    assert anchor_word(Nowhere(), "after feeding Rex") == "after feeding Rex"


@pytest.mark.parametrize(
    ("bad_day", "start", "why"),
    [
        (None, 5, "This is the smallest step there is."),
        (0, 5, "The smallest step there is, for a day like that."),
        (50, 25, "Half of a bad day's 5 minutes."),
        (150, 70, "A little less than half of a bad day's 15 minutes."),
    ],
)
def test_the_start_says_where_it_comes_from(bad_day: int | None, start: int, why: str) -> None:
    assert start_of(Unit.MINUTES, bad_day) == start
    assert why_this_start(ENGLISH, Unit.MINUTES, bad_day, start) == why


# Numbers to call ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("languages", "first"),
    [
        (("he",), "101"),
        (("en-GB", "en"), "999"),
        (("en", "en-us"), "911"),
        (("fr-FR",), "112"),
        ((), "112"),
    ],
)
def test_the_most_likely_number_comes_first_and_none_is_left_out(
    languages: tuple[str, ...], first: str
) -> None:
    told = emergency_numbers(languages)

    assert told[0].number == first
    assert sorted(told) == sorted(NUMBERS)


def test_how_an_item_is_asked_about_is_known_by_its_name() -> None:
    names = [one.name for one in PEM_QUESTIONS]

    assert len(set(names)) == len(names)
    assert PemQuestion(1, PEM_QUESTIONS[0].part).name == "1-often"
