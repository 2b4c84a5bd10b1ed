"""The person's own data: a copy to keep, and everything forgotten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from steadystep.core.events import CheckedIn, NoteWritten

if TYPE_CHECKING:
    from tests.web.house import Home


def test_a_copy_is_a_file_with_one_entry_on_each_line(home: Home) -> None:
    home.say(CheckedIn(pain=40), NoteWritten("שלום <b>"))

    answer = home.get("/yours/data/copy/")

    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="steadystep-2026-05-04.jsonl"'
    )
    first, *lines = answer.content.decode().splitlines()
    assert json.loads(first)["steadystep"] == "log"
    assert [json.loads(one)["kind"] for one in lines] == ["checked_in", "note_written"]
    assert "שלום <b>" in lines[1]


def test_the_page_says_how_much_there_is_and_where(home: Home) -> None:
    home.say(CheckedIn(pain=40))

    page = home.get("/yours/data/").content.decode()

    assert "1 entry" in page
    assert str(home.folder) in page


@pytest.mark.parametrize("sure", ["", "no", "YES", "1"])
def test_nothing_is_deleted_until_the_box_is_ticked(home: Home, sure: str) -> None:
    home.say(CheckedIn(pain=40))

    answer = home.post("/yours/data/forget/", {"sure": sure})

    assert answer.status_code == 422
    assert "Nothing was deleted" in answer.content.decode()
    assert len(home.entries()) == 1


def test_everything_is_deleted_and_looked_for_once_more(home: Home) -> None:
    home.say(CheckedIn(pain=40), NoteWritten("a secret"))

    answer = home.post("/yours/data/forget/", {"sure": "yes"})

    assert answer.status_code == 200
    assert "0 entries are left" in answer.content.decode()
    assert home.entries() == []
    assert not any(
        b"a secret" in one.read_bytes() for one in home.folder.rglob("*") if one.is_file()
    )


def test_opening_the_page_deletes_nothing(home: Home) -> None:
    home.say(CheckedIn(pain=40))

    home.get("/yours/data/forget/", data={"sure": "yes"})

    assert len(home.entries()) == 1


def test_the_page_about_says_what_it_is_not(home: Home) -> None:
    page = home.get("/yours/about/").content.decode()

    assert "no doctor" in page
    assert "Apache License 2.0" in page
