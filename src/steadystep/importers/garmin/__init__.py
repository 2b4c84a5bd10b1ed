"""The export of a Garmin account: days, nights, sessions, and the FIT files that were sent in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from steadystep.importers.fit.chain import is_fit
from steadystep.importers.fit.files import read_fit_files
from steadystep.importers.fit.seen import FitSeen
from steadystep.importers.garmin.account import Account
from steadystep.importers.json_rows import LIST, rows_of
from steadystep.importers.limits import MOST_LOOKED_AT
from steadystep.importers.names import name_of
from steadystep.importers.reading import CannotRead, Sentence

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Member, Progress

name = "Garmin"
page = "garmin"

_FIT: Final = "fit"
_HEAD_BYTES: Final = 4096
# What the first rows of each kind of file hold. Days come first: they tell the time zones.
_MARKS: Final = {
    "days": (b'"wellnessStartTimeGmt"', b'"wellnessStartTimeLocal"'),
    "nights": (b'"sleepWindowConfirmationType"', b'"sleepStartTimestampGMT"'),
    "health": (b'"outliersCount"', b'"baselineUpperLimit"'),
    "sessions": (b'"summarizedActivitiesExport"',),
}
_SESSIONS: Final = re.compile(r'"summarizedActivitiesExport"\s*:\s*\[')


def recognises(look: Look) -> bool:
    """Know the export by what its files hold."""
    return any(_kind(look, member) in _MARKS for member in look.members[:MOST_LOOKED_AT])


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,  # noqa: ARG001 - the export leaves nothing to choose
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read the account's own sums first; FIT files then add what these do not tell."""
    members: dict[str, list[Member]] = {kind: [] for kind in (*_MARKS, _FIT)}
    for member in look.members:
        kind = _kind(look, member)
        if kind in members:
            members[kind].append(member)
            continue
        into.left_out("files with other things")
        if progress:
            progress(member.size)
    account = Account(into, today)
    into.assumed(Sentence("This is the export of a Garmin account."))
    for kind in _MARKS:
        for member in members[kind]:
            _read(look, member, kind, account)
            if progress:
                progress(member.size)
    account.finish()
    seen = FitSeen(into, today, account.known)
    read_fit_files(look, members[_FIT], seen, progress)
    if not account.found + seen.found:
        raise CannotRead(Sentence("The export holds nothing of use. Ask Garmin for a new one."))


def _kind(look: Look, member: Member) -> str | None:
    head = look.head(member, _HEAD_BYTES)
    if is_fit(head):
        return _FIT
    return next(
        (kind for kind, marks in _MARKS.items() if any(mark in head for mark in marks)), None
    )


def _read(look: Look, member: Member, kind: str, account: Account) -> None:
    """Read one file. If it breaks off, the others are read all the same."""
    where = name_of(member)
    try:
        with look.open(member) as file:
            rows = rows_of(file, _SESSIONS if kind == "sessions" else LIST)
            for number, row in enumerate(rows, 1):
                account.take(kind, row, f"{where}, entry {number}")
    except CannotRead as refusal:
        account.into.unreadable(where, refusal.why)
