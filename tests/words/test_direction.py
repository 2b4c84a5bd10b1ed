"""Hebrew as a browser lays it out: what is read left to right keeps its order in the line."""

from __future__ import annotations

from gettext import translation
from html import escape
from typing import TYPE_CHECKING

import pytest

from steadystep.charts import Words
from steadystep.charts.words import number
from steadystep.core import reasons
from steadystep.core.observations import Unit
from steadystep.explain import expert, said
from steadystep.explain.amounts import amount
from tests.explain.invented import decided
from tests.words.catalogued import MARKS
from tests.words.gathering import LOCALE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HEBREW = translation("steadystep", str(LOCALE), ["he"])
# The letters of a line in the order in which they stand on the screen, from the left.
AS_SEEN = """() => {
    const text = document.querySelector('p').firstChild;
    const letters = [];
    for (let at = 0; at < text.length; at++) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width) letters.push([box.left, text.data[at]]);
    }
    return letters.sort((one, other) => one[0] - other[0]).map(one => one[1]).join('');
}"""


def seen(browser: Browser, line: str) -> str:
    """A line of a right-to-left page, as it stands on the screen from left to right."""
    page = browser.new_page(viewport={"width": 2000, "height": 200})
    try:
        page.set_content(f'<html dir="rtl" lang="he"><p>{escape(line)}</p>')
        return MARKS.sub("", str(page.evaluate(AS_SEEN)))
    finally:
        page.close()


@pytest.mark.slow
def test_a_half_stands_behind_its_number(browser: Browser) -> None:
    dose = amount(HEBREW, Unit.MINUTES, 25)

    assert seen(browser, f"לנסות {dose}?") == "?תוקד 2½ תוסנל"


@pytest.mark.slow
def test_a_sentence_ends_at_its_left(browser: Browser) -> None:
    held = said(decided(reasons.TooSoon(5, 7)), HEBREW)

    assert seen(browser, held).startswith(".ישימח םויב")
    assert "תוקד 5 :דעצה ותוא םויה" in seen(browser, held)


@pytest.mark.slow
@pytest.mark.parametrize(("left", "right", "order"), [(5, 7, "5 < 7"), (7, 7, "7 = 7")])
def test_a_comparison_is_read_from_the_left(
    browser: Browser, left: int, right: int, order: str
) -> None:
    line = expert(decided(reasons.TooSoon(left, right)), HEBREW)

    assert order in seen(browser, line)


@pytest.mark.slow
def test_a_change_runs_the_way_the_line_is_read(browser: Browser) -> None:
    """From 5 to 6: the first stands at the right, and the arrow points away from it."""
    line = expert(decided(reasons.Ready(50, 60, 9), offered=60), HEBREW)

    assert "6 ← ׳קד 5" in seen(browser, line)


@pytest.mark.slow
def test_a_minus_keeps_its_side(browser: Browser) -> None:
    assert seen(browser, f"שינוי {number(-0.8, Words())} מאז") == "זאמ −0.8 יוניש"
