"""`steadystep serve`: what it prints, where it answers, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from steadystep.web.home.server import HomeServer

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[3] / "src"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?key=[\w-]{40,}\n")
# On a quiet machine it is a tenth of a second and one second; this is for a busy one.
PATIENCE_SECONDS = 30

pytestmark = pytest.mark.slow


@contextmanager
def serving(
    folder: Path, *words: str, by: str = "steadystep.web"
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the pages on a log of their own; hand over the program and its first line."""
    program = subprocess.Popen(
        [sys.executable, "-u", "-m", *by.split(), "--no-browser", *words],
        env={**os.environ, "PYTHONPATH": str(SOURCE), "STEADYSTEP_HOME": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    try:
        yield program, program.stdout.readline()
    finally:
        program.kill()
        program.communicate()


def ended(program: subprocess.Popen[str], by: signal.Signals) -> tuple[int, str, str]:
    """End the program as a person or the machine would; its exit and all it said."""
    program.send_signal(by)
    out, err = program.communicate(timeout=PATIENCE_SECONDS)
    return program.returncode, out, err


def yours(first: str) -> str:
    """The address of a page that is always there, key included."""
    return first.strip().replace("/?", "/yours/?")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
    return port


def test_the_first_line_is_the_address_and_it_opens(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", "0") as (_program, first):
        assert ADDRESS.fullmatch(first)

        with build_opener(HTTPCookieProcessor(CookieJar())).open(yours(first)) as answer:
            assert answer.status == 200
            assert "key=" not in answer.url


def test_what_a_crash_left_of_an_export_is_deleted_at_the_start(tmp_path: Path) -> None:
    left = tmp_path / "bringing" / "left" / "files" / "export.xml"
    left.parent.mkdir(parents=True)
    left.write_text("<HealthData>")
    with serving(tmp_path, "--port", "0") as (_program, first):
        build_opener(HTTPCookieProcessor(CookieJar())).open(yours(first), timeout=PATIENCE_SECONDS)
    assert not (tmp_path / "bringing").exists()


def test_the_address_is_there_before_django_is(tmp_path: Path) -> None:
    started = time.monotonic()
    with serving(tmp_path, "--port", "0"):
        assert time.monotonic() - started < 3


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_a_word_and_no_traceback(tmp_path: Path, by: signal.Signals) -> None:
    with serving(tmp_path, "--port", "0") as (program, first):
        build_opener(HTTPCookieProcessor(CookieJar())).open(yours(first)).close()
        code, out, err = ended(program, by)

    assert code == 0
    assert "Your record stays on this machine." in out
    assert err == ""


def test_it_ends_as_well_before_the_pages_are_ready(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", "0") as (program, _first):
        code, _out, err = ended(program, signal.SIGINT)

    assert (code, err) == (0, "")


def test_a_chosen_port_is_taken_at_its_word(tmp_path: Path) -> None:
    port = free_port()

    with serving(tmp_path, "--port", str(port)) as (_program, first):
        assert f":{port}/" in first


def test_a_chosen_port_that_is_taken_is_told_in_plain_words(tmp_path: Path) -> None:
    with (
        HomeServer(0) as other,
        serving(tmp_path, "--port", str(other.server_port)) as (program, _),
    ):
        _out, err = program.communicate(timeout=PATIENCE_SECONDS)

    assert program.returncode == 1
    assert err == f"Port {other.server_port} is taken. Name another, or leave it out.\n"


def test_without_a_chosen_port_two_can_run_side_by_side(tmp_path: Path) -> None:
    with (
        serving(tmp_path / "one") as (_, first),
        serving(tmp_path / "two") as (_, second),
    ):
        assert first.split("/?")[0] != second.split("/?")[0]


def test_it_answers_on_the_loopback_address_alone(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", "0") as (_program, first):
        port = int(first.split(":")[2].split("/")[0])
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward:
            outward.connect(("192.0.2.1", 9))
            own_name_outside = outward.getsockname()[0]

        if own_name_outside.startswith("127."):
            pytest.skip("this machine has no address but its own")
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((own_name_outside, port), timeout=5)


def test_the_demo_lives_in_a_throw_away_folder_and_says_so_on_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, scratch = tmp_path / "mine", tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    with serving(mine, "--demo", "--port", "0") as (program, first):
        opener = build_opener(HTTPCookieProcessor(CookieJar()))
        with opener.open(yours(first)) as page:
            shown = page.read().decode()
        assert list(scratch.glob("steadystep-demo-*"))
        _code, out, _err = ended(program, signal.SIGTERM)

    assert "The invented person is gone." in out
    assert "Invented person" in shown
    assert "Pace" in shown
    assert not list(scratch.glob("steadystep-demo-*"))
    assert not mine.exists()


def test_a_bookmark_works_after_a_restart(tmp_path: Path) -> None:
    jar = CookieJar()
    port = free_port()
    with serving(tmp_path, "--port", str(port)) as (program, first):
        build_opener(HTTPCookieProcessor(jar)).open(yours(first)).close()
        ended(program, signal.SIGINT)

    with (
        serving(tmp_path, "--port", str(port)),
        build_opener(HTTPCookieProcessor(jar)).open(f"http://127.0.0.1:{port}/yours/") as page,
    ):
        assert page.status == 200


def test_yesterdays_key_opens_nothing_today(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, "--port", str(port)) as (program, old):
        ended(program, signal.SIGINT)

    with (
        serving(tmp_path, "--port", str(port)),
        pytest.raises(HTTPError, match="403"),
    ):
        build_opener().open(old.strip())


def test_the_terminal_keeps_no_list_of_what_was_read(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", "0") as (program, first):
        build_opener(HTTPCookieProcessor(CookieJar())).open(yours(first)).close()
        with pytest.raises(HTTPError, match="403"):
            build_opener().open(first.replace("/?", "/nothing/?").strip() + "wrong")
        _code, out, err = ended(program, signal.SIGINT)

    assert "yours" not in out + err
    assert "nothing" not in out + err


def test_the_verb_in_the_terminal_starts_the_same_program(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", str(free_port()), by="steadystep serve") as (program, first):
        assert ADDRESS.fullmatch(first)
        code, _out, err = ended(program, signal.SIGINT)

    assert (code, err) == (0, "")
