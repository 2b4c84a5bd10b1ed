"""The pages on which evidence was looked up, read so that a chapter's figures can be held to them.

They lie beside the tree where the chapters are written, and are no part of it. A page holds tables
and lines; each finding names where it was seen, by a DOI, an address, or a number of the list at
the page's end ("[S12]"). What is marked as unseen counts for nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steadystep.chapters import Claim, Source

PAGES = Path(__file__).resolve().parents[2].parent / "shared" / "design"
# Our own defaults stand under this heading; they are findings of nobody.
NO_FINDINGS = "## Parameters"
LIST = "## Sources"

# What ends a piece of a finding: "[S12]", "[S6*]", "[mem]", "[derived, §2]".
MARK = re.compile(r"\[((?:S\d+\*?(?:, )?)+|mem|derived[^\]]*)\]")
# "U": still unverified. It stands at a cell's beginning, or behind the figures that it is about.
UNSEEN_CELL = re.compile(r"\s*\*\*U[.\s*,(]|\s*\*\*U\*\*")
UNSEEN = re.compile(r"\*\*U\*\*|: \*\*U|\bU\.")
SEEN_CELL = re.compile(r"\s*\*\*V2?\b")
SENTENCE = re.compile(r"(?<=[.;])\s+")
# Where something is found; its digits are nobody's figures.
PLACE = re.compile(
    r"10\.\d{4,9}/\S+|\b[\w-]+(?:\.[\w-]+)+/\S*|\bPMC\d+|\bPMID \d+|\bCD\d+|\bS\d+\*?"
)
FIGURE = re.compile(r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?!\.?\d)")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# A claim says one thing after the other.
PIECE = re.compile(r"(?<=[.?!])\s+|[,;:]\s+")
WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Fragment:
    """One finding: a row of a table, or a piece of a line.

    Attributes:
        told: What counts of it.
        whence: All that it says of where it was seen, places of listed numbers added.
        is_unseen: All of it is marked as unseen.
    """

    told: str
    whence: str
    is_unseen: bool = False

    @property
    def figures(self) -> frozenset[str]:
        """The figures that it prints."""
        plain = PLACE.sub(" ", self.told)
        return frozenset(one.replace(",", "") for one in FIGURE.findall(plain) if one)


# Reading the pages ----------------------------------------------------------------------------


def fragments_of(pages: Iterable[str]) -> tuple[Fragment, ...]:
    """All findings of some pages."""
    told = list(pages)
    listed: dict[str, str] = {}
    for page in told:
        listed |= _list(page)
    return tuple(one for page in told for one in _fragments(page, listed))


def _list(page: str) -> dict[str, str]:
    """Where the numbers of a page's list are found: "S12 place · S13 place"."""
    _, _, listed = page.partition(LIST)
    found = re.findall(r"\b(S\d+)\*? (.*?)(?= · S\d|$)", listed, re.DOTALL)
    return dict(found)


def _fragments(page: str, listed: dict[str, str]) -> Iterator[Fragment]:
    section, columns, whence = "", list[str](), ""
    for line in page.partition(LIST)[0].split("\n"):
        if line.startswith("## "):
            section = line.strip()
        if section == NO_FINDINGS or set(line) <= set("|-: "):
            continue
        if not line.startswith("|"):
            columns = []
            yield from _pieces(line, listed)
            continue
        cells = [one.strip() for one in line.strip("|").split("|")]
        if not columns:
            columns = cells
        elif "Now" in columns and "Source" in columns:
            row = dict(zip(columns, cells, strict=False))
            # "same": as in the row above.
            whence = whence if row["Source"] in ("same", "as above") else row["Source"]
            yield _checked(cells[0], row["Now"], f"{whence} {line}", listed)
        else:
            yield _row(line, listed)


def _checked(claim: str, now: str, whence: str, listed: dict[str, str]) -> Fragment:
    """A row that was looked up again. What was claimed before counts where it was seen."""
    if UNSEEN_CELL.match(now):
        return Fragment("", _whence(whence, listed), is_unseen=True)
    kept = [one for one in SENTENCE.split(now) if not UNSEEN.search(one)]
    told = [claim, *kept] if SEEN_CELL.match(now) else kept
    return Fragment(" ".join(told), _whence(whence, listed))


def _row(line: str, listed: dict[str, str]) -> Fragment:
    """A row of another table: its pieces without those that nobody saw in a paper."""
    seen = [piece for piece, mark in _marked(line) if _is_seen(mark)]
    marks = [mark for _, mark in _marked(line) if mark]
    unseen = bool(marks) and not any(_is_seen(one) for one in marks)
    return Fragment("" if unseen else " ".join(seen), _whence(line, listed), unseen)


def _pieces(line: str, listed: dict[str, str]) -> Iterator[Fragment]:
    """The pieces of a line, each up to the mark that says where it was seen."""
    for piece, mark in _marked(line):
        if mark:
            whence = _whence(f"{piece} {mark}", listed)
            yield Fragment(piece if _is_seen(mark) else "", whence, not _is_seen(mark))


def _marked(line: str) -> list[tuple[str, str]]:
    parts = MARK.split(line)
    return list(zip(parts[::2], [*parts[1::2], ""], strict=True))


def _is_seen(mark: str) -> bool:
    """Was it seen in the paper's own page? "[S6*]" is somebody's retelling of it."""
    return not mark.startswith(("mem", "derived")) and "*" not in mark


def _whence(told: str, listed: dict[str, str]) -> str:
    numbers = re.findall(r"\bS\d+", told)
    return " ".join([told, *(listed.get(one, "") for one in numbers)])


# Holding a claim to them ----------------------------------------------------------------------


def fragments_on(
    source: Source, fragments: Iterable[Fragment], also: Iterable[str] = ()
) -> list[Fragment]:
    """The findings that name a source: by its DOI, its place, or what else it is called."""
    keys = [one for one in (source.doi, *also) if one]
    keys += re.findall(r"(?<=14651858\.)CD\d+", source.doi)
    # "PMID 12" is "…/12/" elsewhere, and "example.org, May 2015" is found at example.org.
    keys += [source.place.removeprefix("PMID ").split(",")[0].rstrip("/")] if source.place else []
    names = [re.compile(rf"(?<!\w){re.escape(one)}(?!\w)", re.IGNORECASE) for one in keys]
    return [one for one in fragments if any(name.search(one.whence) for name in names)]


def pieces_without_source(claim: Claim, on: Iterable[Fragment]) -> list[str]:
    """The pieces of a claim whose figures no finding prints, all of them in one place.

    A finding that shares fewer words with a piece than another one does is about something else.
    """
    told, findings = PIECE.split(claim.text), list(on)
    return [one for one in told if figures_of(one) and not _is_printed(one, findings)]


def figures_of(piece: str) -> tuple[str, ...]:
    """The figures of a piece, as they stand there."""
    return tuple(one.replace(",", "") for one in NUMBER.findall(piece))


def _is_printed(piece: str, findings: list[Fragment]) -> bool:
    shared = {one: len(_words(piece) & _words(one.told)) for one in findings}
    most = max(shared.values(), default=0)
    return any(
        all(any(_is_same(told, printed) for printed in one.figures) for told in figures_of(piece))
        for one in findings
        if shared[one] == most
    )


def _words(told: str) -> set[str]:
    return set(WORD.findall(told.casefold()))


def _is_same(told: str, printed: str) -> bool:
    """A claim may round, and may add nothing."""
    decimals = len(told.partition(".")[2])
    return f"{float(printed):.{decimals}f}" == told or float(printed) == float(told)
