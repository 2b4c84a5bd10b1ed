"""Bring my data: chosen, looked at, brought in, undone; and nothing is left lying about."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from steadystep.core import events as on
from steadystep.core.observed import Kind, Maker
from steadystep.importers.exports import EXPORT_READERS
from steadystep.store import JsonlObserved, LogTrouble, SqliteObserved, bring
from steadystep.store.locking import hold
from steadystep.web.bring import job, reading, upload, worker
from steadystep.web.bring.apps import ways_out
from steadystep.web.bring.opening import clear_up
from steadystep.web.bring.place import AT_WORK, FOLDER, LOCK, Place, is_worked_in, sweep
from steadystep.web.bring.stage import At, Meter, Stage, read_stage, write_stage
from steadystep.web.bring.telling import dates_of
from steadystep.web.record.door import ME, fresh_key
from tests.web.bring.exports import apple, zipped
from tests.web.today import lives

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.http import HttpResponse

    from tests.web.bring.conftest import Held
    from tests.web.house import Home

NOTHING_YET = "Nothing is kept yet."
NAME = "Dana Cohen"
LIBRE = (
    "Glucose Data,Generated on,2026-05-03\nDevice,Serial Number,Device Timestamp,Record Type,"
    "Historic Glucose,Scan Glucose\nFreeStyle,X,{day} 08:00,0,{value},\n"
)


class Page(NamedTuple):
    """A page that was answered."""

    code: int
    path: str
    words: str


def shown(answer: HttpResponse, path: str = "") -> Page:
    """The words of a page."""
    text = re.sub(r"(?s)^.*?<main|<[^>]+>", " ", answer.content.decode())
    return Page(answer.status_code, path, " ".join(unescape(text).split()))


def send(home: Home, *files: tuple[str, bytes], **more: Any) -> Page:  # noqa: ANN401 - fields of the form
    """Choose files, and see what is in them."""
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    answer = home.post("/bring/files/", {"files": chosen, "whole": "yes", **more})
    path = answer.headers.get("Location", "")
    return look(home, path) if path else shown(answer)


def look(home: Home, path: str) -> Page:
    answer = home.get(path)
    there = answer.headers.get("Location", "")
    return look(home, there) if there else shown(answer, path)


def tap(home: Home, page: Page, what: str, **said: str) -> Page:
    """Send one of the forms of a page about an export."""
    answer = home.post(f"{page.path}{what}/", said)
    return look(home, answer.headers["Location"])


def brought(home: Home) -> list[int]:
    """The numbers of the imports that are there."""
    with SqliteObserved(home.folder) as observed:
        return [one.number for one in observed.imports(ME)]


def left_behind(home: Home) -> list[str]:
    """What lies in the folder beside the record while an export is looked at."""
    there = home.folder / FOLDER
    return sorted(one.name for one in there.rglob("*")) if there.exists() else []


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


# Files that come in ---------------------------------------------------------------------------


def test_without_a_file_it_says_what_to_do(home: Home) -> None:
    page = send(home)
    assert (page.code, "Choose a file first." in page.words) == (422, True)
    assert left_behind(home) == []


def test_what_did_not_arrive_whole_is_not_read(home: Home) -> None:
    page = send(home, ("a.xml", apple(3)), whole="")
    assert page.path
    chosen = SimpleUploadedFile("a.xml", apple(3))
    page = shown(home.post("/bring/files/", {"files": chosen}))
    assert (page.code, "It did not arrive whole." in page.words) == (422, True)


def test_what_is_too_large_is_not_written(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "MOST_BYTES", 100)
    page = send(home, ("a.xml", apple(3)))
    assert (page.code, "GB. Bring it in parts." in page.words) == (413, True)
    assert left_behind(home) == []


def test_where_there_is_no_room_it_says_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "ROOM_LEFT_BYTES", shutil.disk_usage("/").total * 2)
    page = send(home, ("a.xml", apple(3)))
    assert (page.code, "There is no room for it on the disk." in page.words) == (413, True)


@pytest.mark.parametrize("at", ["write", "close"])
def test_a_disk_that_fills_up_in_the_middle_says_so(
    home: Home, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    class Full(BytesIO):
        def write(self, _: object) -> int:
            if at == "write":
                raise OSError
            return 0

        def close(self) -> None:
            if at == "close":
                raise OSError

    class Place:
        def open(self, _: str) -> Full:
            return Full()

    monkeypatch.setattr(upload, "_free", lambda *_: Place())
    page = send(home, ("a.xml", apple(3)), ("b.xml", apple(2)))
    assert page.code == 413
    assert left_behind(home) == []


def test_a_file_without_the_proof_of_our_form_is_deleted(home: Home) -> None:
    client = home.a_client(enforce_csrf_checks=True)
    sent = {"files": SimpleUploadedFile("a.xml", apple(3)), "whole": "yes", "key": fresh_key()}
    answer = client.post("/bring/files/", sent)
    assert answer.status_code == 422
    assert left_behind(home) == []


def test_a_form_without_its_key_is_refused_and_nothing_is_left(home: Home) -> None:
    answer = home.client.post(
        "/bring/files/", {"files": SimpleUploadedFile("a.xml", apple(3)), "whole": "yes"}
    )
    assert answer.status_code == 422
    assert left_behind(home) == []


def test_no_other_page_takes_files(home: Home) -> None:
    chosen = SimpleUploadedFile("a.xml", apple(3))
    answer = home.post("/yours/data/forget/", {"sure": chosen})
    assert answer.status_code == 422
    assert left_behind(home) == []


# While it is read -----------------------------------------------------------------------------


def test_while_it_is_read_the_page_says_how_far_and_refreshes_itself(
    home: Home, held: Held
) -> None:
    page = send(home, ("a.xml", apple(3)))
    assert "Reading your export 0 % You may leave this page." in page.words
    raw = home.get(page.path).content.decode()
    assert 'http-equiv="refresh"' in raw
    assert 'hx-trigger="every 1s"' in raw

    place = next(one for one in (home.folder / FOLDER).iterdir())
    stage = Stage(at=At.READING, done=250, size=1000, seconds=60, reader="Apple Health")
    write_stage(place, stage)
    assert "Apple Health · 25 % About 3 minutes are left." in look(home, page.path).words
    write_stage(place, Stage(at=At.READING, done=900, size=1000, seconds=60, reader="Garmin"))
    assert "90 % Less than a minute is left." in look(home, page.path).words

    write_stage(place, Stage(at=At.READING, done=1, size=1, reader="Garmin"))
    words = look(home, page.path).words
    assert "Garmin All of it is read. Now the days are put in order." in words
    assert "%" not in words
    polled = home.get(page.path, headers={"HX-Request": "true", "HX-Target": "progress"})
    assert "HX-Location" not in polled.headers
    write_stage(place, Stage(at=At.REFUSED))
    polled = home.get(page.path, headers={"HX-Request": "true", "HX-Target": "progress"})
    assert page.path in polled.headers["HX-Location"]
    assert held.poll() is None


def test_stopping_ends_the_process_and_leaves_nothing(home: Home, held: Held) -> None:
    page = send(home, ("a.xml", apple(3)))
    tap(home, page, "answer", dates="dmy")
    assert NOTHING_YET not in tap(home, page, "in").words
    assert "Stopped." in tap(home, page, "stop").words
    assert held.is_over.is_set()
    assert left_behind(home) == []
    for what in ("stop", "in", "answer"):
        assert tap(home, page, what).path.startswith("/bring/")


def test_a_process_that_ended_without_a_word_is_told(home: Home, held: Held) -> None:
    page = send(home, ("a.xml", apple(3)))
    held.is_over.set()
    assert "It ended in the middle Nothing was brought in." in look(home, page.path).words


def test_a_mistake_of_ours_is_told_without_anything_of_the_export(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def mistaken(*_: object) -> None:
        raise ValueError(NAME)

    monkeypatch.setattr(worker, "look_at", mistaken)
    page = send(home, ("a.xml", apple(3)))
    assert "It ended in the middle" in page.words
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert NAME not in told


def test_a_record_that_cannot_be_written_says_what_helps(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise LogTrouble("You may not read or write {path}. Do {path}.", path=home.folder)

    page = send(home, ("a.xml", apple(3)))
    with monkeypatch.context() as patch:
        patch.setattr(worker, "bring_in", full)
        page = tap(home, page, "in")
    assert f"You may not read or write {home.folder}." in page.words
    assert "Bring it in once more. Nothing comes twice." in page.words
    assert NOTHING_YET not in page.words
    assert "is brought in." in tap(home, page, "in").words


@pytest.mark.parametrize("when", ["before it was kept", "when it was kept"])
def test_ended_while_it_is_kept_it_is_kept_by_the_next_yes(
    home: Home, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    lives.morning(home)
    page = send(home, ("a.xml", apple(3)))
    run = job.run

    def ended(folder: Path, order: dict[str, Any]) -> object:
        """A process that is ended before it tells anybody."""
        if when == "when it was kept":
            read = worker._Read(JsonlObserved(folder))
            with SqliteObserved(home.folder) as observed:
                bring(observed, ME, read.brought, read.rows(), read.sessions())
        return run(folder, order | {"do": "nothing"})

    with monkeypatch.context() as patch:
        patch.setattr(worker, "_trouble", lambda *_: None)
        patch.setattr(job, "run", ended)
        page = tap(home, page, "in")
    assert "It ended in the middle. Bring it in once more. Nothing comes twice." in page.words
    assert home.told(on.DayMeasured) == []

    assert "Apple Health is brought in." in tap(home, page, "in").words
    assert brought(home) == [1]
    assert len(home.told(on.DayMeasured)) == 3


def test_what_is_being_kept_is_not_said_to_be_stopped(home: Home, held: Held) -> None:
    page = send(home, ("a.xml", apple(3)))
    (place,) = (home.folder / FOLDER).iterdir()
    write_stage(place, Stage(at=At.KEEPING))
    page = tap(home, page, "stop")
    assert "Bringing it in" in page.words
    assert "Stop" not in page.words
    assert not held.is_over.is_set()


def test_once_it_is_kept_nothing_of_it_waits_any_more(home: Home) -> None:
    send(home, ("a.xml", apple(3)))
    going = job.current(home.folder)
    assert going is not None
    going.keep(ME, home.wall())
    assert not [one for one in left_behind(home) if one.endswith("jsonl")]


def test_what_was_kept_before_a_crash_is_heard_at_the_next_start(home: Home) -> None:
    lives.morning(home)
    send(home, ("a.xml", apple(3)))
    (place,) = (home.folder / FOLDER).iterdir()
    read = worker._Read(JsonlObserved(place))
    with SqliteObserved(home.folder) as observed:
        bring(observed, ME, read.brought, read.rows(), read.sessions())
    clear_up(home.folder)
    assert home.told(on.DayMeasured) == []

    going = job._JOBS.pop(home.folder)
    assert going.place._lock is not None
    os.close(going.place._lock)
    clear_up(home.folder)
    assert len(home.told(on.DayMeasured)) == 3
    assert left_behind(home) == []


def test_a_folder_in_which_somebody_still_works_is_left_alone(tmp_path: Path) -> None:
    left = tmp_path / FOLDER / "left"
    left.mkdir(parents=True)
    at_work = hold(left / AT_WORK)
    assert at_work is not None
    assert is_worked_in(tmp_path)
    assert not sweep(tmp_path)
    assert left.exists()
    os.close(at_work)
    assert not is_worked_in(tmp_path)
    assert sweep(tmp_path)
    assert not left.exists()
    assert not is_worked_in(tmp_path)


def test_what_goes_on_without_us_is_said(home: Home) -> None:
    """The pages were closed and opened again while an export was being kept."""
    place = Place(home.folder, "kept-on")
    at_work = hold(place.folder / AT_WORK)
    assert at_work is not None
    assert "An export is still being brought in." in shown(home.get("/bring/?closed")).words
    os.close(at_work)
    assert "Nothing of it was kept." in shown(home.get("/bring/?closed")).words
    place.let_go()


def test_what_a_crash_left_is_deleted_and_what_is_at_work_is_not(tmp_path: Path) -> None:
    sweep(tmp_path)
    (tmp_path / FOLDER / "crashed" / "files").mkdir(parents=True)
    (tmp_path / FOLDER / "a file").write_text("")
    at_work = Place(tmp_path, "at-work")

    sweep(tmp_path)
    assert sorted(one.name for one in (tmp_path / FOLDER).iterdir()) == ["a file", "at-work"]
    assert hold(at_work.folder / LOCK) is None
    at_work.let_go()
    at_work.let_go()
    assert not at_work.folder.exists()


def test_an_unknown_question_of_a_reader_is_said_as_it_is() -> None:
    assert reading._asked("--scale") is None
    assert reading._PAGES[At.ASKS](Stage(at=At.ASKS, flag="--scale"))[0] == "refused"


def test_the_meter_writes_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([0.0, 0.1, 0.6])
    monkeypatch.setattr("time.monotonic", lambda: next(moments))
    meter = Meter(tmp_path, 100, "Garmin")
    meter(10)
    assert read_stage(tmp_path) == Stage(at=At.READING)
    meter(20)
    stage = Stage(at=At.READING, done=30, size=100, seconds=0.6, reader="Garmin")
    assert read_stage(tmp_path) == stage


# Which source ---------------------------------------------------------------------------------


def test_what_each_source_told_is_shown_and_may_be_changed(home: Home) -> None:
    assert "Nothing was brought of the last three months." in look(home, "/bring/sources/").words
    tap(home, send(home, ("a.xml", apple(3))), "in")

    page = look(home, "/bring/sources/").words
    assert "steps From Apple Watch. 3 May 2026: Told: phone 3,100, watch 4,400. Used: watch" in page
    assert "resting heart rate From Apple Watch. 3 May 2026: 61 a minute" in page
    page = look(home, "/bring/sources/steps/").words
    assert "The usual order" in page
    assert "1 May 2026 Told: phone 3,100, watch 4,400. Used: watch." in page

    assert home.post("/bring/sources/steps/", {"source": "9"}).status_code == 200
    home.post("/bring/sources/steps/", {"source": "0"})
    assert home.told(on.SourcePreferred) == [on.SourcePreferred(Kind.STEPS, Maker.PHONE, "iPhone")]
    assert "steps From iPhone." in look(home, "/bring/sources/").words
    assert "You chose it." in look(home, "/bring/sources/steps/").words

    home.post("/bring/sources/steps/", {"source": "order"})
    assert "steps From Apple Watch." in look(home, "/bring/sources/").words
    for name in ("glucose", "nonsense"):
        assert home.get(f"/bring/sources/{name}/").status_code == 404


def test_both_lists_of_all_that_can_be_done_lead_there(home: Home) -> None:
    lives.morning(home)
    for page in ("/yours/", "/more/"):
        assert 'href="/bring/"' in home.get(page).content.decode()


def test_a_copy_holds_what_was_brought_and_forgetting_forgets_it_too(home: Home) -> None:
    tap(home, send(home, ("a.xml", apple(3))), "in")
    assert '"observed":"import"' in home.get("/yours/data/copy/").content.decode()

    send(home, ("b.xml", apple(4)))
    (home.folder / FOLDER / "left by a crash").mkdir()
    home.post("/yours/data/forget/", {"sure": "yes"})

    assert (brought(home), left_behind(home)) == ([], [])
    assert '"observed":' not in home.get("/yours/data/copy/").content.decode()


# Processes of their own -----------------------------------------------------------------------


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch, really_run: Callable[..., Any]) -> None:
    """Exports are read by processes, as at home."""
    monkeypatch.setattr(job, "run", really_run)


@pytest.mark.usefixtures("real")
def test_a_process_reads_it_and_another_keeps_it(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "PATIENCE_SECONDS", 60)
    page = send(home, ("a.zip", zipped(apple(3))))
    assert NOTHING_YET in page.words
    assert "is brought in." in tap(home, page, "in").words
    assert brought(home) == [1]


@pytest.mark.usefixtures("real")
def test_a_process_ends_with_the_pages_and_when_it_is_stopped(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(job, "PATIENCE_SECONDS", 0)
    page = send(home, ("a.xml", apple(400)))
    going = job.current(home.folder)
    assert going is not None
    process = going._process
    assert process is not None
    tap(home, page, "stop")
    assert process.poll() == -signal.SIGKILL

    # The pages are gone: its input ends before it has read anything to its end.
    place = Place(tmp_path / "record", "orphan")
    (place.files / "a.xml").write_bytes(apple(400))
    orphan = job.run(place.folder, _order(tmp_path / "record"))
    assert orphan.stdin is not None
    orphan.stdin.close()
    orphan.wait(60)
    assert orphan.returncode in {-signal.SIGKILL, 0}
    assert not (place.files / "a.xml").exists()
    place.let_go()


def _order(record: Path) -> dict[str, Any]:
    now = "2026-05-04T08:30:00+03:00"
    return {"do": "read", "person": ME, "record": str(record), "now": now, "choices": {}}


def test_the_end_of_the_program_lets_all_go(home: Home) -> None:
    send(home, ("a.xml", apple(3)))
    job._let_all_go()
    assert left_behind(home) == []
