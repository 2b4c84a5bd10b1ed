"""What the app says to be so beside its chapters: each claim with where it comes from."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from steadystep.chapters import Claim, Grade, Seen, Source

FILE = Path(__file__).with_suffix(".toml")
# The language in which all of it is there.
FIRST = "en"


@dataclass(frozen=True, slots=True)
class Beside:
    """A claim that is made on a page, and no chapter's.

    Attributes:
        claim: The claim.
        sources: Its sources.
        said: The sentences that make it, as they stand in the catalogues.
        at: The name of the page's address.
        where: What the page is called.
        language: The language that all of it is in.
    """

    claim: Claim
    sources: tuple[Source, ...]
    said: tuple[str, ...]
    at: str
    where: str
    language: str


@cache
def said_beside(language: str) -> tuple[Beside, ...]:
    """All of it, in this language where it is there, else in English."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    sources = {one["name"]: _source(one) for one in table["sources"]}
    spoken = language if all(language in one["text"] for one in table["claims"]) else FIRST
    return tuple(_beside(one, sources, spoken) for one in table["claims"])


def _beside(table: dict[str, Any], sources: dict[str, Source], language: str) -> Beside:
    names = tuple(table["sources"])
    claim = Claim(
        name=table["name"],
        text=table["text"][language],
        grade=Grade(table["grade"]),
        sources=names,
        doubt=table.get("doubt", {}).get(language, ""),
    )
    return Beside(
        claim,
        tuple(sources[name] for name in names),
        tuple(table["said"]),
        table["at"],
        table["where"][language],
        language,
    )


def _source(table: dict[str, str]) -> Source:
    return Source(
        table["name"],
        table["cite"],
        Seen(table["seen"]),
        doi=table.get("doi", ""),
        place=table.get("place", ""),
    )
