"""A chapter on paper: two sides at most, tagged, always the same, and Hebrew from the right."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from steadystep.chapters import Chapter, Claim, Grade, Programme, Prose, bundled, read_programme
from steadystep.chapters.paper import Twin, booklet, pages_as_images, paper
from steadystep.chapters.paper.sheet import _for_print, in_place, sheet_data
from steadystep.cli.words import words_in
from steadystep.explain import ENGLISH
from steadystep.explain.on_paper import on_paper
from tests.chapters.ink import Page, page_of

HERE = Path(__file__).parent
# Coarse: enough to see where the ink is.
PPI = 18.0
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<rect width="40" height="20"/></svg>'
)
PAGE = re.compile(rb"/Type ?/Page\b")
TWINS = {
    "own-picture": Twin(("An invented picture.",), drawings=(SQUARE,)),
    "four-kinds": Twin(choices=("Walk", "Stretch")),
    "choose-step": Twin(choices=("Walk", "Stretch")),
}
BUNDLED = [pytest.param(*key, id=f"day-{key[0]}-{key[1]}") for key in sorted(bundled().chapters)]


@cache
def garden() -> Programme:
    """The invented programme, with every shape that a chapter may have."""
    programme, problems = read_programme(HERE / "on_paper")
    assert problems == ()
    return programme


def chapter(day: int = 3, language: str = "en") -> Chapter:
    return garden().chapters[day, language]


def printed(one: Chapter, twins: dict[str, Twin] | None = None) -> bytes:
    return paper(one, garden(), words=ENGLISH, twins=TWINS if twins is None else twins)


def seen(one: Chapter | None, language: str = "en", ppi: float = PPI) -> list[Page]:
    images = pages_as_images(one, garden(), language=language, words=ENGLISH, twins=TWINS, ppi=ppi)
    return [page_of(image) for image in images]


def a_short(title: str, language: str, *parts: Prose) -> Chapter:
    """A chapter of hardly any words."""
    return replace(chapter(1, language), title=title, parts=parts)


class TestEveryBundledChapter:
    @pytest.mark.parametrize(("day", "language"), BUNDLED)
    def test_it_prints_on_two_sides_at_most(self, day: int, language: str) -> None:
        programme = bundled()
        one = programme.chapters[day, language]

        words = words_in(language)
        twins = {name: Twin(*told) for name, told in on_paper(words).items()}

        told = paper(one, programme, words=words, twins=twins)

        assert 1 <= len(PAGE.findall(told)) <= 2


class TestThePdf:
    def test_the_same_chapter_gives_the_same_bytes(self) -> None:
        assert printed(chapter()) == printed(chapter())

    @pytest.mark.parametrize("language", ["en", "he"])
    def test_no_page_is_blank(self, language: str) -> None:
        assert [page.is_blank for page in seen(chapter(3, language))] == [False, False]

    def test_it_keeps_the_standard_that_screen_readers_ask_for(self) -> None:
        told = printed(chapter())

        assert b"<pdfuaid:part>1</pdfuaid:part>" in told
        assert b"/StructTreeRoot" in told

    @pytest.mark.parametrize("language", ["en", "he"])
    def test_it_says_its_language_and_its_title(self, language: str) -> None:
        one = chapter(3, language)

        told = printed(one)

        assert f"/Lang({language})".encode() in told
        assert one.title.encode() in told

    def test_it_holds_no_day_of_its_making(self) -> None:
        told = printed(chapter())

        assert b"CreationDate" not in told
        assert b"CreateDate" not in told

    def test_its_address_book_is_empty(self) -> None:
        """A DOI is printed as words; nothing on the sheet leads outside."""
        assert not re.search(rb"/URI\s*\(", printed(chapter()))


class TestTheText:
    def test_what_looks_like_code_is_printed_as_it_stands(self) -> None:
        """None of it is read by typst: not in the title, the text, or a claim."""
        code = '#panic("no") $x^2$ *a* <b> @c #import "d.typ" \\ // e /* f'
        claim = Claim("two", code, Grade.CHOICE, (), code)
        one = replace(
            chapter(1), title=code, step=code, tomorrow=code, claims=(claim,),
            parts=(Prose("#panic()", r"\#panic() \$x \*y"),),
        )  # fmt: skip

        assert printed(one).startswith(b"%PDF-")
        assert not seen(one)[0].is_blank

    def test_a_long_chapter_takes_smaller_letters_and_then_more_pages(self) -> None:
        long = "A short line of words that says a little. " * 16

        def of(paragraphs: int) -> int:
            return len(seen(a_short("Long", "en", Prose("", "\n\n".join([long] * paragraphs)))))

        assert of(7) == 2
        assert of(20) > 2

    def test_a_citation_that_leads_nowhere_is_left_out(self) -> None:
        one = a_short("Cited", "en", Prose("", "Nobody claims this[^unknown]."))

        assert sheet_data(one, garden(), words=ENGLISH, twins={})["parts"][0]["blocks"] == [
            {
                "kind": "paragraph",
                "inside": [
                    {"kind": "text", "words": "Nobody claims this"},
                    {"kind": "text", "words": "."},
                ],
            }
        ]

    def test_claims_are_numbered_as_the_text_cites_them(self) -> None:
        parts = (Prose("", "First *this[^two]*, **then[^after]**, and again[^two]."),)
        one = replace(chapter(), parts=parts)

        claims = sheet_data(one, garden(), words=ENGLISH, twins={})["claims"]

        told = [(claim["number"], claim["words"][:8]) for claim in claims]
        assert told == [(1, "Watching"), (2, "Pain aft"), (3, "In trial")]

    def test_a_claim_says_how_well_it_is_known_and_where_it_is_found(self) -> None:
        first = sheet_data(chapter(), garden(), words=ENGLISH, twins={})["claims"][0]

        assert first["grade"] == "Known fairly well."
        assert first["sources"][0]["where"] == "doi 10.1002/14651858.CD013340"

    def test_a_source_of_two_claims_is_written_out_once(self) -> None:
        again = Claim("again", "And again.", Grade.LOW, ("bidonde-2019",))
        one = replace(chapter(), claims=(*chapter().claims, again))

        last = sheet_data(one, garden(), words=ENGLISH, twins={})["claims"][-1]

        assert last["sources"] == []
        assert last["as_before"] == ["Source: see 1."]

    @pytest.mark.parametrize(
        ("by", "says"),
        [("", "No native reader has checked these words yet."), ("Ada", "Read by Ada.")],
    )
    def test_it_says_whether_a_native_reader_has_read_it(self, by: str, says: str) -> None:
        one = replace(chapter(), read_by=by, reviewed=date(2026, 11, 2))

        told = sheet_data(one, garden(), words=ENGLISH, twins={})

        assert told["read_by"] == says
        assert told["reviewed"] == "Last looked at: 2026-11-02."


class TestWhatLives:
    def test_the_own_picture_is_empty_lines_where_nothing_was_drawn(self) -> None:
        drawn, empty = printed(chapter()), printed(chapter(), {})

        assert drawn != empty

    def test_the_movement_is_ticked_once(self) -> None:
        """Where the four kinds stand in the text, the box at the end does not list them again."""
        with_kinds = sheet_data(chapter(), garden(), words=ENGLISH, twins=TWINS)
        without = sheet_data(replace(chapter(), parts=()), garden(), words=ENGLISH, twins=TWINS)

        assert with_kinds["step"]["choices"] == []
        assert without["step"]["choices"] == ["Walk", "Stretch"]

    def test_a_step_that_is_taken_once_has_no_week_of_squares(self) -> None:
        once = replace(chapter(), opens="questions-to-ask")

        assert sheet_data(once, garden(), words=ENGLISH, twins={})["step"]["week"] == ""
        assert sheet_data(chapter(), garden(), words=ENGLISH, twins={})["step"]["week"]


class TestFromTheRight:
    def test_hebrew_begins_at_the_right_edge(self) -> None:
        page = seen(a_short("שלום", "he"))[0]

        first, last = page.lines()[1]
        assert last > page.width * 0.8
        assert first > page.width / 2

    def test_english_begins_at_the_left_edge(self) -> None:
        page = seen(a_short("Hello", "en"))[0]

        first, last = page.lines()[1]
        assert first < page.width * 0.2
        assert last < page.width / 2

    def test_a_minus_stands_before_its_number_on_the_page(self) -> None:
        """In a line from the right it would else stand behind it: 8.0-."""
        page = seen(a_short("−8", "he"), ppi=40.0)[0]
        first, last = page.lines()[1]
        top = next(at for at, row in enumerate(page.rows) if last in row or first in row)
        title = [row for row in page.rows[max(0, top - 30) : top + 30] if row]

        def height(start: int, end: int) -> int:
            return sum(any(start <= at < end for at in row) for row in title)

        assert height(first, first + 4) < height(last - 4, last)

    @pytest.mark.parametrize(
        ("line", "printed_as"),
        [
            ('<text x="9">', '<text x="9">'),
            ('<text x="9" direction="rtl">', '<text x="9" direction="rtl" text-anchor="end">'),
            (
                '<text direction="rtl" text-anchor="end">',
                '<text direction="rtl" text-anchor="start">',
            ),
            (
                '<text direction="rtl" text-anchor="middle">',
                '<text direction="rtl" text-anchor="middle">',
            ),
        ],
    )
    def test_a_line_in_a_drawing_hangs_where_a_browser_hangs_it(
        self, line: str, printed_as: str
    ) -> None:
        """Typst's reader of SVG takes the start of a line for its left end, in any language."""
        assert _for_print(line) == printed_as

    @pytest.mark.parametrize(
        ("words", "kept"),
        [
            ("שינוי של −0.8 היום", ["−0.8"]),
            ("עלייה של +2", ["+2"]),
            ("8–72 שעות", ["8–72"]),
            ("(1–9) מתוך 100", ["1–9"]),
            ("בין 5 - 7", ["5 - 7"]),
            ("ב-8 שעות", []),
            ("2026-11-23", []),
            ("יום 13", []),
        ],
    )
    def test_signs_and_ranges_are_kept_from_left_to_right(
        self, words: str, kept: list[str]
    ) -> None:
        assert re.findall("\u2066(.*?)\u2069", in_place(words, "he")) == kept
        assert in_place(words, "en") == words


class TestTheBooklet:
    def test_it_has_a_cover_the_days_and_every_written_chapter(self) -> None:
        pages = seen(None)

        assert len(pages) == 5
        assert not any(page.is_blank for page in pages)

    @pytest.mark.parametrize("language", ["en", "he"])
    def test_it_is_the_same_bytes_each_time(self, language: str) -> None:
        first, second = (booklet(garden(), language, words=ENGLISH, twins=TWINS) for _ in range(2))

        assert first == second
        assert garden().titles[language].encode() in first

    def test_a_chapter_that_is_missing_in_a_language_is_left_out(self) -> None:
        without = {key: one for key, one in garden().chapters.items() if key != (1, "he")}
        less = replace(garden(), chapters=without)

        images = pages_as_images(None, less, language="he", words=ENGLISH, twins={}, ppi=PPI)

        assert len(images) == 4
