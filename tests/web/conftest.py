"""What every test of the pages stands on: Django's settings, a home of one's own, and a browser."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "steadystep.web.site.settings")

import django

django.setup()

from tests.web.house import Home, Site, Wall, a_browser, a_site  # noqa: E402 - after Django is set up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """One person's home: an empty log, a clock to set, and a client that holds the door's key."""
    return Home(tmp_path / "home", Wall(), monkeypatch)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a run."""
    yield from a_browser()


@pytest.fixture
def site(home: Home, browser: Browser) -> Iterator[Site]:
    """The same home behind a real port, with a page open on it."""
    yield from a_site(home, browser)
