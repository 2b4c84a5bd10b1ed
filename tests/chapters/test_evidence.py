"""Every figure in a chapter's claims is one that the pages of evidence print for its source.

Those pages lie beside the tree where chapters are written. Elsewhere these tests say that they
were skipped; how they look is tried on an invented page in any case.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from steadystep.chapters import Chapter, Claim, Grade, Seen, Source, bundled
from steadystep.chapters import claims as all_claims
from tests.chapters.evidence import (
    NUMBER,
    PAGES,
    PIECE,
    Fragment,
    figures_of,
    fragments_of,
    fragments_on,
    pieces_without_source,
)

# How the pages call a source whose place they do not print.
ALSO_CALLED = {
    "ebm-summaries": ("S121", "S122", "S123"),
    "nice-ng193": ("NG193",),
    "nice-ng206": ("NG206",),
}
# Pieces of a claim that somebody held to the pages by eye, each with its reason. Whoever changes a
# word or a figure of one looks again.
KNOWN = {
    "In 125 people with fibromyalgia": "n=125, in another row than the words",
    "pain answers varied within a person by 1.6 points of 10 on average.": "the scale is 0 to 10",
    "with duloxetine 37 of 100 people and 23 with a dummy": "37 and 23 per cent",
    "So one of 8 to 10 people has this from the medicine.": "8 for the first, 10 for the others",
    "Some antidepressants may be considered from 18 years on.": "18+, in another row",
}
# What the pages withhold: not seen, or seen to be wrong ("Still unverified").
WITHHELD_SOURCES = {
    "10.1002/14651858.CD010884": "Busch 2013, resistance training: its figures were not seen",
    "10.5114/reum.2022.118677": "flares of fibromyalgia: its share and duration contradict it",
}
WITHHELD_FIGURES = {
    r"aerobic.*\b(?:11|10|8) (?:points|of 100)|aerobic.*\b18 ?%": "sizes of aerobic exercise",
    r"aerobic.*\b456\b": "the sample of aerobic exercise",
    r"(?:fatigue|tired).*\b13 (?:points|of 100)": "fatigue after mixed exercise",
    r"\b11 (?:%|of 100).*(?:stopped|left|gave up|withdr)": "who left mixed exercise",
    r"\b17 points|\b3\.3 (?:points|of 10)\b": "resistance training",
    r"\b11 weeks": "how long a flare lasts",
    r"\b75 ?%.*flare|\btwo.thirds.*flare": "how many have flares",
    r"\b(?:5 of 67|five of them) stopped": "who stopped resistance training for pain",
    r"\b5(?:–| to )7 ?%": "what is lost in two or three weeks",
    r"smallest difference|\bMID\b": "the smallest change in fatigue that counts",
}
REQUIRES_PAGES = pytest.mark.skipif(
    not PAGES.is_dir(), reason="the pages of evidence do not lie beside this tree"
)


def chapters() -> list[Chapter]:
    programme = bundled()
    told = (programme.chapter(day, "en") for day in programme.written)
    return [one for one in told if one is not None]


def claims() -> list[tuple[Claim, tuple[Source, ...]]]:
    """All claims that lean on anything, with what they lean on."""
    return [
        (one.claim, one.sources)
        for one in all_claims(bundled(), "en")
        if one.claim.grade != Grade.CHOICE
    ]


def evidence() -> tuple[Fragment, ...]:
    pages = sorted(PAGES.glob("evidence*.md"))
    return fragments_of(page.read_text(encoding="utf-8") for page in pages)


def not_found(
    claim: Claim, sources: tuple[Source, ...], fragments: tuple[Fragment, ...]
) -> list[str]:
    on = [
        one
        for source in sources
        for one in fragments_on(source, fragments, ALSO_CALLED.get(source.name, ()))
    ]
    return [one for one in pieces_without_source(claim, on) if one not in KNOWN]


# The chapters ---------------------------------------------------------------------------------


@REQUIRES_PAGES
def test_every_figure_of_a_claim_is_printed_where_its_source_is_named() -> None:
    fragments = evidence()
    found = {
        claim.text: unknown
        for claim, sources in claims()
        if (unknown := not_found(claim, sources, fragments))
    }
    assert found == {}


@REQUIRES_PAGES
def test_another_figure_in_any_claim_would_be_found() -> None:
    """The test of the test: each figure in turn is made another one."""
    fragments, passed = evidence(), list[str]()
    for claim, sources in claims():
        for figure in NUMBER.finditer(claim.text):
            other = f"{claim.text[: figure.end()]}7{claim.text[figure.end() :]}"
            if not not_found(replace(claim, text=other), sources, fragments):
                passed.append(other)
    assert passed == []


@REQUIRES_PAGES
def test_no_claim_leans_on_what_nobody_has_seen() -> None:
    fragments = evidence()
    for claim, sources in claims():
        for source in sources:
            on = fragments_on(source, fragments, ALSO_CALLED.get(source.name, ()))
            assert not on or not all(one.is_unseen for one in on), (claim.name, source.cite)


def test_what_was_looked_at_by_eye_is_still_said() -> None:
    """An exception that nothing needs any more goes."""
    pieces = {piece for claim, _ in claims() for piece in PIECE.split(claim.text)}
    assert set(KNOWN) <= pieces
    assert set(ALSO_CALLED) <= {name for claim, _ in claims() for name in claim.sources}


def test_what_is_withheld_turns_up_nowhere() -> None:
    for chapter in chapters():
        dois = {one.doi for one in chapter.sources}
        assert not dois & set(WITHHELD_SOURCES)
        told = [
            chapter.text,
            *(one.text for one in chapter.claims),
            *(one.doubt for one in chapter.claims),
        ]
        sentences = [one for text in told for one in re.split(r"(?<=[.?!])\s|\n", text)]
        for figure, what in WITHHELD_FIGURES.items():
            found = [one for one in sentences if re.search(figure, one, re.IGNORECASE)]
            assert found == [], what


# How they look, on an invented page -----------------------------------------------------------

INVENTED = """\
# Evidence

## 1. Walks

| Source | Finding |
|---|---|
| Walks (2020, doi 10.1000/walks) | Pain −5/100, n=2,088 [S1]; fatigue −13 [mem] |
| Runs (doi 10.1000/runs) | Pain −7 [mem] |
| Strolls | Pain −9 [S2*] |

**Sitting:** less pain in 68 people [S2]. Half of 12 slept [derived]. It took 1.61 hours [S3, S4].

## Parameters

| Parameter | Default | Source |
|---|---|---|
| Steps | 4444 | S1 |

## 2. Checked

| Claim | Old | Now | Source |
|---|---|---|---|
| Walks, 77 people | mem | **V.** 19 studies, 8–72 h. Sizes 31: **U** | doi 10.1000/checked |
| Walks, 78 people | mem | **C.** 21 studies | same |
| Runs, 79 people | mem | **U. Do not show.** 22 studies | doi 10.1000/unseen |

## Sources
S1 example.org/one · S2* example.org/two (a copy) · S3 pubmed.gov/345/ · S4 PMC678
"""
FRAGMENTS = fragments_of([INVENTED])


def source(name: str = "", *, doi: str = "", place: str = "") -> Source:
    return Source(name, "Cited.", Seen.PAPER, doi, place)


def unknown(text: str, on: Source) -> list[str]:
    """The figures of a text that the invented page does not print for a source."""
    told = [Claim("claim", one, Grade.LOW, ("source",)) for one in figures_of(text)]
    on_it = fragments_on(on, FRAGMENTS)
    return [one.text for one in told if pieces_without_source(one, on_it)]


def test_a_figure_is_found_by_doi_by_place_and_by_number() -> None:
    assert unknown("5 points of 100 in 2,088 people", source(doi="10.1000/walks")) == []
    assert unknown("5 points of 100 in 2,088 people", source(place="example.org/one")) == []
    assert unknown("68 people", source(place="example.org/two, a copy")) == []
    assert unknown("1.6 hours", source(place="PMID 345")) == unknown("1.61", source(place="PMC678"))


def test_a_figure_of_another_source_or_of_none_is_not_found() -> None:
    assert unknown("68 people", source(doi="10.1000/walks")) == ["68"]
    assert unknown("5 points", source(doi="10.1000/walk")) == ["5"]
    assert unknown("5 points", source(place="somewhere")) == ["5"]
    assert unknown("6 points of 100", source(doi="10.1000/walks")) == ["6"]


def test_a_claim_may_round_and_may_not_add_a_digit() -> None:
    there = source(place="PMC678")
    assert unknown("1.6 or 1.61 or 2", there) == []
    assert unknown("1.612 or 1.7", there) == ["1.612", "1.7"]


def test_the_digits_of_an_address_are_no_figures() -> None:
    assert unknown("1000 people", source(doi="10.1000/walks")) == ["1000"]
    assert unknown("345 people", source(place="PMID 345")) == ["345"]


def test_what_nobody_saw_counts_for_nothing() -> None:
    assert unknown("13 points", source(doi="10.1000/walks")) == ["13"]
    assert unknown("7 points", source(doi="10.1000/runs")) == ["7"]
    assert unknown("9 points", source(place="example.org/two")) == ["9"]
    assert unknown("12 slept", source(place="PMID 345")) == ["12"]
    assert unknown("4444 steps", source(place="example.org/one")) == ["4444"]


def test_what_was_looked_up_again_stands_as_it_was_found() -> None:
    there = source(doi="10.1000/checked")
    assert unknown("77 people, 19 and 21 studies, 8 to 72 hours", there) == []
    assert unknown("31 points, 78 people", there) == ["31", "78"]
    assert unknown("22 studies, 79 people", source(doi="10.1000/unseen")) == ["22", "79"]


def test_a_source_that_stands_on_unseen_rows_alone_is_known_as_such() -> None:
    for doi, is_unseen in (("unseen", True), ("runs", True), ("checked", False), ("walks", False)):
        on = fragments_on(source(doi=f"10.1000/{doi}"), FRAGMENTS)
        assert all(one.is_unseen for one in on) is is_unseen, doi


def pieces(text: str, on: Source) -> list[str]:
    """The pieces of a text that the invented page does not carry."""
    claim = Claim("claim", text, Grade.LOW, ("source",))
    return pieces_without_source(claim, fragments_on(on, FRAGMENTS))


def test_figures_that_are_said_together_are_printed_together() -> None:
    there = source(doi="10.1000/checked")
    assert pieces("19 studies, in 21 studies", there) == []
    assert pieces("19 or 21 studies", there) == ["19 or 21 studies"]
    assert pieces("Nothing is said in figures.", source(place="nowhere")) == []


def test_a_figure_of_something_else_in_the_same_source_is_not_taken() -> None:
    both = [Fragment("| Cocoa | 37 better", ""), Fragment("| Coffee | 27 better", "")]
    for text, off in (("cocoa 37", []), ("cocoa 27", ["cocoa 27"]), ("coffee 27", [])):
        claim = Claim("claim", text, Grade.LOW, ("source",))
        assert pieces_without_source(claim, both) == off
