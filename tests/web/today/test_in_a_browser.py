"""Today in a real browser: nothing scrolls on the smallest phone, targets are large, taps few."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.explain import said
from steadystep.web.record.words import words_for
from tests.explain.golden import GOLDEN
from tests.web.house import until
from tests.web.today import lives
from tests.web.today.lives import STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.web.house import Home, Site

pytestmark = pytest.mark.slow

SMALLEST = {"width": 320, "height": 568}
TAP, GAP = 48, 8
# What brings a page: a load, or a swap.
SHOWN = ("document", "xhr", "fetch")

FITS = """() => {
  const page = document.documentElement;
  return [page.scrollHeight - innerHeight, page.scrollWidth - innerWidth];
}"""
TARGETS = """() => [...document.querySelectorAll('a, button, input:not([type=hidden])')]
  .filter(one => one.offsetParent && !one.classList.contains('skip'))
  .map(one => { const box = one.getBoundingClientRect();
                return [one.innerText, box.left, box.top, box.right, box.bottom]; })"""


def open_in(site: Site, language: str, path: str = "/") -> Page:
    """A page on the smallest phone, in a language."""
    early = site.home.wall().replace(hour=5)
    site.home.log.append([on.PreferenceSet("language", language)], at=early, recorded=early)
    page = site.open(path)
    page.set_viewport_size(SMALLEST)  # type: ignore[arg-type]
    return page


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("name", STATES)
def test_nothing_scrolls_and_every_target_is_large(site: Site, name: str, language: str) -> None:
    STATES[name][0](site.home)
    page = open_in(site, language)
    below, beside = page.evaluate(FITS)
    assert below <= 0
    assert beside <= 0
    assert too_small_or_close(page) == []


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize(
    "name", ["done", "after", "evening", "yesterday", "morning", "week", "fog"]
)
def test_nothing_scrolls_with_the_longest_words_there_are(
    site: Site, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    words = words_for(language)
    steps = (one.decision for one in GOLDEN if one.decision.dose is not None)
    longest = max((said(one, words) for one in steps), key=len)
    monkeypatch.setattr("steadystep.web.today.morning.sentences", lambda *_: (longest,))
    STATES[name][0](site.home)
    page = open_in(site, language)
    assert longest.split()[0] in page.inner_text("main")
    assert page.evaluate(FITS)[0] <= 0


@pytest.mark.parametrize("language", ["en", "he"])
def test_nothing_scrolls_where_something_was_wrong(site: Site, language: str) -> None:
    lives.offer(site.home)
    page = open_in(site, language)
    site.home.wall.later(days=1)
    page.click(".ask .scale button >> nth=8")
    page.wait_for_selector("main [role=alert]")
    assert page.evaluate(FITS)[0] <= 0


@pytest.mark.parametrize("name", ["done", "offer", "yesterday", "kept_moving", "long_names"])
def test_an_invented_person_says_so_and_nothing_scrolls(
    site: Site, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    STATES[name][0](site.home)
    page = open_in(site, "en")
    monkeypatch.setattr("steadystep.web.home.key.cookie_name", lambda: "steadystep")
    monkeypatch.setattr("django.conf.settings.STEADYSTEP_DEMO", True)
    page.reload()
    assert page.locator(".demo").is_visible()
    assert page.evaluate(FITS)[0] <= 0


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("path", ["/check-in/", "/check-in/?same"])
@pytest.mark.parametrize("life", [lives.morning, lives.blind])
def test_the_check_in_fits_as_well(
    site: Site, life: Callable[[Home], None], path: str, language: str
) -> None:
    life(site.home)
    page = open_in(site, language, path)
    assert page.evaluate(FITS) == [0, 0]
    assert too_small_or_close(page) == []


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("path", ["/", "/check-in/", "/check-in/?same", "/flare/", "/more/"])
def test_twice_as_large_words_need_no_sideways_scrolling(
    site: Site, path: str, language: str
) -> None:
    lives.window(site.home)
    site.home.say(on.PreferenceSet("text_size", "200"))
    page = open_in(site, language, path)
    assert page.evaluate(FITS)[1] == 0


def too_small_or_close(page: Page) -> list[str]:
    """Targets under 48 px, and pairs of them with less than 8 px between."""
    boxes = page.evaluate(TARGETS)
    wrong = [
        f"{name}: {right - left:.0f} x {bottom - top:.0f}"
        for name, left, top, right, bottom in boxes
        if right - left < TAP - 0.1 or bottom - top < TAP - 0.1
    ]
    for place, one in enumerate(boxes):
        wrong += [f"{one[0]} | {other[0]}" for other in boxes[place + 1 :] if _close(one, other)]
    return wrong


def _close(one: list[float], other: list[float]) -> bool:
    across = max(one[1], other[1]) - min(one[3], other[3])
    down = max(one[2], other[2]) - min(one[4], other[4])
    return max(across, down) < GAP - 0.1


# Taps ------------------------------------------------------------------------------------------


def tap(page: Page, *names: str) -> int:
    """Tap buttons one after the other; return how many taps it took."""
    for name in names:
        button = page.get_by_role("button", name=name, exact=True)
        link = page.get_by_role("link", name=name, exact=True)
        with page.expect_response(lambda one: one.ok and one.request.resource_type in SHOWN):
            button.or_(link).first.click()
    return len(names)


DAYS: list[tuple[Callable[[Home], None], tuple[str, ...], int, object]] = [
    (lives.morning, ("Same as yesterday", "Save"), 2, on.CheckedIn(40, 50, 30)),
    (
        lives.morning,
        ("Answer", "6 medium", "7 very tired", "2 good", "Save"),
        5,
        on.CheckedIn(60, 70, 20),
    ),
    (lives.fog, ("Worse",), 1, on.FogAnswered(1)),
    (lives.morning, ("Flare",), 1, on.FlareTold(lives.A_FLARE)),
    (lives.answered, ("Done",), 1, on.SessionTold(50)),
    (lives.offer, ("8", "Try 6"), 2, on.OfferAnswered(lives.ACCEPT)),
    (lives.offer, ("Stay at 5",), 1, on.OfferAnswered(lives.STAY)),
]


@pytest.mark.parametrize("scripts", [True, False], ids=["htmx", "no script"])
@pytest.mark.parametrize(
    ("life", "names", "taps", "event"), DAYS, ids=[" ".join(names) for _, names, _, _ in DAYS]
)
def test_a_day_takes_few_taps(  # noqa: PLR0917 - the parts of a table
    site: Site,
    life: Callable[[Home], None],
    names: tuple[str, ...],
    taps: int,
    event: object,
    scripts: bool,  # noqa: FBT001 - one of two worlds
) -> None:
    life(site.home)
    page = site.window(java_script_enabled=scripts)
    page.goto(site.address)
    assert tap(page, *names) == taps
    assert event in [one.event for one in site.home.entries()]


def test_after_a_tap_the_page_is_read_from_the_step_on(site: Site) -> None:
    lives.answered(site.home)
    page = site.open("/")
    tap(page, "Done")
    until(page, "document.activeElement.tagName === 'H1'")
    assert "5 minutes" in page.evaluate("document.activeElement.innerText")


def test_a_double_click_on_the_real_page_is_one_word(site: Site) -> None:
    lives.answered(site.home)
    page = site.open("/")
    page.get_by_role("button", name="Done", exact=True).dblclick()
    page.wait_for_selector(".told")
    assert site.home.told(on.SessionTold)[-1:] == [on.SessionTold(50)]
    assert len(site.home.told(on.SessionTold)) == 4


def test_a_usual_day_needs_no_mouse(site: Site) -> None:
    lives.morning(site.home)
    page = site.open("/")
    for name in ("Same as yesterday", "Save"):
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.innerText") == name:
                break
        page.keyboard.press("Enter")
        page.wait_for_load_state("networkidle")
    page.wait_for_selector("text=That is all for today.")
    assert len(site.home.told(on.CheckedIn)) == 4


def test_breathing_stands_still_where_motion_is_not_wanted(site: Site) -> None:
    lives.flare(site.home)
    for motion, seen in (("reduce", "count to four"), ("no-preference", "circle grows")):
        page = site.window(reduced_motion=motion)
        page.goto(f"{site.address}/flare/")
        assert page.get_by_text(seen).is_visible()
        moving = page.evaluate("document.getAnimations().length")
        assert bool(moving) == (motion == "no-preference")
