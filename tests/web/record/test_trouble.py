"""When the log cannot be had, every page says what happened and what to do."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from steadystep.core.events import PreferenceSet
from steadystep.store import PersonLog
from steadystep.store.place import RECORD
from steadystep.store.trouble import NO_ROOM, LogTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.test import Client

    from tests.web.house import Home

THE_MATTER = "Your record cannot be opened now"
LOOK = "/yours/look/theme/"


def spoilt(
    home: Home, content: bytes = b"this is no record, it is a letter to a friend" * 99
) -> None:
    """Something else lies where the record was."""
    home.folder.mkdir(parents=True, exist_ok=True)
    for beside in home.folder.glob(RECORD + "*"):
        beside.unlink()
    (home.folder / RECORD).write_bytes(content)


@pytest.mark.parametrize(
    "path", ["/", "/yours/", "/yours/data/", "/yours/data/copy/", "/yours/pace/"]
)
def test_a_file_that_is_no_record_is_told_and_left_alone(home: Home, path: str) -> None:
    spoilt(home)
    before = (home.folder / RECORD).read_bytes()

    answer = home.get(path)

    assert answer.status_code == 503
    assert THE_MATTER in answer.content.decode()
    assert "holds no record that can be read" in answer.content.decode()
    assert (home.folder / RECORD).read_bytes() == before


def test_the_page_speaks_the_language_of_the_browser_then(home: Home) -> None:
    spoilt(home)

    answer = home.get("/yours/", headers={"accept-language": "he"})

    assert '<html lang="he" dir="rtl"' in answer.content.decode()


def test_a_full_disk_is_told_and_nothing_is_taken_for_written(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Iterable[object]:
        raise LogTrouble(NO_ROOM)

    monkeypatch.setattr(PersonLog, "append", full)

    answer = home.post(LOOK, {"value": "dark"})

    assert answer.status_code == 503
    assert "no room left on the disk" in answer.content.decode()
    monkeypatch.undo()
    assert 'data-theme="auto"' in home.a_client().get("/static/none").content.decode()


def test_a_log_that_another_program_holds_is_told(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("steadystep.store.sqlite_file.BUSY_SECONDS", 0.05)
    home.say(PreferenceSet("theme", "light"))
    held = sqlite3.connect(home.folder / RECORD, isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    try:
        answer = home.post(LOOK, {"value": "dark"})
    finally:
        held.close()

    assert answer.status_code == 503
    assert "Another program is using the record" in answer.content.decode()
    assert home.told(PreferenceSet) == [PreferenceSet("theme", "light")]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(home: Home) -> None:
    home.say(PreferenceSet("theme", "light"))
    home.folder.chmod(0o500)
    (home.folder / RECORD).chmod(0)

    assert home.get("/yours/").status_code == 503


@pytest.mark.parametrize("path", ["/nothing-here/", "/yours/look/nothing/", "/yours/<script>/"])
def test_an_address_that_leads_nowhere_says_so_in_plain_words(home: Home, path: str) -> None:
    answer = home.get(path)

    assert answer.status_code == 404
    assert "There is no page here" in answer.content.decode()
    assert "<script>/" not in answer.content.decode()


def test_a_mistake_of_ours_shows_no_code_and_says_what_is_safe(
    home: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> Iterable[object]:
        raise ZeroDivisionError("a secret of the code")

    monkeypatch.setattr(PersonLog, "today", broken)
    client: Client = home.a_client(raise_request_exception=False)

    with caplog.at_level("CRITICAL"):
        answer = client.get("/yours/")

    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()
    assert "secret" not in answer.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_ways_of_asking_are_not_answered(home: Home, method: str) -> None:
    assert getattr(home.client, method)("/yours/").status_code == 405


def test_a_form_that_is_far_too_large_is_refused(home: Home) -> None:
    answer = home.post(LOOK, {"value": "x" * 200_000})

    assert answer.status_code == 400
    assert home.entries() == []


def test_a_form_with_a_thousand_fields_is_refused(home: Home) -> None:
    answer = home.post(LOOK, {f"field{number}": "1" for number in range(1_000)})

    assert answer.status_code == 400
    assert home.entries() == []
