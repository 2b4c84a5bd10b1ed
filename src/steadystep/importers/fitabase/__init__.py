"""Fitabase: what a study downloads of people's Fitbits, days, minutes and seconds as tables."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from steadystep.importers.columns import Column
from steadystep.importers.fitabase.tables import Fitabase, Sheet
from steadystep.importers.names import name_of
from steadystep.importers.parts import OTHER_FILES
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.survey import Survey, check_people
from steadystep.importers.table import first_line
from steadystep.importers.takeout.table import HEAD_BYTES, table_of

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Member, Progress

name = "Fitabase"
page = "fitabase"

# A choice: a study has no more people, and a download no more kinds of tables.
_MOST_PEOPLE: Final = 20_000
_MOST_LOOKED_AT: Final = 500
# How the first line of each table begins. Minutes come before hours, which tell the same steps.
_BEGINNINGS: Final = {
    "Id,ActivityDate,TotalSteps": Sheet.DAYS,
    "Id,ActivityDay,StepTotal": Sheet.DAILY_STEPS,
    "Id,ActivityDay,SedentaryMinutes": Sheet.DAILY_MINUTES,
    "Id,SleepDay,TotalSleepRecords": Sheet.NIGHTS,
    "Id,ActivityMinute,Steps": Sheet.MINUTES,
    "Id,ActivityHour,Steps00": Sheet.MINUTES_WIDE,
    "Id,ActivityHour,StepTotal": Sheet.HOURS,
    "Id,Time,Value": Sheet.BEATS,
    "Id,date,value,logId": Sheet.SLEEP,
}


def recognises(look: Look) -> bool:
    """Know the download by the names of its columns."""
    return any(_sheet(look, member) for member in look.members[:_MOST_LOOKED_AT])


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read the tables of the one person they hold, or of the one who was chosen."""
    ours = [(sheet, member) for member in look.members if (sheet := _sheet(look, member))]
    ours.sort(key=lambda one: (one[0], one[1].name))
    into.assumed(Sentence("This is a download from Fitabase."))
    person = _person(look, [member for _, member in ours], choices.person)
    fitabase = Fitabase(into, today, person)
    for sheet, member in ours:
        try:
            with table_of(look, member) as table:
                fitabase.read(sheet, table, name_of(member))
        except CannotRead as refusal:
            into.unreadable(name_of(member), refusal.why)
        if progress:
            progress(member.size)
    mine = {member.name for _, member in ours}
    for member in look.members:
        if member.name not in mine:
            into.left_out(OTHER_FILES)
            if progress:
                progress(member.size)
    if not fitabase.found:
        raise CannotRead(Sentence("The tables hold nothing of use. Download them once more."))


def _sheet(look: Look, member: Member) -> Sheet | None:
    line = first_line(look.head(member, HEAD_BYTES))
    return next(
        (sheet for beginning, sheet in _BEGINNINGS.items() if line.startswith(beginning)), None
    )


def _person(look: Look, members: list[Member], chosen: str | None) -> str:
    """Tell whose tables these are.

    Raises:
        CannotRead: There are several people, and none of them was chosen.
    """
    survey = Survey()
    for member in members:
        # What is wrong with a table is told when it is read.
        with suppress(CannotRead), table_of(look, member) as table:
            for rows in table.many_rows(None):
                # More lines than people: these are no numbers of lines.
                survey.rows += 2 * len(rows)
                # A line that is cut short, or not of letters, is nobody's.
                ids = (row[0].strip() for row in rows if len(row) > 1)
                survey.people.update(dict.fromkeys(filter(str.isprintable, filter(None, ids))))
                if len(survey.people) > _MOST_PEOPLE:
                    break
    survey.rows_chosen = (chosen or "").strip() in survey.people
    check_people(survey, Column(0, "Id", "id"), chosen)
    return chosen.strip() if chosen is not None else next(iter(survey.people), "")
