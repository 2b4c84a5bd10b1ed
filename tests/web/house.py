"""A home to test in: a log of one's own, a clock to set, a client at the door, and a browser."""

from __future__ import annotations

import importlib
import os
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.test import Client

from steadystep.store import PersonLog, SqliteLog
from steadystep.web.home.key import cookie_name
from steadystep.web.home.keys import KnownBrowsers
from steadystep.web.home.server import HomeServer
from steadystep.web.record.door import ME, fresh_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from playwright.sync_api import Browser, BrowserContext, Page

    from steadystep.core.events import Entry, Event

CHROMIUM = Path("/usr/bin/chromium")
# A window's address bar is a page too, and costs as much as ours. The last list a browser is given
# holds, so Playwright's own stands here again: what asks other hosts, or comes between two pages.
LEFT_OUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
# A Monday morning in a time zone with an offset.
A_MORNING = datetime(2026, 5, 4, 8, 30, tzinfo=timezone(timedelta(hours=3)))

E = TypeVar("E")


@dataclass
class Wall:
    """A clock on the wall. It stands still until it is set."""

    time: datetime = A_MORNING

    def __call__(self) -> datetime:
        return self.time

    def later(self, **some: float) -> None:
        """Let time pass: `later(days=1, hours=2)`."""
        self.time += timedelta(**some)


class Home:
    """One person's home.

    Attributes:
        folder: Where the log lies.
        wall: The clock; `home.wall.later(days=1)`.
        client: Django's client with the door's cookie.
        log: The log itself, beside the pages.
    """

    def __init__(self, folder: Path, wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.wall = wall
        self.log = PersonLog(SqliteLog(folder), ME)
        monkeypatch.setattr(settings, "STEADYSTEP_FOLDER", folder)
        monkeypatch.setattr(settings, "STEADYSTEP_CLOCK", wall)
        self.cookie = KnownBrowsers(folder / "browsers").welcome()
        self.client = self.a_client()

    def a_client(self, **more: Any) -> Client:  # noqa: ANN401 - whatever Django's client takes
        """Another window of the same browser."""
        client = Client(headers={"host": "127.0.0.1"}, **more)
        client.cookies[cookie_name()] = self.cookie
        return client

    def get(self, path: str, **more: Any) -> HttpResponse:  # noqa: ANN401 - the same
        """Open a page."""
        return self.client.get(path, **more)  # type: ignore[return-value]

    def post(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> HttpResponse:  # noqa: ANN401 - the same
        """Send a form with a fresh key; give `key` in the data to send one key twice."""
        return self.client.post(path, {"key": fresh_key(), **(data or {})}, **more)  # type: ignore[return-value]

    def say(self, *events: Event, at: datetime | None = None) -> None:
        """Put events in the log behind the pages' back."""
        self.log.append(events, at=at or self.wall(), recorded=self.wall())

    def entries(self) -> list[Entry]:
        """All that is in the log, as it was written."""
        return self.log.read()

    def told(self, kind: type[E]) -> list[E]:
        """The events of one kind, as they were written."""
        return [one.event for one in self.entries() if isinstance(one.event, kind)]


@dataclass
class Site:
    """A home behind a real port.

    Attributes:
        home: The home: seed it, set its clock.
        address: Such as http://127.0.0.1:40123
        page: A phone's page of 360 x 740 that holds the cookie.
        context: What the page lives in.
    """

    home: Home
    address: str
    browser: Browser
    context: BrowserContext
    page: Page

    def open(self, path: str = "/") -> Page:
        """Go to an address of ours."""
        self.page.goto(self.address + path)
        return self.page

    def window(self, **how: Any) -> Page:  # noqa: ANN401 - whatever Playwright takes
        """Another window, such as `window(viewport={"width": 1280, "height": 800})`."""
        return a_context(self.browser, self.address, self.home.cookie, **how).new_page()


@contextmanager
def served() -> Iterator[str]:
    """The pages behind a free port of this machine."""
    server = HomeServer(port=0)
    thread = threading.Thread(target=server.run, args=(get_wsgi_application(),), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


# A busy machine is no reason to fail.
WAITS_MS, ASKS_EVERY_MS = 20_000, 20
_OPEN: list[Browser] = []


def a_browser() -> Iterator[Browser]:
    """One Chromium; where there is none, its tests are skipped."""
    sync = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}")
    # One process holds one Playwright, whichever folder's tests asked for it first.
    if _OPEN:
        yield _OPEN[0]
        return
    with sync.sync_playwright() as play:
        args = ["--no-sandbox", f"--disable-features={','.join(LEFT_OUT)}"]
        chromium = play.chromium.launch(executable_path=str(CHROMIUM), args=args)
        _OPEN.append(chromium)
        yield chromium
        _OPEN.clear()
        chromium.close()


def a_site(home: Home, browser: Browser) -> Iterator[Site]:
    """A home behind a port, and a phone's page on it."""
    with served() as address:
        context = a_context(browser, address, home.cookie)
        yield Site(home, address, browser, context, context.new_page())
        for one in browser.contexts:
            one.close()


def a_context(browser: Browser, address: str, cookie: str, **how: Any) -> BrowserContext:  # noqa: ANN401 - the same
    """A window of a phone, unless it is told otherwise."""
    context = browser.new_context(**{"viewport": {"width": 360, "height": 740}, **how})
    context.add_cookies(
        [
            {
                "name": cookie_name(),
                "value": cookie,
                "url": address,
                "httpOnly": True,
                "sameSite": "Strict",
            }
        ]
    )
    context.set_default_timeout(WAITS_MS)
    return context


def until(page: Page, question: str) -> None:
    """Ask a page a question in JavaScript until the answer is yes.

    Playwright's own waiting asks again from inside the page, with an `eval` no page of ours allows.
    """
    for _ in range(WAITS_MS // ASKS_EVERY_MS):
        if page.evaluate(question):
            return
        page.wait_for_timeout(ASKS_EVERY_MS)
    pytest.fail(f"the page never said yes to {question}")


# What axe found, and nothing of the much longer list of what it found to be well.
FOUND = """rules => axe.run({
    resultTypes: ["violations"],
    ...(rules.length ? {runOnly: {type: "rule", values: rules}} : {}),
}).then(found => found.violations.flatMap(
    one => one.nodes.map(node => `${one.id}: ${node.html}`)))"""


def barriers(page: Page, *rules: str) -> list[str]:
    """What axe finds to stand in somebody's way on this page: rule, and where.

    All rules are looked at, or those that are named.
    """
    if page.evaluate("typeof axe == 'undefined'"):
        # The package says nothing of its types.
        page.evaluate(importlib.import_module("axe_playwright_python.base").AXE_SCRIPT)
    found: list[str] = page.evaluate(FOUND, list(rules))
    return found


# Playwright runs a loop of its own, in which Django would otherwise take every call for a mistake.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
