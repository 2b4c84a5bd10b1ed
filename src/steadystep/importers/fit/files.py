"""The members of an export as bytes, none of them endless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.importers.fit.chain import is_fit
from steadystep.importers.limits import MOST_BYTES
from steadystep.importers.names import name_of
from steadystep.importers.reading import CannotRead, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.importers.export import Look, Member, Progress
    from steadystep.importers.fit.seen import FitSeen

HEAD_BYTES: Final = 14
_MEGABYTE: Final = 1 << 20


def bytes_of(look: Look, member: Member) -> bytes | Sentence:
    """Read a member whole, or say why not."""
    try:
        with look.open(member) as file:
            raw = file.read(MOST_BYTES + 1)
    except CannotRead as refusal:
        return refusal.why
    if len(raw) > MOST_BYTES:
        return Sentence(
            "The file is larger than {megabytes} MB. No watch writes such files. It is left out.",
            {"megabytes": MOST_BYTES // _MEGABYTE},
        )
    return raw


def read_fit_files(
    look: Look, members: Iterable[Member], seen: FitSeen, progress: Progress | None
) -> None:
    """Read FIT files; those that tell no time zone last, when the others have told theirs."""
    later: list[Member] = []
    for guess, those in ((False, members), (True, later)):
        for member in those:
            if not _read(look, member, seen, guess=guess):
                later.append(member)
            elif progress:
                progress(member.size)
    seen.finish()


def _read(look: Look, member: Member, seen: FitSeen, *, guess: bool) -> bool:
    """Read one file, unless it has to wait for the time zones of others."""
    raw = bytes_of(look, member)
    if isinstance(raw, Sentence):
        seen.into.unreadable(name_of(member), raw)
        return True
    if is_fit(raw[:HEAD_BYTES]):
        return seen.read(raw, name_of(member), guess=guess)
    seen.into.left_out("files of another kind")
    return True
