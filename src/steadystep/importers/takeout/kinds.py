"""What a file of a Fitbit export holds, by its first bytes.

Counts of minutes and days look alike whatever they count; there the name that Fitbit gave the file
decides, and a file under another name is left out.
"""

from __future__ import annotations

import re
from enum import IntEnum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.importers.columns import Role, is_called, named_columns
from steadystep.importers.json_rows import LIST
from steadystep.importers.table import first_line

if TYPE_CHECKING:
    from steadystep.importers.export import Look, Member

HEAD_BYTES: Final = 4096
# A choice: what shows nothing of Fitbit in so many files is something else.
MOST_LOOKED_AT: Final = 5000


class What(IntEnum):
    """What a file holds, in the order in which files are read: heart rate shows the clock."""

    BEATS = auto()
    STEPS = auto()
    ACTIVE = auto()
    RESTING = auto()
    SLEEP = auto()
    EXERCISE = auto()
    HRV_NIGHTS = auto()
    HRV_MINUTES = auto()
    API_STEPS = auto()
    API_ACTIVE = auto()
    API_RESTING = auto()
    API_HRV = auto()
    API_SLEEP = auto()
    API_EXERCISE = auto()
    # The same once more in another encoding: it counts where the others have nothing.
    SLEEP_TABLE = auto()
    EXERCISE_TABLE = auto()
    STEPS_TABLE = auto()
    BEATS_TABLE = auto()
    RESTING_TABLE = auto()
    WEBSITE = auto()
    NOT_USED = auto()
    EMPTY = auto()


class File(NamedTuple):
    """What a file holds.

    Attributes:
        what: The kind of it.
        opening: Where its rows begin.
        part: Which of several; of what is not used, what it is.
    """

    what: What
    opening: re.Pattern[str] = LIST
    part: str = ""


LEVELS: Final = ("lightly", "fairly", "very")
_SHEETS: Final = {
    "sleep_id,sleep_type": What.SLEEP_TABLE,
    "exercise_id,exercise_start": What.EXERCISE_TABLE,
    "timestamp,rmssd,nremhr": What.HRV_NIGHTS,
    "timestamp,rmssd,coverage": What.HRV_MINUTES,
    "timestamp,steps,data source": What.STEPS_TABLE,
}
_NOT_USED_SHEETS: Final = {
    "sleep_log_entry_id,": "Sleep Score",
    "DATE,UPDATED_AT,STRESS_SCORE": "Stress Score",
    "date,readiness_score_value": "Daily Readiness",
    "sleep_id,sleep_stage_id": "stages of sleep, told a second time",
    "timestamp,root mean square": "heart rate variability, told a second time",
    "timestamp,light,moderate": "active minutes, told a second time",
}
_BEATS_SHEET: Final = "timestamp,beats per minute"
_STEM: Final = re.compile(r"(?:.*/)?([a-z_]{3,40})[^/]*")
_ACTIVE: Final = re.compile(r"(lightly|fairly|moderately|very)_active_minutes")
_ANSWERS: Final = (
    (What.API_STEPS, re.compile(r'"activities-steps"\s*:\s*\[')),
    (What.API_ACTIVE, re.compile(r'"activities-minutes(Lightly|Fairly|Very)Active"\s*:\s*\[')),
    (What.API_RESTING, re.compile(r'"activities-heart"\s*:\s*\[')),
    (What.API_HRV, re.compile(r'"hrv"\s*:\s*\[')),
    (What.API_SLEEP, re.compile(r'"sleep"\s*:\s*\[(?=.{0,400}"(?:dateOfSleep|logId)")', re.DOTALL)),
    (What.API_EXERCISE, re.compile(r'"activities"\s*:\s*\[(?=.{0,4000}"activityName")', re.DOTALL)),
)
_BOMS: Final = "\ufeff \t\r\n\v\0"
_WEBSITE_CELLS: Final = 10
_STEPS_CELL: Final = 2


def file_of(look: Look, member: Member) -> File | None:
    """Tell what a file holds; none if it is not Fitbit's."""
    head = look.head(member, HEAD_BYTES)
    text = head.decode("utf-8", "replace").lstrip(_BOMS)
    if text.startswith("["):
        return _list(member.name, text)
    if text.startswith("{"):
        return _answer(text)
    return _sheet(member.name, head)


def _list(name: str, text: str) -> File | None:
    if '"dateOfSleep"' in text:
        return File(What.SLEEP)
    if '"activityName"' in text:
        return File(What.EXERCISE)
    if '"dateTime"' not in text:
        return File(What.EMPTY) if text[1:].strip(_BOMS) == "]" else None
    if '"bpm"' in text:
        return File(What.BEATS)
    stem = _stem(name)
    if stem == "resting_heart_rate" or ('"error"' in text and '"date"' in text):
        return File(What.RESTING)
    if stem == "steps":
        return File(What.STEPS)
    active = _ACTIVE.fullmatch(stem)
    if active:
        return File(What.ACTIVE, part="fairly" if active[1] == "moderately" else active[1])
    return File(What.NOT_USED, part=stem.replace("_", " "))


def _answer(text: str) -> File | None:
    for what, opening in _ANSWERS:
        found = opening.search(text)
        if found:
            return File(what, opening, found[1].casefold() if opening.groups else "")
    return None


def _sheet(name: str, head: bytes) -> File | None:
    line = first_line(head).strip()
    for beginning, what in _SHEETS.items():
        if line.startswith(beginning):
            return File(what)
    for beginning, part in _NOT_USED_SHEETS.items():
        if line.startswith(beginning):
            return File(What.NOT_USED, part=part)
    if line.startswith(_BEATS_SHEET):
        daily = _stem(name).startswith("daily")
        return File(What.RESTING_TABLE if daily else What.BEATS_TABLE)
    return File(What.WEBSITE) if _is_website(head) else None


def _is_website(head: bytes) -> bool:
    """Know the website's table: a line with a title alone, then ten columns of days."""
    lines = head.decode("utf-8-sig", "replace").splitlines()
    return any(is_days(line.split(",")) for line in lines[:40]) or is_nights_file(lines[:2])


def is_days(cells: list[str]) -> bool:
    """Know the names of the ten columns that tell a day, in the languages that are known."""
    named = named_columns(cells)
    return (
        len(cells) == len(named) == _WEBSITE_CELLS
        and is_called(named[0], Role.DATE)
        and is_called(named[_STEPS_CELL], Role.STEPS)
    )


def is_nights_file(lines: list[str]) -> bool:
    """Know a file that holds nothing but the website's table of sleep."""
    return lines[1:] != [] and lines[1].strip().startswith("Start Time,End Time,Minutes Asleep")


def _stem(name: str) -> str:
    found = _STEM.fullmatch(name)
    return found[1].rstrip("_") if found else ""
