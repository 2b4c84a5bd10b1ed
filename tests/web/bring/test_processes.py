"""The processes that read and keep, as they really are."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any

import pytest

from steadystep.web.bring import job
from steadystep.web.bring.place import Place
from steadystep.web.record.door import ME
from tests.web.bring.exports import apple, zipped
from tests.web.bring.walking import (
    NOTHING_YET,
    brought,
    left_behind,
    send,
    tap,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.web.house import Home


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
