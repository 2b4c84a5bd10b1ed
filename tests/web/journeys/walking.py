"""Walking through all pages as a browser does: every link that leads somewhere of ours, once."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from steadystep.explain import ENGLISH
from steadystep.web.home.life import twelve_weeks

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.web.house import Home

# Of pages that are there once for each day, or each movement, a few stand for all.
EACH = re.compile(r"\d{4}-\d{2}-\d{2}|(?<=/move/)[a-z0-9-]+|(?<=/learn/)\d+")
OF_EACH = 2
# A file to keep is no page.
FILES = re.compile(r"\.(?:jsonl|csv|svg|png|pdf)$|/copy/|/export/|/download/|/paper/")
LINK = re.compile(r'<a\b[^>]*?\bhref="(/[^"?#]*)')
# The tallest tap a thumb needs, CSS pixels. Source: journey §5.
TAP = 48


# A link inside a sentence is as large as its words, as everywhere (WCAG 2.2, 2.5.8).
SMALL = """() => [...document.querySelectorAll(
    'a[href], button, select, summary, input:not([type=hidden], [type=radio], [type=checkbox])')]
  .filter(one => one.checkVisibility() && !one.matches('.seen-by-reader, .skip'))
  .filter(one => !(one.closest('p, li') && getComputedStyle(one).display == 'inline'))
  .map(one => ({name: one.outerHTML.slice(0, 90), box: one.getBoundingClientRect()}))
  .map(one => ({name: one.name, width: one.box.width, height: one.box.height}))"""


def move_in(home: Home) -> None:
    """The invented person's twelve weeks, told in English."""
    home.log.append(twelve_weeks(home.wall(), ENGLISH, "en"))


def all_paths(home: Home, *first: str) -> list[str]:
    """Every page that can be reached by links, a few of each kind that there are many of."""
    waiting, known, kinds = list(first or ("/",)), list[str](), dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        kind = EACH.sub("*", path)
        if path in known or kinds.get(kind, 0) >= (OF_EACH if "*" in kind else 1):
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = home.get(path, follow=True)
        assert answer.status_code == HTTPStatus.OK, path
        known.append(path)
        waiting += links_in(answer.content.decode())
    return known


def links_in(page: str) -> list[str]:
    """Where the page's links lead on this site."""
    return [one for one in LINK.findall(page) if not FILES.search(one)]


def small_taps(page: Page) -> list[str]:
    """Buttons and links that are smaller than a thumb. Links inside a sentence may be."""
    found: list[dict[str, Any]] = page.evaluate(SMALL)
    return [
        f"{one['name']} is {one['width']:.0f} x {one['height']:.0f}"
        for one in found
        if min(one["width"], one["height"]) < TAP - 0.5
    ]


def too_wide(page: Page) -> bool:
    """Does the page have to be moved sideways?"""
    wide: bool = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return wide
