"""The checker's rules of words: short sentences, plain words, a few minutes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.chapters.invented import (
    BODY,
    FILLING,
    FRONT,
    HEBREW_BODY,
    chapter_of,
    looked,
    said_of_hebrew,
    told,
)

FOURTEEN = "We sit by the sea and look at one boat and at the sea."
FIFTEEN = FOURTEEN.replace("one boat", "one red boat")


def test_a_sentence_has_fourteen_words_at_the_most() -> None:
    assert told(body=f"{BODY}\n{FOURTEEN}") == []
    for body in (f"{BODY}\n\n{FIFTEEN}", f"{BODY}\n\n- {FIFTEEN}", f"{BODY}\n\n> {FIFTEEN}"):
        found = looked(chapter_of(body=body))
        assert [one.what for one in found] == [f"15 words, and 14 are the most: “{FIFTEEN}”"]
        assert found[0].line == FRONT.count("\n") + body.count("\n") + 4


def test_a_sentence_is_found_where_claims_are_cited_in_it() -> None:
    body = f"{BODY}\n\n**We sit**[^water] by{FIFTEEN.removeprefix('We sit by')}"
    found = looked(chapter_of(body=body))
    assert [one.line for one in found] == [FRONT.count("\n") + body.count("\n") + 4]


def test_a_heading_and_the_words_beside_the_text_are_short_too() -> None:
    assert told(body=f"{BODY}\n## {FIFTEEN}\n") == [f"15 words, and 14 are the most: “{FIFTEEN}”"]
    front = FRONT.replace("Drink a glass of water.", FIFTEEN)
    found = looked(chapter_of(front))
    assert [(one.line, one.is_hint) for one in found] == [(5, False)]


def test_a_claim_may_be_longer_and_a_very_long_one_is_a_hint() -> None:
    longer = FIFTEEN.replace("Water is wet.", "")
    assert told(FRONT.replace("Water is wet.", longer)) == []
    very = " ".join(["wet"] * 26)
    found = looked(chapter_of(FRONT.replace("Water is wet.", very)))
    assert [(one.line, one.is_hint) for one in found] == [(11, True)]


def test_a_word_that_we_do_not_use_is_named() -> None:
    found = looked(chapter_of(body=f"{BODY}\n\nYou should rest.\n"))
    assert [(one.what, one.line) for one in found] == [
        ("“should” is a word we do not use. Say it another way.", 46)
    ]
    for was in ("Two.", "Pain was lower", "People were watched."):
        assert len(told(FRONT.replace(was, f"It is only this. {was}"))) == 1


def test_what_somebody_says_may_be_a_word_we_do_not_use() -> None:
    for body in (
        "“I should rest,” many think.",
        'Many think "I should rest".',
        "‘I’m lazy, and I should rest,’ many think.",
        "> I should rest. I am lazy.",
        "„I should rest”, many think.",
    ):
        assert told(body=f"{BODY}\n\n{body}") == []
    assert len(told(body=f'{BODY}\n\nThe 5" board should hold 6".')) == 1


def test_a_mark_inside_a_hebrew_word_opens_no_quotation() -> None:
    sentence = 'בארה"ב צריך לנוח, וגם ד"ר כהן נח.'
    body = HEBREW_BODY.replace("\n\n## Slowly", f"\n\n{sentence}\n\n## Slowly")
    (problem,) = said_of_hebrew(body=body)
    assert "“צריך” is a word we do not use." in problem


@pytest.mark.parametrize(
    "address",
    [
        "See https://a.b for more.",
        "See www.example for more.",
        "See nice.org.uk for more.",
        "Look at //example here.",
        "Write to mailto:x today.",
        "It is data:image/png here.",
    ],
)
def test_an_address_has_no_place_in_the_text(address: str) -> None:
    (problem,) = told(body=f"{BODY}\n\n{address}")
    assert problem.endswith("looks like an address. Name it as a source, and cite it.")
    assert len(told(FRONT.replace("Two.", address))) == 1


def test_words_that_are_no_address_may_stay() -> None:
    assert told(body=f"{BODY}\n\nThis is what we know from data: little. It is 5.5 of 10.") == []


def test_a_chapter_has_250_to_500_words() -> None:
    few, many = FILLING.split(" ", maxsplit=10)[-1], f"{FILLING} {FILLING}"
    assert told(body=BODY.replace(FILLING, few)) == ["it has 247 words. 250 to 500 are wanted."]
    front = FRONT.replace("minutes = 2", "minutes = 4")
    assert told(front, BODY.replace(FILLING, many)) == ["it has 507 words. 250 to 500 are wanted."]


def test_the_minutes_are_those_it_takes() -> None:
    """257 words at 120 a minute take more than two minutes, and less than three."""
    assert told(FRONT.replace("minutes = 2", "minutes = 3")) == []
    found = looked(chapter_of(FRONT.replace("minutes = 2", "minutes = 4")))
    assert [(one.what, one.line) for one in found] == [("it says 4 minutes, and takes about 2.", 4)]


def test_a_chapter_of_a_few_words_takes_a_minute() -> None:
    front = FRONT.replace("minutes = 2", "minutes = 1")
    assert told(front, "Water is wet.[^water] It may help.[^pain]") == [
        "it has 6 words. 250 to 500 are wanted."
    ]


def test_long_words_are_hard_to_read() -> None:
    (problem,) = told(body=BODY.replace("one boat", "international communication"))
    assert problem.startswith("it reads at school grade ")
    assert problem.endswith("and 6 is the most. Shorter words and sentences help.")


def test_hebrew_is_measured_by_sentences_and_long_words() -> None:
    """Our own measure, and no school grade."""
    long = HEBREW_BODY.replace("יושבים", "כשמתיישבים")
    assert said_of_hebrew(body=long) == [
        "day-01/he.md: 19% of its words have 7 letters or more, and 10% are the most."
    ]
    joined = HEBREW_BODY.replace("הים. היום", "הים היום")
    assert [one.split(": ")[1] for one in said_of_hebrew(body=joined)][-1].startswith(
        "a sentence has "
    )


def test_a_third_language_has_the_counts_and_no_measure() -> None:
    chapter = replace(chapter_of(), language="xx")
    assert looked(chapter) == ()
