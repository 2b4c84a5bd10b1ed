"""Fitbit: Google Takeout, the account archive, the website's tables and answers of the Web API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.importers.parts import OTHER_FILES
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.takeout.export import Export
from steadystep.importers.takeout.google_fit_files import IN_ORDER, Fit, fit_kind
from steadystep.importers.takeout.kinds import MOST_LOOKED_AT, What, file_of

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Member, Progress
    from steadystep.importers.takeout.kinds import File

name = "Fitbit"
page = "fitbit"


def recognises(look: Look) -> bool:
    """Know the export by what its files hold, whatever its folders are called."""
    return any(
        (file := file_of(look, member)) is not None and file.what is not What.EMPTY
        for member in look.members[:MOST_LOOKED_AT]
    )


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read what tells the clock first. What Google Fit wrote into the same Takeout comes last."""
    into.assumed(Sentence("This is an export of Fitbit."))
    ours, google = _sorted_out(look, into, progress)
    export = Export(look, into, today, choices)
    for member, file in ours:
        export.learn(member, file)
    for place, (member, file) in enumerate(ours):
        export.read(member, file)
        if progress:
            progress(member.size)
        following = ours[place + 1 : place + 2]
        if file.what is What.BEATS and not (following and following[0][1].what is What.BEATS):
            export.read_waiting()
    export.finish({file.what for _, file in ours})
    found = export.telling.found
    if google:
        fit = Fit(into, today)
        for member, kind in google:
            fit.take(look, member, kind)
            if progress:
                progress(member.size)
        found += fit.telling.found
    if not found:
        raise CannotRead(Sentence("The export holds nothing of use. Ask Fitbit for a new one."))


def _sorted_out(
    look: Look, into: Into, progress: Progress | None
) -> tuple[list[tuple[Member, File]], list[tuple[Member, str]]]:
    """Tell Fitbit's files and Google Fit's, each in the order they are read; count the others."""
    ours: list[tuple[Member, File]] = []
    google: list[tuple[Member, str]] = []
    for member in look.members:
        file = file_of(look, member)
        kind = fit_kind(look, member) if file is None else None
        if file is not None and file.what < What.NOT_USED:
            ours.append((member, file))
            continue
        if kind is not None:
            google.append((member, kind))
            continue
        if file is None:
            into.left_out(OTHER_FILES)
        elif file.what is What.NOT_USED:
            into.left_out(file.part or OTHER_FILES)
        if progress:
            progress(member.size)
    ours.sort(key=lambda one: one[1].what)
    google.sort(key=lambda one: IN_ORDER.index(one[1]))
    return ours, google
