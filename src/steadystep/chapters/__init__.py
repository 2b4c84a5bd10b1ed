"""The daily programme: chapters that anyone can write, checked before anyone reads them."""

from steadystep.chapters.chapter import Chapter, Claim, Grade, Living, Programme, Prose, Source
from steadystep.chapters.check import check
from steadystep.chapters.reading import CannotReadProgramme, Problem, read_programme
from steadystep.chapters.whose_day import Happening, TodaysChapter, todays_chapter

__all__ = [
    "CannotReadProgramme",
    "Chapter",
    "Claim",
    "Grade",
    "Happening",
    "Living",
    "Problem",
    "Programme",
    "Prose",
    "Source",
    "TodaysChapter",
    "check",
    "read_programme",
    "todays_chapter",
]
