"""What holds on every page, in both languages and both themes: nothing stands in anybody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from steadystep.core.events import PreferenceSet
from tests.web.house import barriers
from tests.web.journeys.walking import all_paths, move_in, small_taps, too_wide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.web.house import Home, Site

pytestmark = pytest.mark.slow

# Pages that no link leads to: they are asked for by the first run, or by what was said.
UNLINKED = (
    "/begin/what/",
    "/safety/1/",
    "/safety/6/",
    "/safety/7/",
    "/safety/screen/",
    "/flare/",
    "/learn/13/",
)
LEAST_PAGES = 50
FIRST_LOAD_KB, LATER_LOAD_KB = 60, 15


def every_path(home: Home) -> list[str]:
    paths = all_paths(home, "/", *UNLINKED)
    assert len(paths) >= LEAST_PAGES, paths
    return paths


def wrong_with(page: Page) -> Iterator[str]:
    """What stands in the way on the page that is open: first as it is, then at twice the size."""
    if too_wide(page):
        yield "wider than a small phone"
    yield from small_taps(page)
    page.evaluate("document.documentElement.dataset.size = '200'")
    if too_wide(page):
        yield "wider than a small phone at twice the size"
    yield from (f"light: {one}" for one in barriers(page))
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    yield from (f"dark: {one}" for one in barriers(page, "color-contrast"))


def test_where_something_stands_in_the_way_it_is_found(browser: Browser) -> None:
    """A look that never finds anything would pass every page."""
    page = browser.new_page()
    page.set_content('<h1 style="color: #ddd">Pale</h1><img src="data:,"><button></button>')

    assert {one.split(":")[0] for one in barriers(page)} >= {"image-alt", "button-name"}
    (pale,) = barriers(page, "color-contrast")
    assert pale.startswith("color-contrast: <h1")
    page.close()


@pytest.mark.parametrize("language", ["en", "he"])
def test_nothing_stands_in_the_way_on_any_page(site: Site, language: str) -> None:
    """Axe finds nothing, each tap is large enough, nothing is cut off, nobody else is asked."""
    move_in(site.home)
    site.home.say(PreferenceSet("language", language), PreferenceSet("theme", "light"))
    asked, found = set[str](), list[str]()
    site.page.on("request", lambda one: asked.add(urlsplit(one.url).netloc))
    site.page.on("console", lambda one: found.append(f"{site.page.url}: {one.text}"))
    site.page.on("pageerror", lambda one: found.append(f"{site.page.url}: {one}"))
    site.page.set_viewport_size({"width": 320, "height": 568})
    for path in every_path(site.home):
        site.open(path)
        found += [f"{path}: {one}" for one in wrong_with(site.page)]
    assert not found, "\n".join(found)
    assert asked == {urlsplit(site.address).netloc}


def test_every_page_forbids_what_is_written_into_it(home: Home) -> None:
    """The policy names our own files and nothing else; no script or style lies in a page."""
    move_in(home)
    for path in every_path(home):
        answer = home.get(path, follow=True)
        policy, page = answer.headers["Content-Security-Policy"], answer.content.decode()
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        for inline in (" style=", "<style", " onclick=", " onload=", "<script>", "javascript:"):
            assert inline not in page, f"{path} has {inline}"


def weight_kb(page: Page, address: str) -> float:
    """What came over the wire for a page, as it was sent, in kB."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[int] = []
    session.on("Network.loadingFinished", lambda one: received.append(one["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    session.detach()
    return sum(received) / 1000


def test_a_first_load_is_light_and_later_ones_are_lighter(site: Site) -> None:
    move_in(site.home)
    assert weight_kb(site.page, site.address + "/") <= FIRST_LOAD_KB
    for path in ("/", "/more/", "/check-in/", "/why/", "/yours/"):
        assert weight_kb(site.page, site.address + path) <= LATER_LOAD_KB, path
