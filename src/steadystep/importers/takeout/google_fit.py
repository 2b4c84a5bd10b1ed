"""Google Fit in Google Takeout: days, quarters of hours, and sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.importers.parts import OTHER_FILES
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.takeout.google_fit_files import IN_ORDER, TRACK, Fit, fit_kind
from steadystep.importers.takeout.kinds import MOST_LOOKED_AT

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Member, Progress

name = "Google Fit"
page = "google-fit"


def recognises(look: Look) -> bool:
    """Know the export by its tables and sessions; a track alone may be anyone's."""
    return any(
        fit_kind(look, member) not in (None, TRACK) for member in look.members[:MOST_LOOKED_AT]
    )


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,  # noqa: ARG001 - the export leaves nothing to choose
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read what is there, the files that tell the time zones first."""
    members: dict[str, list[Member]] = {kind: [] for kind in IN_ORDER}
    for member in look.members:
        kind = fit_kind(look, member)
        if kind is not None:
            members[kind].append(member)
            continue
        into.left_out(OTHER_FILES)
        if progress:
            progress(member.size)
    into.assumed(Sentence("This is an export of Google Fit."))
    fit = Fit(into, today)
    for kind in IN_ORDER:
        for member in members[kind]:
            fit.take(look, member, kind)
            if progress:
                progress(member.size)
    if not fit.telling.found:
        raise CannotRead(Sentence("The export holds nothing of use. Ask Google for a new one."))
