"""The name of a file in an export as it may be shown: without whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from steadystep.importers.reading import shown

if TYPE_CHECKING:
    from steadystep.importers.export import Member

# Garmin puts an e-mail address into the names of files, or the number of a person. The number in
# the name of a FIT file is that of the file.
_ADDRESS: Final = re.compile(r"[^/\s]*@[^/\s_]*_?")
_LONG_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{5,}(?![0-9])_?")


def name_of(member: Member) -> str:
    """Tell a member's name as it may be shown: its last part, without whose it is."""
    last = _ADDRESS.sub("", member.name.rpartition("/")[2])
    return shown(last if last.endswith(".fit") else _LONG_NUMBER.sub("", last)) or "…"
