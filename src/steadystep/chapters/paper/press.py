"""The press: what stands on a sheet goes through typst and comes out as a PDF.

The text goes in as data and never as markup, so nothing in it can be code. The same chapter gives
the same bytes on every machine: no date, and no font but those that typst carries inside.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from steadystep.chapters.paper.booklet import booklet_data
from steadystep.chapters.paper.sheet import Twin, sheet_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from steadystep.chapters.chapter import Chapter, Programme
    from steadystep.chapters.said import Catalogue

HERE = Path(__file__).parent
TEMPLATE = HERE / "paper.typ"
# A sheet of paper has two sides: a choice.
PAGES_MOST = 2
# Points, the largest first that lets a chapter end on its two sides. The last is the smallest
# that a tired reader is asked for; a longer chapter takes more pages instead. A choice.
SIZES = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5)
SMALLEST_BESIDE_A_DRAWING = 11.5
PIXELS_PER_INCH = 80.0


def paper(
    chapter: Chapter,
    programme: Programme,
    *,
    words: Catalogue,
    twins: Mapping[str, Twin],
) -> bytes:
    """Print one chapter.

    Args:
        chapter: The chapter.
        programme: The programme it belongs to.
        words: A catalogue in the chapter's language.
        twins: What stands on paper where a page has something that lives, by its name.

    Returns:
        A tagged PDF (PDF/UA-1) in A4.
    """
    return _pdf(_fitting(chapter, programme, words, twins))


def booklet(
    programme: Programme, language: str, *, words: Catalogue, twins: Mapping[str, Twin]
) -> bytes:
    """Print the whole programme: a cover, what each day is about, and every written chapter."""
    return _pdf(_bound(programme, language, words, twins))


def pages_as_images(
    what: Chapter | None,
    programme: Programme,
    *,
    language: str,
    words: Catalogue,
    twins: Mapping[str, Twin],
    ppi: float = PIXELS_PER_INCH,
) -> list[bytes]:
    """Show the same pages as pictures (PNG), for looking; the booklet where no chapter is named."""
    data = (
        _bound(programme, language, words, twins)
        if what is None
        else _fitting(what, programme, words, twins)
    )
    # typst gives one page as it is, and several as a list.
    pages: Any = typst.compile(
        TEMPLATE, root=HERE, ignore_system_fonts=True, sys_inputs=_told(data), format="png", ppi=ppi
    )
    return [pages] if isinstance(pages, bytes) else list(pages)


def _fitting(
    chapter: Chapter, programme: Programme, words: Catalogue, twins: Mapping[str, Twin]
) -> dict[str, Any]:
    """A chapter's sheet in the largest letters that let it end on its two sides.

    Drawings give way to their words before letters become small.
    """
    drawn = sheet_data(chapter, programme, words=words, twins=twins)
    beside = _largest(drawn, [size for size in SIZES if size >= SMALLEST_BESIDE_A_DRAWING])
    if beside is not None:
        return {**drawn, "size": beside}
    in_words = sheet_data(chapter, programme, words=words, twins=_undrawn(twins))
    return {**in_words, "size": _largest(in_words, SIZES) or SIZES[-1]}


def _largest(sheet: dict[str, Any], sizes: Sequence[float]) -> float | None:
    """The largest of these sizes, which stand from large to small, that ends in time."""
    fits = bisect_left(sizes, 1, key=lambda size: _pages({**sheet, "size": size}) <= PAGES_MOST)
    return sizes[fits] if fits < len(sizes) else None


def _undrawn(twins: Mapping[str, Twin]) -> dict[str, Twin]:
    return {name: Twin(one.words, one.choices) for name, one in twins.items()}


def _bound(
    programme: Programme, language: str, words: Catalogue, twins: Mapping[str, Twin]
) -> dict[str, Any]:
    sheets = [_fitting(one, programme, words, twins) for one in _chapters(programme, language)]
    return booklet_data(programme, language, sheets, words=words)


def _chapters(programme: Programme, language: str) -> Iterable[Chapter]:
    """The written days; one that is not there in this language is left out."""
    found = (programme.chapters.get((day, language)) for day in programme.written)
    return (one for one in found if one is not None)


def _pages(data: dict[str, Any]) -> int:
    """How many pages it takes."""
    return int(
        typst.query(
            TEMPLATE,
            "<the-end>",
            field="value",
            one=True,
            root=HERE,
            ignore_system_fonts=True,
            sys_inputs=_told(data),
        )
    )


def _pdf(data: dict[str, Any]) -> bytes:
    return typst.compile(
        TEMPLATE,
        root=HERE,
        ignore_system_fonts=True,
        sys_inputs=_told(data),
        format="pdf",
        pdf_standards=["ua-1"],
    )


def _told(data: dict[str, Any]) -> dict[str, str]:
    """What the template is told."""
    return {"data": json.dumps(data, ensure_ascii=False)}
