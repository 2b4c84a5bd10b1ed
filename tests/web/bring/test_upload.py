"""Files that come in: whole, with the proof of our form, and no more than there is room for."""

from __future__ import annotations

import shutil
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from steadystep.web.bring import upload
from steadystep.web.record.door import fresh_key
from tests.web.bring.exports import apple
from tests.web.bring.walking import (
    left_behind,
    send,
    shown,
)

if TYPE_CHECKING:
    from tests.web.house import Home


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
