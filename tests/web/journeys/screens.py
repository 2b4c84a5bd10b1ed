"""The main screens, photographed: phone and desktop, light and dark, English and Hebrew.

    PYTHONPATH=src:. .venv/bin/python -m tests.web.journeys.screens [NAME ...]

writes docs/people/pictures/screens/ and the words each screen was showing then. A test compares
those words with today's pages, so that a picture of an old page is found.
"""

# ruff: noqa: E402 - Django is set up before its pages are known.

from __future__ import annotations

import hashlib
import itertools
import os
import re
import sys
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "steadystep.web.site.settings")

import django

django.setup()

import pytest

from steadystep.core.events import (
    ClinicianFirstTold,
    FlareTold,
    IllnessNamed,
    MalaiseGateTold,
    ModifiersTold,
    PageSeen,
    PreferenceSet,
    RedFlagsTold,
)
from steadystep.core.facts import FlareWord
from steadystep.core.observed import Kind, Maker, Source
from steadystep.core.observed_days import DayRow
from steadystep.core.safety import Told
from steadystep.core.safety_questions import RED_FLAGS
from steadystep.store import Brought, SqliteObserved, bring
from steadystep.web.record.door import ME
from tests.web.house import Home, Wall, a_browser, a_context, served
from tests.web.journeys.walking import move_in
from tests.web.today import lives

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parents[3] / "docs" / "people" / "pictures" / "screens"
WORDS = FOLDER / "shown.txt"
LANGUAGES = ("en", "he")
THEMES = ("light", "dark")
SIZES = {"phone": (360, 740), "desktop": (1280, 800)}


class Screen(NamedTuple):
    """One screen: what it is called, the life that leads to it, and where it is."""

    name: str
    life: Callable[[Home], None]
    path: str


def welcomed(home: Home) -> None:
    """The first two screens were read."""
    home.say(PageSeen("language"), PageSeen("what"))


def screened(home: Home) -> None:
    """All safety questions were answered no."""
    welcomed(home)
    home.say(*(RedFlagsTold(asked, Told.NO) for asked in RED_FLAGS.values()))
    home.say(IllnessNamed(Told.NO), MalaiseGateTold(Told.NO))
    home.say(ClinicianFirstTold(()), ModifiersTold(()))


def in_a_flare(home: Home) -> None:
    """A usual morning, and then a flare."""
    lives.morning(home)
    home.say(FlareTold(FlareWord.A_FLARE))


def brought(home: Home) -> None:
    """A phone and a watch told of the last days."""
    lives.morning(home)
    today = home.wall().date().toordinal()
    told = ((Maker.PHONE, "iPhone", 31_000), (Maker.WATCH, "Apple Watch", 44_000))
    rows = [
        DayRow(today - back, Kind.STEPS, Source(maker, name), tenths, made_of=40)
        for back in (1, 2, 3)
        for maker, name, tenths in told
    ]
    with SqliteObserved(home.folder) as observed:
        bring(observed, ME, Brought("key", "Apple Health", home.wall(), 0), rows)


SCREENS = (
    Screen("today", move_in, "/"),
    Screen("check-in", move_in, "/check-in/"),
    Screen("offer", lambda home: lives.offer(home, 8), "/"),
    Screen("flare", in_a_flare, "/flare/"),
    Screen("why", move_in, "/why/"),
    Screen("history", move_in, "/history/"),
    Screen("movement", move_in, "/move/slow-walk/"),
    Screen("safety", welcomed, "/safety/1/"),
    Screen("choose", screened, "/begin/movement/"),
    Screen("chapter", move_in, "/learn/13/"),
    Screen("settings", move_in, "/yours/"),
    Screen("watch", lives.watch, "/"),
    Screen("sources", brought, "/bring/sources/steps/"),
)


def take(*names: str) -> None:
    """Photograph every screen, or those that are named, and write down what it shows."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = WORDS.read_text(encoding="utf-8").splitlines() if WORDS.exists() else []
    shown = {tuple(line.split()[:2]): f"{line}\n" for line in lines}
    screens = [one for one in SCREENS if not names or one.name in names]
    with pytest.MonkeyPatch.context() as patch, served() as address:
        for browser in a_browser():
            for screen, language in itertools.product(screens, LANGUAGES):
                with TemporaryDirectory() as place:
                    home = at_home(Path(place) / "home", patch, screen, language)
                    shown[screen.name, language] = words_of(home, screen, language)
                    for theme, (size, (width, height)) in itertools.product(THEMES, SIZES.items()):
                        window = a_context(
                            browser,
                            address,
                            home.cookie,
                            viewport={"width": width, "height": height},
                            color_scheme=theme,
                        )
                        page = window.new_page()
                        page.goto(address + screen.path)
                        page.screenshot(
                            path=FOLDER / f"{screen.name}-{size}-{theme}-{language}.png"
                        )
                        window.close()
    order = itertools.product((one.name for one in SCREENS), LANGUAGES)
    WORDS.write_text("".join(shown[one] for one in order if one in shown), encoding="utf-8")


def at_home(folder: Path, patch: pytest.MonkeyPatch, screen: Screen, language: str) -> Home:
    """The home of the life that leads to a screen, in a language."""
    home = Home(folder, Wall(), patch)
    home.say(PreferenceSet("language", language))
    screen.life(home)
    return home


def words_of(home: Home, screen: Screen, language: str) -> str:
    """One line: the screen, its language, and a sum of all the words on it."""
    page = home.get(screen.path, follow=True).content.decode()
    body = re.sub(r"(?s)^.*?<body[^>]*>|<[^>]+>", " ", page)
    words = " ".join(unescape(body).split())
    return f"{screen.name} {language} {hashlib.sha256(words.encode()).hexdigest()[:16]}\n"


if __name__ == "__main__":
    take(*sys.argv[1:])
    sys.stdout.write(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.name}\n")
