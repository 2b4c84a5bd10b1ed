"""Apple Health: the file export.xml, alone, in its folder or in its zip.

Of an export one file is read, which may hold some gigabytes. It is known by what it says of itself,
so a phone may call it as it likes. Routes and electrocardiograms beside it are never opened.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from steadystep.importers.apple_health.halves import read_in_two, worth_two
from steadystep.importers.apple_health.parts import About, Part, read_part
from steadystep.importers.reading import CannotRead, Sentence, shown

if TYPE_CHECKING:
    from steadystep.importers.export import ExportChoices, Into, Look, Member, Progress

name = "Apple Health"
page = "apple-health"

# What stands before the first record is a few thousand bytes.
_HEAD_BYTES: Final = 65_536
_OURS: Final = re.compile(rb"<!DOCTYPE\s+HealthData\b|<HealthData\b")
_EXPORTED: Final = re.compile(rb'<ExportDate\s+value="([0-9]{4}-[0-9]{2}-[0-9]{2})')
_ANOTHER: Final = "another, smaller export.xml"


def recognises(look: Look) -> bool:
    """Know the export by the name of its first element."""
    return bool(_exports(look))


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read the largest export.xml there is, in two processes where that is quicker."""
    exports = _exports(look)
    if not exports:
        raise CannotRead(
            Sentence("This is no export of Apple Health. Bring the whole zip from the Health app.")
        )
    member = max(exports, key=lambda each: each.size)
    if len(exports) > 1:
        into.left_out(_ANOTHER, len(exports) - 1)
    into.assumed(
        Sentence("Apple Health may write all times by one clock. Some can be an hour off.")
    )
    told = _Told(progress)
    about = About(_short(member), choices, today, _exported(look, member))
    if worth_two(member, into):
        any_there = read_in_two(look, member, about, into, told)
    else:
        with look.open(member) as stream:
            any_there = read_part(stream, Part(0, None), about, into, told)
    if not any_there:
        raise CannotRead(
            Sentence("The export holds no records. Export it again from the Health app.")
        )
    told.all_of(look.size)


class _Told:
    """Passes on the progress, and keeps count of it."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._told = 0

    def __call__(self, count: int) -> None:
        self._told += count
        if self._progress and count:
            self._progress(count)

    def all_of(self, size: int) -> None:
        """Tell the rest: what lies beside the file was passed over."""
        self(size - self._told)


def _exports(look: Look) -> list[Member]:
    """Every member that is an export.xml. Beside others it ends in .xml, whatever its name."""
    alone = len(look.members) == 1
    return [
        member
        for member in look.members
        if (alone or member.name.casefold().endswith(".xml")) and _OURS.search(look.head(member))
    ]


def _exported(look: Look, member: Member) -> date | None:
    found = _EXPORTED.search(look.head(member, _HEAD_BYTES))
    try:
        return date.fromisoformat(found[1].decode()) if found else None
    except ValueError:
        return None


def _short(member: Member) -> str:
    return shown(member.name.rpartition("/")[2])
