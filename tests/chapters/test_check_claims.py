"""The checker's rules of claims: a source, where it was seen, and what speaks against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steadystep.chapters import LIVING, OPENS, check
from steadystep.explain.banned import banned_in
from tests.chapters.invented import (
    BODY,
    FRONT,
    chapter_of,
    looked,
    programme_of,
    told,
)


def test_what_is_cited_is_a_claim_and_every_claim_is_cited() -> None:
    body = BODY.replace("[^pain]", "[^pian]")
    found = looked(chapter_of(body=body))
    assert [(one.what, one.line) for one in found] == [
        ("the text cites [^pian], and no claim has that name.", 37),
        ("the claim 'pain' is not in the text. Put [^pain] where it is said.", 17),
    ]


def test_every_claim_has_a_source_and_a_choice_needs_none() -> None:
    front = FRONT.replace('["walks-2021"]', "[]")
    assert told(front) == [
        "the claim 'pain' has no source. Name one, or more.",
        "the source 'walks-2021' carries no claim. Cite it, or leave it out.",
    ]
    choice = FRONT.replace('"moderate"', '"choice"').replace('doubt = "People were watched."', "")
    assert told(choice) == []


def test_a_source_that_a_claim_names_is_there() -> None:
    assert told(FRONT.replace('["walks-2021"]', '["walks-2021", "none"]')) == [
        "the claim 'pain' names the source 'none', and there is none of that name."
    ]


def test_a_claim_from_studies_says_what_speaks_against_it() -> None:
    assert told(FRONT.replace("People were watched.", " ")) == [
        "the claim 'pain' has no doubt. Say what speaks against leaning on it."
    ]


def test_what_was_seen_nowhere_is_not_published() -> None:
    assert told(FRONT.replace('"abstract"', '"nowhere"')) == [
        "the source 'walks-2021' was seen nowhere. Look it up before you publish it."
    ]


@pytest.mark.parametrize("grade", ["high", "moderate", "stated"])
def test_one_copy_carries_nothing_that_is_said_to_be_known_well(grade: str) -> None:
    front = FRONT.replace('"abstract"', '"copy"').replace('"moderate"', f'"{grade}"')
    alone = f"the claim 'pain' is '{grade}', and was seen in one copy alone."
    assert told(front) == [f"{alone} Find a second one, or call it 'ungraded' or 'low'."]


def test_one_copy_carries_what_is_said_with_care_and_may_stand_beside_another() -> None:
    copy = FRONT.replace('"abstract"', '"copy"')
    for grade in ("low", "very_low", "ungraded", "choice"):
        assert told(copy.replace('"moderate"', f'"{grade}"')) == []
    assert told(copy.replace('["walks-2021"]', '["walks-2021", "tales-2020"]')) == []


def test_a_source_can_be_found() -> None:
    assert told(FRONT.replace('doi = "10.1000/walks"', "")) == [
        "the source 'walks-2021' has no 'doi' and no 'place'. Add one."
    ]
    (no_doi,) = told(FRONT.replace("10.1000/walks", "https://doi.org/10.1000/walks"))
    assert no_doi.startswith("'https://doi.org/10.1000/walks' is no DOI. It begins with 10.")
    (no_place,) = told(FRONT.replace('"example.org/water"', '"https://example.org/water"'))
    assert no_place.endswith(
        "has a place such as nice.org.uk/guidance, without https:// before it."
    )
    assert told(FRONT.replace("Walks B. On walks. 2021.", "")) == [
        "the source 'walks-2021' has no 'cite'. Say who wrote what, and when."
    ]


def test_a_claim_says_something() -> None:
    assert told(FRONT.replace("Water is wet.", " ")) == ["the claim 'water' has no words."]


def test_names_are_plain_and_stand_once() -> None:
    twice = FRONT.replace('name = "pain"', 'name = "water"')
    assert told(twice, BODY.replace("[^pain]", "")) == ["the claim 'water' is there twice."] * 2
    capital = FRONT.replace('name = "pain"', 'name = "Pain"')
    assert told(capital, BODY.replace("[^pain]", "[^Pain]")) == [
        "a claim's name is small letters, digits and hyphens: not 'Pain'."
    ]


def test_a_review_is_not_yet_to_come_and_is_due_after_a_year() -> None:
    found = looked(chapter_of(FRONT.replace("2026-11-20", "2026-11-24")))
    assert [(one.what, one.line, one.is_hint) for one in found] == [
        ("it was reviewed on 2026-11-24, which is yet to come.", 8, False)
    ]
    found = looked(chapter_of(FRONT.replace("2026-11-20", "2025-11-22")))
    assert [(one.what, one.is_hint) for one in found] == [
        ("its claims were last looked at on 2025-11-22. It is time again.", True)
    ]
    assert told(FRONT.replace("2026-11-20", "2025-11-23")) == []


def test_without_a_day_no_review_is_looked_at() -> None:
    programme = programme_of(chapter_of(FRONT.replace("2026-11-20", "2999-11-24")))
    assert check(programme, banned=banned_in, living=LIVING, opens=OPENS) == ()


def test_the_same_source_is_the_same_in_every_chapter() -> None:
    other = FRONT.replace("10.1000/walks", "10.1000/strolls").replace("On water", "On waters")
    second = replace(chapter_of(other), day=2, title="Two", file="day-02/en.md")
    found = looked(chapter_of(), second)
    assert [str(one) for one in found] == [
        "day-02/en.md, line 24: the source 'tales-2020' has another cite in day-01/en.md.",
        "day-02/en.md, line 30: the source 'walks-2021' has another doi in day-01/en.md.",
    ]
