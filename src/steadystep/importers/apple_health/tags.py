"""One tag of Apple Health by itself: its attributes by name, and the stretch of time it tells.

There is no XML parser here. The list of definitions at the head of an export, which no parser has
been able to read since 2022, is passed over with everything in it: nothing that it defines is ever
put in, and nothing outside the file is ever opened.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.importers.apple_health.times import moment
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from datetime import date

# A tag is some hundreds of bytes. What is longer is no tag of Apple's.
LONGEST_TAG: Final = 65_536
# A choice: a day, and the hour that a change of clocks may add. Nothing we read lasts longer.
LONGEST_SECONDS: Final = 25 * 3_600

CUT_SHORT: Final = Sentence("The record is cut short. Export again from the Health app.")
_BACKWARDS: Final = Sentence("It ends before it begins. Delete the record in the Health app.")
_TOO_LONG: Final = Sentence("It lasts longer than a day. Delete the record in the Health app.")

# What stands between the name of an element and its ">". Apple puts every value between quotes and
# writes "<" as "&lt;", so that a quote left open ends at the next element and not at the end.
_TAG: Final = re.compile(rb"\s[^<>\"']*(?:(?:\"[^\"<]*\"|'[^'<]*')[^<>\"']*)*>")
# A name may have a blank in it, which XML does not know: its last word is taken then.
_ATTRIBUTE: Final = re.compile(rb"([^\s\"'<>=/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


class Span(NamedTuple):
    """A stretch of time, as in `observed.Stretch`."""

    start: int
    end: int
    offset: int | None


def attributes(text: bytes, at: int = 0) -> dict[str, str] | None:
    """Read the attributes of the tag that stands at a place; nothing where no tag ends."""
    tag = _TAG.match(text, at, at + LONGEST_TAG)
    if not tag:
        return None
    return {
        name.decode("utf-8", "replace"): _plain(double or single)
        for name, double, single in _ATTRIBUTE.findall(tag[0])
    }


def span_of(told: dict[str, str], *, today: date) -> Span | Sentence:
    """Read when something began and ended, or why that cannot be read."""
    start = moment(told.get("startDate", ""), today=today)
    if isinstance(start, Sentence):
        return start
    end = moment(told.get("endDate", ""), today=today)
    if isinstance(end, Sentence):
        return end
    at, offset = start
    until, its_offset = end
    if offset is not None and its_offset is not None:
        until += offset - its_offset
    if until < at:
        return _BACKWARDS
    if until - at > LONGEST_SECONDS:
        return _TOO_LONG
    return Span(at, until, offset)


def _plain(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    return unescape(text) if "&" in text else text
