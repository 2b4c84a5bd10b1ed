"""A chapter's Markdown: what has a place becomes a small tree, and all else is refused by name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.chapters import NotOurs, blocks_of
from steadystep.chapters.blocks import (
    Block,
    Cite,
    Emphasis,
    Inline,
    Paragraph,
    Points,
    Quote,
    Strong,
    Text,
)


def test_paragraphs_hold_strong_and_emphasised_words() -> None:
    assert blocks_of("One **two *three***.\n\nFour.") == (
        Paragraph((Text("One "), Strong((Text("two "), Emphasis((Text("three"),)))), Text("."))),
        Paragraph((Text("Four."),)),
    )


def test_a_claim_is_cited_where_it_is_said() -> None:
    assert blocks_of("It may help.[^mixed][^after] **Slowly.[^slow]**") == (
        Paragraph(
            (
                Text("It may help."),
                Cite("mixed"),
                Cite("after"),
                Text(" "),
                Strong((Text("Slowly."), Cite("slow"))),
            )
        ),
    )


def test_lists_have_points_with_and_without_numbers() -> None:
    assert blocks_of("- Rest.\n- *Breathe.*\n\nThen:\n\n1. Walk.\n2. Sit.[^sit]") == (
        Points(((Text("Rest."),), (Emphasis((Text("Breathe."),)),))),
        Paragraph((Text("Then:"),)),
        Points(((Text("Walk."),), (Text("Sit."), Cite("sit"))), numbered=True),
    )


def test_a_quotation_is_what_somebody_says() -> None:
    assert blocks_of("> I am too slow.") == (Quote((Text("I am too slow."),)),)


def test_a_line_that_ends_is_no_paragraph_that_ends() -> None:
    assert blocks_of("One\ntwo  \nthree\\\nfour") == (Paragraph((Text("One two three four"),)),)


def test_quotation_marks_stay_as_they_were_written() -> None:
    told = '“Not today” is an answer - and so is „לא היום”. It\'s "fine"...'
    assert blocks_of(told) == (Paragraph((Text(told),)),)


def test_a_mark_that_is_meant_is_a_mark() -> None:
    assert blocks_of(r"2 \* 3 &amp; 4") == (Paragraph((Text("2 * 3 & 4"),)),)


def test_nothing_is_nothing() -> None:
    assert blocks_of("") == blocks_of("\n \n") == ()


REFUSED = [
    ("Hello <b>you</b>", 1, "raw HTML"),
    ("One\n\n<div>\ntwo\n</div>", 3, "raw HTML"),
    ("One\n![A cat](cat.png)", 2, "a picture"),
    ("[here](https://example.org)", 1, "a link"),
    ("<https://example.org>", 1, "a link"),
    ("**[here](x)**", 1, "a link"),
    ("Say `this`", 1, "code"),
    ("One\n\n    two", 3, "set in by four spaces"),
    ("```\none\n```", 1, "a block of code"),
    ("- one\n  - two", 2, "a list inside"),
    ("> - one", 1, "a list inside"),
    ("1. one\n\n   > two", 3, "a quotation inside"),
    ("- one\n\n  two", 1, "several paragraphs"),
    ("> one\n>\n> two", 1, "several paragraphs"),
    ("- one\n-", 2, "is empty"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", 1, "a table"),
    ("One\n\n# Two", 3, "a heading of another kind"),
    ("One\n---", 1, "a heading of another kind"),
    ("One\n\n---", 3, "a line across"),
    ("One\n\n[^a]: because", 3, "a footnote's text"),
]


@pytest.mark.parametrize(("markdown", "line", "what"), REFUSED)
def test_what_has_no_place_is_refused_with_its_line(markdown: str, line: int, what: str) -> None:
    with pytest.raises(NotOurs, match=what) as refused:
        blocks_of(markdown)
    assert refused.value.line == line
    assert refused.value.what.endswith(".")


def of_block(block: Block) -> str:
    if isinstance(block, Points):
        return "".join(of(one) for one in block.items)
    return of(block.inside)


def of(inside: tuple[Inline, ...]) -> str:
    """All words of a stretch."""
    told = ""
    for one in inside:
        if isinstance(one, Text):
            told += one.words
        elif not isinstance(one, Cite):
            told += of(one.inside)
    return told


@given(st.text())
@settings(max_examples=60)
def test_any_text_is_read_or_refused(markdown: str) -> None:
    try:
        blocks = blocks_of(markdown)
    except NotOurs as refused:
        blocks, where = (), refused.line
    else:
        where = 1
    assert 1 <= where <= max(len(markdown), 1)
    assert all(of_block(one) is not None for one in blocks)


@given(st.lists(st.text(alphabet="abc אבג", min_size=1), min_size=1))
@settings(max_examples=40)
def test_plain_words_come_out_as_they_went_in(paragraphs: list[str]) -> None:
    told = [" ".join(one.split()) for one in paragraphs]
    told = [one for one in told if one]
    blocks = blocks_of("\n\n".join(told))
    assert [" ".join(of_block(one).split()) for one in blocks] == told
