"""Bring my data: chosen, looked at, brought in, undone; and what is asked and told of it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.importers.exports import EXPORT_READERS
from steadystep.web.bring import upload, worker
from steadystep.web.bring.apps import ways_out
from steadystep.web.bring.place import FOLDER
from steadystep.web.bring.telling import dates_of
from steadystep.web.record.door import fresh_key
from tests.web.bring.exports import apple, zipped
from tests.web.bring.walking import (
    LIBRE,
    NAME,
    NOTHING_YET,
    brought,
    left_behind,
    look,
    send,
    shown,
    tap,
)
from tests.web.today import lives

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.house import Home


def test_what_is_in_it_is_shown_and_nothing_is_kept_before_yes(home: Home) -> None:
    page = send(home, ("My health of Dana.zip", zipped(apple(3))))

    assert NOTHING_YET in page.words
    assert "Apple Health" in page.words
    assert "steps 1 May 2026 – 3 May 2026 6 values 3" in page.words
    assert "resting heart rate 1 May 2026 – 3 May 2026 3 values 3" in page.words
    assert "It comes from: iPhone, Apple Watch." in page.words
    assert "BodyMass : 3" in page.words
    assert "Rows that cannot be read: 1" in page.words
    assert "“never” is no date with a time." in page.words
    assert "Dana" not in page.words
    assert brought(home) == []
    assert home.entries() == []


def test_the_copy_is_deleted_as_soon_as_it_is_read_and_that_is_said(home: Home) -> None:
    page = send(home, ("export.xml", apple(3)))
    assert "The copy of your file is deleted already." in page.words
    assert not any(name.endswith((".xml", ".zip")) for name in left_behind(home))


def test_yes_brings_it_in_and_the_list_shows_it(home: Home) -> None:
    lives.morning(home)
    page = tap(home, send(home, ("export.xml", apple(3, walk=20))), "in")

    assert "Apple Health is brought in. It never makes your step larger." in page.words
    assert "Brought in on 7 May 2026, 8:30 a.m. 3 days, 1 May 2026 to 3 May 2026." in page.words
    assert "1 session." in page.words
    assert "steps, resting heart rate" in page.words
    assert on.DayMeasured(610) in home.told(on.DayMeasured)
    assert left_behind(home) == []


def test_undone_all_of_it_is_gone(home: Home) -> None:
    lives.morning(home)
    tap(home, send(home, ("export.xml", apple(3))), "in")

    assert "3 May" in shown(home.get("/bring/")).words
    assert "Apple Health, brought in on 7 May 2026, 8:30 a.m." in look(home, "/bring/undo/1/").words
    page = look(home, home.post("/bring/undo/1/").headers["Location"])

    assert "Undone. Nothing of that import counts any more." in page.words
    assert "Brought in on" not in page.words
    assert brought(home) == []
    assert len(home.told(on.TakenBack)) == len(home.told(on.DayMeasured)) == 3
    assert look(home, "/bring/undo/1/").path == "/bring/"


def test_the_same_export_again_changes_nothing(home: Home) -> None:
    tap(home, send(home, ("a.xml", apple(3))), "in")
    before = home.entries()

    page = send(home, ("b.xml", apple(3)))

    assert page.words.endswith("This is here already Nothing changed. Choose another file Today")
    assert (brought(home), home.entries()) == ([1], before)
    assert left_behind(home) == []


def test_two_windows_that_bring_the_same_bring_it_once(home: Home) -> None:
    page = send(home, ("a.xml", apple(3)))
    tap(home, page, "in")
    again = tap(home, page, "in")
    assert "What you looked at is closed. What was brought in stands below." in again.words
    assert brought(home) == [1]


def test_a_form_sent_twice_is_one_export(home: Home) -> None:
    key = fresh_key()
    first = send(home, ("a.xml", apple(3)), key=key)
    second = send(home, ("a.xml", apple(3)), key=key)
    assert first == second
    assert len(list((home.folder / FOLDER).iterdir())) == 1


def test_another_export_takes_the_place_of_one_that_was_not_kept(home: Home) -> None:
    first = send(home, ("a.xml", apple(3)))
    second = send(home, ("b.xml", apple(4)))
    closed = look(home, first.path).words
    assert "What you looked at is closed. Nothing of it was kept." in closed
    assert "An export is being looked at." in look(home, "/bring/").words
    assert NOTHING_YET in look(home, second.path).words
    assert len(list((home.folder / FOLDER).iterdir())) == 1


def test_left_nothing_of_it_stays(home: Home) -> None:
    page = tap(home, send(home, ("a.xml", apple(3))), "stop")
    assert "Stopped. Nothing was brought in." in page.words
    assert (left_behind(home), brought(home)) == ([], [])


def test_several_files_are_one_export_whatever_they_are_called(home: Home) -> None:
    page = send(home, ("../../steps", b"one"), ("a.csv", b"1"), ("a.csv", b"2"))
    assert "This cannot be read here" in page.words
    assert {"a (2).csv", "a.csv", "steps"} < set(left_behind(home))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("..", "file"),
        ("", "file"),
        (".hidden", "hidden"),
        ("a\nb:c?.fit", "a_b_c_.fit"),
        ("x" * 300 + ".zip", "x" * 76 + ".zip"),
        ("בריאות.zip", "בריאות.zip"),
    ],
)
def test_a_file_keeps_its_name_as_far_as_a_folder_can_have_it(
    tmp_path: Path, name: str, kept: str
) -> None:
    assert upload._free(tmp_path, name) == tmp_path / kept


@pytest.mark.parametrize(
    ("value", "day", "title", "choices"),
    [
        ("5.4", "03-04-2026", "What comes first in its dates?", {"dates": "dmy"}),
        ("5.4", "03-13-2026", "In which unit is your glucose?", {"glucose": "mmol/L"}),
    ],
)
def test_what_an_export_does_not_say_is_asked(
    home: Home, value: str, day: str, title: str, choices: dict[str, str]
) -> None:
    name = "Historic Glucose" if "glucose" in choices else "Historic Glucose mmol/L"
    text = LIBRE.format(day=day, value=value).replace("Historic Glucose", name)

    page = send(home, ("libre.csv", text.encode()))
    assert title in page.words
    for wrong in ("", "sideways"):
        assert title in tap(home, page, "answer", **dict.fromkeys(choices, wrong)).words
    assert NOTHING_YET in tap(home, page, "answer", **choices).words


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("03-04-2026 08:00", {"dmy": "3 April 2026", "mdy": "4 March 2026"}),
        (
            "5/12/19",
            {"dmy": "5 December 2019", "mdy": "12 May 2019", "ymd": "19 December 2005"},
        ),
        ("soon", {}),
        ("99999999999999999999-1-1", {}),
    ],
)
def test_each_order_says_what_the_date_would_be(written: str, read_as: dict[str, str]) -> None:
    assert dates_of(written) == read_as


def test_an_order_in_which_it_is_no_date_is_not_offered(home: Home) -> None:
    text = LIBRE.format(day="03-04-2026", value="5.4")
    page = send(home, ("libre.csv", text.replace("Glucose,", "Glucose mmol/L,").encode()))
    assert "The day, then the month 3 April 2026 The month, then the day 4 March" in page.words
    assert "The year" not in page.words


def test_a_disk_that_fills_up_while_it_is_read_says_so(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, NAME)

    def gone(*_: object) -> None:
        raise OSError(errno.EIO, NAME)

    monkeypatch.setattr(worker, "look_at", full)
    assert "There is no room for it on the disk." in send(home, ("a.xml", apple(3))).words
    monkeypatch.setattr(worker, "look_at", gone)
    assert "It ended in the middle" in send(home, ("b.xml", apple(3))).words


def test_whose_days_they_are_is_asked_with_some_of_the_names(home: Home) -> None:
    head = "user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,"
    rows = [f"{who},,,,2026-05-0{day},1,Symptom,pain,2" for who in ("ann", "bea") for day in (1, 2)]
    page = send(home, ("flare.csv", "\n".join([f"{head}trackable_value", *rows]).encode()))

    assert "Whose days are these?" in page.words
    assert "ann, bea" in page.words
    assert "is not in it" not in page.words
    page = tap(home, page, "answer", person="zoe")
    assert "Whose days are these?" in page.words
    assert "“zoe” is not in it." in page.words
    page = tap(home, page, "answer", person="bea")
    assert "pain 1 May 2026 – 2 May 2026 2 values 2" in page.words


def test_what_cannot_be_read_is_said_with_what_to_do(home: Home) -> None:
    page = send(home, ("letter.txt", b"Dear Dana"))
    assert "This kind of export is not known here." in page.words
    assert "Nothing was brought in." in page.words


def test_an_export_without_anything_of_use_says_so(home: Home) -> None:
    empty = b'<?xml version="1.0"?>\n<HealthData locale="en_GB">\n</HealthData>\n'
    page = send(home, ("export.xml", empty))
    assert "Nothing in it can be used here" in page.words or "cannot be read" in page.words
    assert "Bring it in" not in page.words


def test_the_way_to_each_export_is_told(home: Home) -> None:
    assert set(ways_out()) == {one.page for one in EXPORT_READERS}
    page = look(home, "/bring/apps/").words
    assert all(one.name in page for one in EXPORT_READERS)
    assert "At the end of that page, tap Export All Health Data." in page
    for there in (home.get("/bring/"), home.get(send(home, ("a.txt", b"Dear Dana")).path)):
        assert 'href="/bring/apps/"' in there.content.decode()
