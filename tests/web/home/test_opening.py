"""The browser is opened beside the program, where there is a screen to open it on."""

from __future__ import annotations

import sys
import threading
import webbrowser

import pytest

from steadystep.web.home.serve import open_browser

ADDRESS = "http://127.0.0.1:2248/?key=one-time"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a browser was opened on."""
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    for screen in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(screen, raising=False)
    return addresses


def opens(address: str) -> None:
    """Open it, and wait for whoever does so."""
    before = set(threading.enumerate())
    open_browser(address)
    for one in set(threading.enumerate()) - before:
        one.join()


@pytest.mark.parametrize("screen", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_screen_it_opens(
    opened: list[str], monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv(screen, ":0")

    opens(ADDRESS)

    assert opened == [ADDRESS]


def test_without_a_screen_no_browser_of_text_takes_the_terminal(
    opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")

    opens(ADDRESS)

    assert opened == []


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_always_have_a_screen(
    opened: list[str], monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)

    opens(ADDRESS)

    assert opened == [ADDRESS]
