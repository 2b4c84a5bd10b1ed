"""Bring my data as people meet it: a file is dropped, looked at, brought in, and undone."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from steadystep.core import events as on
from steadystep.web.bring import job
from steadystep.web.bring.place import FOLDER
from tests.web.bring.exports import apple, zipped
from tests.web.house import ASKS_EVERY_MS, WAITS_MS, barriers
from tests.web.journeys.walking import small_taps, too_wide
from tests.web.today import lives

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.web.house import Site

pytestmark = pytest.mark.slow


def at_ease(page: Page) -> None:
    """Nothing stands in anybody's way on this page."""
    assert barriers(page) == []
    assert small_taps(page) == []
    assert not too_wide(page)


def drop(page: Page, file: Path) -> None:
    """Choose a file, and send it."""
    page.set_input_files("#files", file)
    page.click("main form .primary")


@pytest.mark.parametrize("language", ["en", "he"])
def test_a_file_is_dropped_looked_at_brought_in_and_undone(
    site: Site, tmp_path: Path, language: str
) -> None:
    lives.morning(site.home)
    site.home.say(on.PreferenceSet("language", language))
    file = tmp_path / "export.zip"
    file.write_bytes(zipped(apple(30, walk=20)))
    page = site.open("/bring/")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "he" else "ltr")
    at_ease(page)

    drop(page, file)
    page.wait_for_selector(".found")
    assert page.locator(".found tbody tr").count() == 3
    at_ease(page)

    page.click("main form .primary")
    page.wait_for_selector(".imports .card")
    at_ease(page)
    page.click("a[href='/bring/sources/']")
    page.wait_for_selector(".kinds")
    at_ease(page)
    page.click(".kinds .button")
    page.wait_for_selector(".told-days")
    at_ease(page)

    site.open("/bring/")
    page.click(".imports .button")
    page.click("main form .warm")
    page.wait_for_selector("[role=status]")
    assert page.locator(".imports").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_while_it_is_read_the_page_goes_on_by_itself(
    site: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    really_run: Callable[..., subprocess.Popen[str]],
    *,
    scripts: bool,
) -> None:
    monkeypatch.setattr(job, "run", really_run)
    monkeypatch.setattr(job, "PATIENCE_SECONDS", 0)
    site.home.say(on.PageSeen("language"))
    file = tmp_path / "export.xml"
    file.write_bytes(apple(30))
    page = site.window(java_script_enabled=scripts)
    page.goto(site.address + "/bring/")
    drop(page, file)
    page.wait_for_selector("progress")
    page.wait_for_selector(".found")


def test_by_keys_alone_and_with_two_taps_on_yes_it_is_brought_once(
    site: Site, tmp_path: Path
) -> None:
    lives.morning(site.home)
    file = tmp_path / "export.xml"
    file.write_bytes(apple(5))
    asked = set[str]()
    page = site.open("/bring/")
    page.on("request", lambda one: asked.add(urlsplit(one.url).netloc))
    page.set_input_files("#files", file)
    page.focus("#files")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('main form .primary')")
    page.keyboard.press("Enter")
    page.wait_for_selector(".found")
    assert page.evaluate("document.activeElement.tagName") == "H1"

    page.dblclick("main form .primary")
    page.wait_for_selector(".imports .card")
    assert page.locator(".imports .card").count() == 1
    assert "is brought in." in page.inner_text("[role=status]")
    assert asked == {urlsplit(site.address).netloc}


def test_two_windows_look_at_two_exports_and_the_later_one_stays(
    site: Site, tmp_path: Path
) -> None:
    lives.morning(site.home)
    first, second = site.open("/bring/"), site.window()
    second.goto(site.address + "/bring/")
    for days, page in enumerate((first, second), start=3):
        file = tmp_path / f"{days}.xml"
        file.write_bytes(apple(days))
        drop(page, file)
        page.wait_for_selector(".found")

    first.click("main form .primary")
    first.wait_for_selector("#bring")
    assert "What you looked at is closed." in first.inner_text("[role=status]")
    second.click("main form .primary")
    second.wait_for_selector(".imports .card")
    assert "4 days" in second.inner_text(".imports .card")


def test_what_is_cut_off_in_the_middle_leaves_nothing(site: Site) -> None:
    site.home.say(on.PageSeen("language"))
    page = site.open("/bring/")
    proof = page.input_value("#bring [name=csrfmiddlewaretoken]")
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in site.context.cookies())
    head = (
        "POST /bring/files/ HTTP/1.1\r\nHost: {host}\r\nCookie: {cookies}\r\n"
        "Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: 9000000\r\n\r\n"
        '--edge\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{proof}\r\n'
        '--edge\r\nContent-Disposition: form-data; name="files"; filename="a.xml"\r\n\r\n'
    )
    there = urlsplit(site.address)
    with socket.create_connection((there.hostname, there.port)) as line:
        line.sendall(head.format(host=there.netloc, cookies=cookies, proof=proof).encode())
        line.sendall(apple(3000))
        soon(lambda: bool(lying_about(site)))
    soon(lambda: not lying_about(site))


def lying_about(site: Site) -> list[Path]:
    """The copies of exports that wait beside the record."""
    return [*(site.home.folder / FOLDER).glob("*/files/*")]


def soon(question: Callable[[], bool]) -> None:
    """Ask until the answer is yes."""
    for _ in range(WAITS_MS // ASKS_EVERY_MS):
        if question():
            return
        time.sleep(ASKS_EVERY_MS / 1000)
    pytest.fail("it never came to be")
