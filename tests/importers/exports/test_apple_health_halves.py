"""A large export of Apple Health is read by two processes, as one would read it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from steadystep.importers import apple_health
from steadystep.importers.apple_health import halves as apple_health_halves
from steadystep.importers.apple_health.halves import read_there, worth_two
from steadystep.importers.apple_health.parts import About, Part
from steadystep.importers.export import ExportChoices, Member
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import look_at
from steadystep.importers.reading import CannotRead, Sentence
from tests.importers.exports.apple_health_readings import FIXTURE, TODAY, export, record
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from pathlib import Path

    from steadystep.importers.export import Look

ABOUT = About("export.xml", ExportChoices(), TODAY, None)
REFUSAL = Sentence("The zip unpacks to no end.")
STAGE = "CategoryTypeIdentifierSleepAnalysis"


@dataclass(frozen=True)
class OnDisk:
    """An export that is one file on the disk."""

    path: Path

    @property
    def members(self) -> list[Member]:
        return [Member(self.path.name, self.size)]

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    def head(self, _: Member, length: int = 4096) -> bytes:
        return self.path.read_bytes()[:length]

    def open(self, _: Member) -> IO[bytes]:
        return self.path.open("rb")


class RefusedElsewhere(OnDisk):
    """An export that another process may not read."""

    def open(self, member: Member) -> IO[bytes]:
        if multiprocessing.parent_process():
            raise CannotRead(REFUSAL, "--flag")
        return super().open(member)


def dies(*_: object, **__: object) -> None:
    """What the other process does when somebody ends it."""
    os._exit(1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = [
        record(
            start=f"2024-05-{1 + each % 28:02} {each % 24:02}:00:00 +0100",
            value=str(50 + each % 90),
        )
        for each in range(600)
    ]
    nights = record(STAGE, "2024-05-30 23:00:00 +0100", "2024-05-31 07:00:00 +0100", "5", None)
    fixture = FIXTURE.read_bytes()
    inside = fixture[fixture.index(b" <Record") : fixture.index(b"</HealthData>")]
    path = tmp_path / "export.xml"
    path.write_bytes(export(inside, *rows, nights, record(value="x")))
    return path


def gathered(look: Look, *, two: bool, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, list[int]]:
    """Read it, and tell all that came of it, and the progress."""
    monkeypatch.setattr(apple_health_halves, "LARGE_BYTES", 0 if two else 1 << 60)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    told: list[int] = []
    with Gathering() as into:
        apple_health.read(look, into, choices=ExportChoices(), today=TODAY, progress=told.append)
        found = into.found()
        return (sorted(map(repr, into.rows())), into.sessions(), found), told


@pytest.mark.parametrize("zipped", [False, True])
def test_two_processes_read_what_one_reads(
    file: Path, monkeypatch: pytest.MonkeyPatch, *, zipped: bool
) -> None:
    if zipped:
        with ZipFile(file.with_suffix(".zip"), "w", ZIP_DEFLATED) as archive:
            archive.write(file, "apple_health_export/export.xml")
        file = file.with_suffix(".zip")
    with look_at([file]) as look:
        alone, told = gathered(look, two=False, monkeypatch=monkeypatch)
        both, told_by_both = gathered(look, two=True, monkeypatch=monkeypatch)
        assert both == alone
        assert sum(told_by_both) == sum(told) == look.size


def test_a_half_whose_process_dies_is_read_here(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = OnDisk(file)
    alone, _ = gathered(look, two=False, monkeypatch=monkeypatch)
    monkeypatch.setattr(apple_health_halves, "read_there", dies)
    both, told = gathered(look, two=True, monkeypatch=monkeypatch)
    assert both == alone
    assert sum(told) == look.size


def test_a_half_whose_process_cannot_start_is_read_here(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NotSent(OnDisk):
        """Cannot be sent to another process, being of a class that only this one knows."""

    alone, _ = gathered(OnDisk(file), two=False, monkeypatch=monkeypatch)
    both, _ = gathered(NotSent(file), two=True, monkeypatch=monkeypatch)
    assert both == alone


def test_what_is_refused_elsewhere_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotRead, match="unpacks to no end") as refusal:
        gathered(RefusedElsewhere(file), two=True, monkeypatch=monkeypatch)
    assert refusal.value.flag == "--flag"


@pytest.mark.parametrize("lost", ["size", "processors", "twin"])
def test_two_processes_have_to_be_worth_it(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1 if lost == "processors" else 2)
    member = Member("export.xml", 0 if lost == "size" else 1 << 30)
    with Gathering() as into:
        assert not worth_two(member, Noted() if lost == "twin" else into)
        monkeypatch.setattr(os, "cpu_count", lambda: 2)
        assert worth_two(Member("export.xml", 1 << 30), into)


class Pipe:
    """The end of a pipe that keeps what was sent."""

    def __init__(self, *, broken: bool = False) -> None:
        self.sent: list[Any] = []
        self._broken = broken

    def send(self, message: object) -> None:
        if self._broken:
            raise BrokenPipeError
        self.sent.append(message)


@pytest.fixture
def interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave this process its Ctrl-C."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)


@pytest.mark.usefixtures("interrupt")
def test_the_other_process_sends_its_progress_and_then_what_it_gathered() -> None:
    raw, pipe, noted = export(record()), Pipe(), Noted()
    look = InMemory({"export.xml": raw})
    (member,) = look.members

    read_there(pipe, look, member, part=Part(0, None), about=ABOUT, into=noted)  # type: ignore[arg-type]

    *progress, came_back = pipe.sent
    assert sum(progress) == len(raw)
    assert came_back == (noted, True)


class Refused(InMemory):
    """An export that unpacks to no end."""

    def open(self, _: Member) -> IO[bytes]:
        raise CannotRead(REFUSAL)


@pytest.mark.usefixtures("interrupt")
def test_the_other_process_sends_its_refusal() -> None:
    pipe, look = Pipe(), Refused({"export.xml": b""})
    read_there(pipe, look, look.members[0], part=Part(0, None), about=ABOUT, into=Noted())  # type: ignore[arg-type]
    assert pipe.sent == [(REFUSAL, None)]


@pytest.mark.usefixtures("interrupt")
def test_the_other_process_looks_once_more_at_what_lies_there(file: Path) -> None:
    pipe = Pipe()
    with look_at([file]) as look:
        read_there(
            pipe,  # type: ignore[arg-type]
            look.paths,
            look.members[0],
            part=Part(0, None),
            about=ABOUT,
            into=Noted(),
        )
        assert sum(pipe.sent[:-1]) == look.size


@pytest.mark.usefixtures("interrupt")
def test_the_other_process_ends_when_nobody_waits_for_it() -> None:
    pipe, look = Pipe(broken=True), InMemory({"export.xml": export(record())})
    read_there(pipe, look, look.members[0], part=Part(0, None), about=ABOUT, into=Noted())  # type: ignore[arg-type]
    assert not pipe.sent
