"""An export while it is read and kept: how far it is, what stops it, and what a crash leaves."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from steadystep.core import events as on
from steadystep.store import JsonlObserved, LogTrouble, SqliteObserved, bring
from steadystep.store.locking import hold
from steadystep.web.bring import job, reading, worker
from steadystep.web.bring.opening import clear_up
from steadystep.web.bring.place import AT_WORK, FOLDER, LOCK, Place, is_worked_in, sweep
from steadystep.web.bring.stage import At, Meter, Stage, read_stage, write_stage
from steadystep.web.record.door import ME
from tests.web.bring.exports import apple
from tests.web.bring.walking import (
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

    from tests.web.bring.conftest import Held
    from tests.web.house import Home


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
