"""Fitabase: the tables of one person, each day, minute and second once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core.observed import Daily, Kind, Point, Stretch
from steadystep.importers import fitabase
from steadystep.importers.export import ExportChoices
from steadystep.importers.reading import CannotRead
from tests.importers.exports.fitbit_readings import read_with
from tests.importers.exports.garmin_readings import TODAY, files_of
from tests.importers.exports.noted import Noted
from tests.importers.exports.test_fitbit import DATA, Breaking

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS = "Id,ActivityDay,StepTotal\n"


def read(files: Mapping[str, bytes], person: str | None = None) -> Noted:
    return read_with(fitabase, files, ExportChoices(person=person))


def test_of_several_people_one_has_to_be_chosen() -> None:
    files = {"a.csv": (STEPS + "7,4/12/2016,100\n8,4/12/2016,200\n").encode()}

    with pytest.raises(CannotRead, match=r"the days of 2 people.*Some of them: 7, 8") as refusal:
        read(files)
    assert refusal.value.flag == "--person"
    with pytest.raises(CannotRead, match="No line belongs to “9”") as refusal:
        read(files, "9")
    assert refusal.value.flag == "--person"
    assert [one.tenths for one in read(files, " 8 ").seen if isinstance(one, Daily)] == [2000]


def test_no_more_people_are_listed_than_a_study_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitabase, "_MOST_PEOPLE", 10)
    rows = "".join(f"{person},4/12/2016,100\n" for person in range(9000))

    with pytest.raises(CannotRead, match="people"):
        read({"a.csv": (STEPS + rows).encode()})


def test_hours_count_where_there_are_no_minutes() -> None:
    hours = files_of("fitabase")["hourlySteps_merged.csv"]
    (stretch,) = (one for one in read({"a.csv": hours}).seen if isinstance(one, Stretch))

    assert (stretch.end - stretch.start, stretch.tenths) == (3600, 310)


def test_five_minutes_end_with_their_table_and_sleep_with_its_day() -> None:
    asleep = "".join(
        f"7,4/{12 + minute // 1440}/2016 {minute // 60 % 24}:{minute % 60:02}:00,1,5\n"
        for minute in range(1500)
    )
    noted = read(
        {
            "sleep.csv": ("Id,date,value,logId\n" + asleep).encode(),
            "beats1.csv": b"Id,Time,Value\n7,4/12/2016 7:21:00 AM,90\n",
            "beats2.csv": b"Id,Time,Value\n7,4/12/2016 7:22:00 AM,70\n",
        }
    )

    assert [one.tenths for one in noted.seen if isinstance(one, Point)] == [900, 700]
    assert [one.tenths for one in noted.seen if isinstance(one, Stretch)] == [14_400, 600]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Id,ActivityDay,StepTotal", "7,4/12/2016,many"),
        ("Id,ActivityDay,StepTotal", "7,4/12/2039,5"),
        ("Id,ActivityDay,StepTotal", '7,"4/12/2016,5'),
        ("Id,ActivityDay,SedentaryMinutes,LightlyActiveMinutes", "7,4/12/2016,1,x"),
        ("Id,SleepDay,TotalSleepRecords,TotalMinutesAsleep,TotalTimeInBed", "7,4/12/2016,1,x,400"),
        ("Id,SleepDay,TotalSleepRecords,TotalMinutesAsleep,TotalTimeInBed", "7,4/12/2016,1,0,x"),
        ("Id,ActivityMinute,Steps", "7,4/12/2016,5"),
        ("Id,ActivityMinute,Steps", "7,4/12/2016 1:00:00 AM,-5"),
        ("Id,ActivityHour,Steps00", "7,at noon,5"),
        ("Id,ActivityHour,Steps00", "7,4/12/2016 1:00:00 AM,few"),
        ("Id,Time,Value", "7,4/12/2016 1:00:00 AM,quick"),
        ("Id,Time,Value", "7,noon,80"),
        ("Id,date,value,logId", "7,noon,1,5"),
    ],
)
def test_a_line_that_cannot_be_is_told_and_the_others_are_read(head: str, row: str) -> None:
    noted = read(
        {"a.csv": f"{head}\n{row}\n".encode(), "b.csv": f"{STEPS}7,4/13/2016,5\n".encode()}
    )

    assert Kind.STEPS in {one.kind for one in noted.seen if isinstance(one, Daily)}
    assert noted.troubles


def test_a_download_with_nothing_of_use_is_refused_in_words() -> None:
    with pytest.raises(CannotRead, match="nothing of use"):
        read({"a.csv": STEPS.encode()})


def test_a_file_that_does_not_unpack_costs_no_other() -> None:
    noted = Noted()
    files = {"a.csv": (STEPS + "7,4/12/2016,100\n").encode(), "bad.csv": STEPS.encode()}
    fitabase.read(Breaking(files), noted, choices=ExportChoices(), today=TODAY)

    assert noted.troubles == ["bad.csv: It does not unpack."]
    assert len(noted.seen) == 1


def test_a_real_download_asks_whose_it_is_and_is_read_without_a_word_of_trouble() -> None:
    paths = sorted(DATA.glob("fitabase_bellabeat/*.csv"))
    if not paths:
        pytest.skip("no real download here")
    files = {path.name: path.read_bytes() for path in paths}
    with pytest.raises(CannotRead, match="the days of 33 people"):
        read(files)
    person = files["dailySteps_merged.csv"].decode().splitlines()[1].partition(",")[0]
    noted = read(files, person)

    assert noted.troubles == []
    assert sum(isinstance(one, Daily) and one.kind is Kind.STEPS for one in noted.seen) == 30
