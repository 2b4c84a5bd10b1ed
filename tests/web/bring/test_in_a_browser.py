"""Bring my data as people meet it: a file is dropped, looked at, brought in, and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.web.bring import job
from tests.web.bring.exports import apple, zipped
from tests.web.house import barriers
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
