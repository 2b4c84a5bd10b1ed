"""Exports that wait beside the record are counted, and forgotten with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.store.waiting import WAITING, forget_waiting, waiting

if TYPE_CHECKING:
    from pathlib import Path


def test_where_nothing_waits_there_is_nothing_to_forget(tmp_path: Path) -> None:
    assert waiting(tmp_path / "never made") == 0

    forget_waiting(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_each_folder_is_an_export_and_all_of_them_are_forgotten(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / WAITING / name / "files").mkdir(parents=True)
        (tmp_path / WAITING / name / "files" / "export.zip").write_bytes(b"PK")
    (tmp_path / "record.sqlite3").write_bytes(b"kept")
    assert waiting(tmp_path) == 2

    forget_waiting(tmp_path)

    assert waiting(tmp_path) == 0
    assert [one.name for one in tmp_path.iterdir()] == ["record.sqlite3"]
