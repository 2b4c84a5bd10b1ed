"""How quick Today is while an export is copied, read and brought in, beside how quick it is idle.

    PYTHONPATH=src python -m benchmarks.while_importing [megabytes]

A home is served as by `steadystep serve`, with the record of an invented person. One program asks
for Today again and again, as a person would who goes on while the export is read; the export is an
invented one of Apple Health, sent as a browser sends it. Milliseconds from asking to the last byte.
"""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Self

from benchmarks.apple_health_invented import invent
from steadystep.explain import ENGLISH
from steadystep.store import PersonLog, SqliteLog
from steadystep.web.home.keys import KnownBrowsers
from steadystep.web.home.life import twelve_weeks

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE = 1024 * 1024
DEFAULT_MEGABYTES = 160
IDLE_PAGES, AFTER_PAGES = 300, 100
PORT = 22_480
# Somebody who looks again and again: more often than anybody does.
PAUSE_SECONDS = 0.02
MOST_TIMES_IDLE = 3.0
BOUNDARY = "steadystep-benchmark"


@dataclass
class Browser:
    """A browser that is let in, and one connection for each page, as at home."""

    cookie: str
    csrf: str = ""

    def get(self, path: str) -> tuple[int, str, str]:
        """Ask for a page: its status, where it leads, and what stands on it."""
        return self._ask("GET", path)

    def post(self, path: str, body: bytes, kind: str) -> tuple[int, str, str]:
        """Send a form."""
        return self._ask("POST", path, body, kind)

    def form(self, path: str) -> dict[str, str]:
        """The hidden fields of the first form of ours on a page."""
        _, _, page = self.get(path)
        names = ("csrfmiddlewaretoken", "key")
        return {one: re.findall(rf'name="{one}" value="([^"]+)"', page)[0] for one in names}

    def upload(self, file: Path, fields: dict[str, str]) -> str:
        """Send a file piece by piece; where the answer leads."""
        part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
        head = "".join(part % (name, "") + f"{value}\r\n" for name, value in fields.items())
        head += part % ("files", f'; filename="{file.name}"\r\nContent-Type: text/xml')
        tail = f"\r\n{part % ('whole', '')}yes\r\n--{BOUNDARY}--\r\n"
        size = len(head) + file.stat().st_size + len(tail)
        line = http.client.HTTPConnection("127.0.0.1", PORT)
        line.putrequest("POST", "/bring/files/")
        for name, value in self._headers(f"multipart/form-data; boundary={BOUNDARY}").items():
            line.putheader(name, value)
        line.putheader("Content-Length", str(size))
        line.endheaders()
        line.send(head.encode())
        with file.open("rb") as pieces:
            line.send(pieces)
        line.send(tail.encode())
        answer = line.getresponse()
        answer.read()
        return answer.getheader("Location") or f"it was answered {answer.status}"

    def _headers(self, kind: str = "") -> dict[str, str]:
        cookies = f"steadystep={self.cookie}; steadystep-form={self.csrf}"
        return {"Cookie": cookies, **({"Content-Type": kind} if kind else {})}

    def _ask(self, how: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, str, str]:
        line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        line.request(how, path, body or None, self._headers(kind))
        answer = line.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            if cookie.startswith("steadystep-form="):
                self.csrf = cookie.split("=", 1)[1].split(";")[0]
        page = answer.read().decode()
        return answer.status, answer.getheader("Location") or "", page


class Watch:
    """Asks for Today again and again, and notes how long each took, by what was going on."""

    def __init__(self, browser: Browser) -> None:
        self.going_on = "idle"
        self.took: dict[str, list[float]] = {}
        self._browser = browser
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.is_set():
            what, began = self.going_on, time.perf_counter()
            status, _, _ = self._browser.get("/")
            assert status == 200, status  # noqa: PLR2004, S101 - a benchmark of pages that are there
            self.took.setdefault(what, []).append((time.perf_counter() - began) * 1000)
            time.sleep(PAUSE_SECONDS)


def main() -> None:
    """Measure, and say whether Today stays quick."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_MEGABYTES
    with tempfile.TemporaryDirectory() as place:
        home, file = Path(place) / "home", Path(place) / "export.xml"
        invent(file, megabytes * MEGABYTE)
        now = datetime.now().astimezone()
        PersonLog(SqliteLog(home), "me").append(twelve_weeks(now, ENGLISH, "en"))
        browser = Browser(KnownBrowsers(home / "browsers").welcome())
        with served(home), Watch(Browser(browser.cookie)) as watch:
            while len(watch.took.get("idle", ())) < IDLE_PAGES:
                time.sleep(0.1)
            seconds = bring(browser, watch, file)
    told(watch.took, seconds, megabytes)


def bring(browser: Browser, watch: Watch, file: Path) -> dict[str, float]:
    """Bring the export in, as a browser does; how long each part took."""
    seconds: dict[str, float] = {}
    with timed("copied", watch, seconds):
        where = browser.upload(file, browser.form("/bring/"))
    with timed("read", watch, seconds):
        while "<progress" in browser.get(where)[2]:
            time.sleep(1)
    with timed("brought in", watch, seconds):
        fields = browser.form(where)
        body = "&".join(f"{name}={value}" for name, value in fields.items())
        browser.post(f"{where}in/", body.encode(), "application/x-www-form-urlencoded")
        while "<progress" in browser.get(where)[2]:
            time.sleep(1)
    watch.going_on = "after"
    while len(watch.took.get("after", ())) < AFTER_PAGES:
        time.sleep(0.1)
    return seconds


@contextmanager
def timed(what: str, watch: Watch, seconds: dict[str, float]) -> Iterator[None]:
    """What is going on, and how long it took."""
    watch.going_on, began = what, time.perf_counter()
    yield
    seconds[what] = time.perf_counter() - began


@contextmanager
def served(home: Path) -> Iterator[None]:
    """The pages, as anybody starts them."""
    command = [sys.executable, "-m", "steadystep", "serve", "--no-browser", "--port", str(PORT)]
    environment = {**os.environ, "STEADYSTEP_HOME": str(home)}
    with subprocess.Popen(  # noqa: S603 - our own program
        command, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None  # noqa: S101 - it is a pipe
        server.stdout.readline()
        try:
            yield
        finally:
            server.terminate()


def told(took: dict[str, list[float]], seconds: dict[str, float], megabytes: int) -> None:
    """Print what was measured."""
    at_rest = p99(took["idle"])
    sys.stdout.write(f"{megabytes} MB of Apple Health, {os.cpu_count()} processors\n")
    for what, all_of in took.items():
        ordered = sorted(all_of)
        spent = f"{seconds[what]:6.1f} s" if what in seconds else "        "
        sys.stdout.write(
            f"{what:10} {spent} {len(all_of):5} pages, median {ordered[len(all_of) // 2]:6.1f} ms,"
            f" p99 {p99(all_of):6.1f} ms, {p99(all_of) / at_rest:4.1f} x idle,"
            f" slowest {ordered[-1]:6.1f} ms\n"
        )
    during = [one for what in seconds for one in took.get(what, ())]
    ratio = p99(during) / at_rest
    verdict = "within" if ratio <= MOST_TIMES_IDLE else "beyond"
    sys.stdout.write(f"p99 of all of it: {ratio:.1f} x idle, {verdict} {MOST_TIMES_IDLE:.0f}\n")


def p99(values: list[float]) -> float:
    """What 99 of 100 pages stay below."""
    return quantiles(values, n=100, method="inclusive")[98] if len(values) > 1 else values[0]


if __name__ == "__main__":
    main()
