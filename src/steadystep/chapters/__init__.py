"""The daily programme: chapters that anyone can write, checked before anyone reads them."""

from steadystep.chapters.chapter import (
    Chapter,
    Claim,
    Grade,
    Living,
    Programme,
    Prose,
    Seen,
    Source,
)
from steadystep.chapters.check import check
from steadystep.chapters.markdown import NotOurs, blocks_of
from steadystep.chapters.names import LIVING, OPENS
from steadystep.chapters.problem import Problem
from steadystep.chapters.reader import Reading, reading_of
from steadystep.chapters.reading import CannotReadProgramme, bundled, read_programme
from steadystep.chapters.sourced import Sourced, claims, numbered, numbers_of, sources
from steadystep.chapters.whose_day import (
    Happening,
    TodaysChapter,
    happened,
    own_day,
    place_in,
    todays_chapter,
)

__all__ = [
    "LIVING",
    "OPENS",
    "CannotReadProgramme",
    "Chapter",
    "Claim",
    "Grade",
    "Happening",
    "Living",
    "NotOurs",
    "Problem",
    "Programme",
    "Prose",
    "Reading",
    "Seen",
    "Source",
    "Sourced",
    "TodaysChapter",
    "blocks_of",
    "bundled",
    "check",
    "claims",
    "happened",
    "numbered",
    "numbers_of",
    "own_day",
    "place_in",
    "read_programme",
    "reading_of",
    "sources",
    "todays_chapter",
]
