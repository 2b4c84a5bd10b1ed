"""The checker's rules of languages: the same parts, claims and numbers in each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steadystep.chapters import Problem
from tests.chapters.invented import (
    FRONT,
    HEBREW_BODY,
    HEBREW_FRONT,
    chapter_of,
    hebrew,
    look,
    looked,
    programme_of,
    said_of_hebrew,
)


def test_every_language_is_there_and_no_other() -> None:
    programme = programme_of(chapter_of())
    titles = {"en": "One", "he": "אחת"}
    plan = tuple(replace(one, lines={**one.lines, "he": "אחת"}) for one in programme.plan)
    both = replace(programme, languages=("en", "he"), titles=titles, plan=plan)
    assert [str(one) for one in look(both)] == ["day-01: there is no he.md in its folder."]
    more = {**programme.chapters, (1, "xx"): replace(chapter_of(), language="xx")}
    assert [one.what for one in look(replace(programme, chapters=more))] == [
        "'xx' is none of the plan's languages. Add it there, or take this out."
    ]


def test_where_the_first_language_is_missing_the_others_are_still_read() -> None:
    programme = replace(programme_of(hebrew()), languages=("en", "he"))
    plan = tuple(replace(one, lines={"en": "One", "he": "One"}) for one in programme.plan)
    both = replace(programme, titles={"en": "One", "he": "אחת"}, plan=plan)
    assert [str(one) for one in look(both)] == ["day-01: there is no en.md in its folder."]


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        (
            HEBREW_BODY.replace(":: own-picture", ""),
            None,
            "part 3 is not there, and in day-01/en.md it is :: own-picture.",
        ),
        (
            HEBREW_BODY.replace("own-picture", "four-kinds"),
            43,
            "part 3 is :: four-kinds, and in day-01/en.md it is :: own-picture.",
        ),
        (
            f"## לאט\n\n{HEBREW_BODY}",
            39,
            "part 1 is a text under a heading, and in day-01/en.md it is a text without a heading.",
        ),
        (
            f"{HEBREW_BODY}\nועוד.",
            45,
            "part 4 is a text without a heading, and in day-01/en.md it is not there.",
        ),
        (
            HEBREW_BODY.replace("[^pain]", "[^pain][^water]"),
            37,
            "part 1 does not cite what it does in day-01/en.md: water.",
        ),
    ],
)
def test_the_parts_are_the_same(body: str, line: int | None, what: str) -> None:
    found = looked(chapter_of(), hebrew(body=body))
    assert found == (Problem("day-01/he.md", what, line),)


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ('"moderate"', '"low"', "the claim 'pain' is 'low', and in day-01/en.md 'moderate'."),
        ("ב־5 מתוך", "ב־6 מתוך", "the claim 'pain' has other numbers than in day-01/en.md."),
        (
            '["walks-2021"]',
            '["walks-2021", "tales-2020"]',
            "the claim 'pain' does not name the sources that it names in day-01/en.md.",
        ),
    ],
)
def test_the_claims_are_the_same(was: str, now: str, what: str) -> None:
    found = said_of_hebrew(HEBREW_FRONT.replace(was, now))
    assert found == [f"day-01/he.md, line 17: {what}"]


def test_a_doubt_is_told_in_every_language() -> None:
    front = FRONT.replace('sources = ["tales', 'doubt = "Rarely."\nsources = ["tales')
    found = looked(chapter_of(front), hebrew())
    assert [str(one) for one in found] == [
        "day-01/he.md, line 11: the doubt of 'water' is in one language alone."
    ]


def test_a_claim_is_there_in_every_language() -> None:
    front = HEBREW_FRONT.replace('name = "pain"', 'name = "ache"')
    found = said_of_hebrew(front, HEBREW_BODY.replace("[^pain]", "[^ache]"))
    assert [one.partition(": ")[2] for one in found] == [
        "part 1 does not cite what it does in day-01/en.md: ache, pain.",
        "the claim 'pain' of day-01/en.md is not here.",
        "the claim 'ache' is not in day-01/en.md.",
    ]


def test_a_step_opens_the_same_and_sources_are_the_same() -> None:
    front = HEBREW_FRONT.replace('"check-in"', '"breathe"')
    assert said_of_hebrew(front) == [
        "day-01/he.md, line 6: its step opens 'breathe', and in day-01/en.md 'check-in'."
    ]
    more = HEBREW_FRONT + '\n[[sources]]\nname = "more"\ncite = "M."\nplace = "m"\nseen = "paper"\n'
    assert [one.partition(": ")[2] for one in said_of_hebrew(more)] == [
        "the source 'more' carries no claim. Cite it, or leave it out.",
        "its sources are not those of day-01/en.md.",
    ]


def test_numbers_may_stand_in_another_order_and_be_written_with_another_point() -> None:
    front = HEBREW_FRONT.replace("ב־5 מתוך 100", "מתוך 100 ב־5")
    assert said_of_hebrew(front) == []
