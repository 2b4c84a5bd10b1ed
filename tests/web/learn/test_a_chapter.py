"""A chapter's page: its words, where they come from, its place, its step, and its end."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest

from steadystep.chapters import bundled
from steadystep.core import events as on
from steadystep.core.facts import Gate
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from tests.web.house import Home

NAME = bundled().name


def page(home: Home, path: str) -> str:
    answer = home.get(path)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("day", bundled().written)
def test_every_chapter_opens_in_its_language(home: Home, day: int, language: str) -> None:
    lives.morning(home)
    home.say(on.PreferenceSet("language", language))
    chapter = bundled().chapter(day, language)
    assert chapter is not None

    shown = page(home, f"/learn/{day}/")

    assert f'<h1 tabindex="-1">{chapter.title}</h1>' in shown
    assert chapter.step in shown
    assert chapter.tomorrow in shown
    assert f'lang="{language}"' in shown
    assert "[^" not in shown


def test_a_day_that_is_not_written_is_no_page(home: Home) -> None:
    assert home.get("/learn/5/").status_code == 404
    assert home.get("/learn/99/").status_code == 404


def test_a_chapter_can_be_read_before_there_is_a_plan(home: Home) -> None:
    assert "Begin" in page(home, "/learn/1/")


def test_whoever_is_ill_after_effort_reads_first_that_steps_up_are_not_for_them(home: Home) -> None:
    lives.morning(home)
    said = "Steps up, if named, are not for you."
    assert said not in page(home, "/learn/13/")

    home.say(on.GateSet(Gate.PACING_ONLY))

    assert said in page(home, "/learn/13/")


def test_each_number_leads_to_where_it_comes_from_and_back(home: Home) -> None:
    lives.morning(home)
    shown = page(home, "/learn/13/")
    numbers = re.findall(r'href="#claim-(\d+)"', shown)

    assert list(dict.fromkeys(numbers)) == [str(one + 1) for one in range(len(set(numbers)))]
    for number in set(numbers):
        assert shown.count(f'id="claim-{number}"') == 1
        assert shown.count(f'id="cited-{number}"') == 1
        assert shown.count(f'href="#cited-{number}"') == 1


def test_a_source_is_a_link_that_tells_nobody_where_it_was_tapped(home: Home) -> None:
    lives.morning(home)
    outward = re.findall(r'<a href="(https://[^"]+)"([^>]*)>', page(home, "/learn/13/"))

    assert ("https://doi.org/10.1093/pm/pnab308", ' rel="noreferrer" target="_blank"') in outward
    assert "https://pubmed.ncbi.nlm.nih.gov/37229847/" in [address for address, _ in outward]
    assert all("noreferrer" in how for _, how in outward)


def test_a_chapter_that_nobody_has_checked_says_so(home: Home) -> None:
    lives.morning(home)
    assert "No native reader has checked these words yet." in page(home, "/learn/13/")


# The place --------------------------------------------------------------------------------------


def test_the_place_is_kept_and_offered_and_nothing_scrolls_by_itself(home: Home) -> None:
    lives.morning(home)
    assert "Go on at" not in page(home, "/learn/13/")

    answer = home.post("/learn/13/left/", {"part": "5"})

    assert answer.status_code == 204
    assert home.told(on.ChapterLeft) == [on.ChapterLeft(NAME, 13, 5)]
    shown = page(home, "/learn/13/")
    place = re.search(r'<a href="#part-(\d+)">Go on at: ([^<]+)</a>', shown)
    assert place
    assert f'id="part-{place[1]}"' in shown
    assert f"<h2>{place[2]}</h2>" in shown


def test_at_its_beginning_there_is_nothing_to_go_on_at(home: Home) -> None:
    lives.morning(home)
    home.post("/learn/13/left/", {"part": "0"})
    assert "Go on at" not in page(home, "/learn/13/")


@pytest.mark.parametrize("part", ["", "-1", "99", "x", "٣"])
def test_a_place_that_is_none_is_not_written(home: Home, part: str) -> None:
    lives.morning(home)
    assert home.post("/learn/13/left/", {"part": part}).status_code == 422
    assert home.told(on.ChapterLeft) == []


def test_a_place_is_only_told_by_a_form_of_ours(home: Home) -> None:
    assert home.get("/learn/13/left/").status_code == 405
    assert home.post("/learn/13/left/", {"part": "3", "key": "x"}).status_code == 422
    strict = home.a_client(enforce_csrf_checks=True)
    assert strict.post("/learn/13/left/", {"part": "3"}).status_code == 422
    assert home.told(on.ChapterLeft) == []


# Its end ----------------------------------------------------------------------------------------


def test_read_it_is_said_once_and_leads_to_today(home: Home) -> None:
    lives.morning(home)
    window = Window(home, "/learn/4/")

    window.tap("I have read it")

    assert window.path == "/"
    assert home.told(on.ChapterRead) == [on.ChapterRead(NAME, 4)]
    home.post("/learn/4/read/")
    assert len(home.told(on.ChapterRead)) == 1
    assert "You have read this one." in page(home, "/learn/4/")


def test_keep_it_for_later_writes_nothing(home: Home) -> None:
    lives.morning(home)
    before = len(home.entries())
    Window(home, "/learn/4/").tap("Keep it for later")
    assert len(home.entries()) - before == len(home.told(on.DecisionGiven))
    assert home.told(on.ChapterRead) == []


# Today's step -----------------------------------------------------------------------------------


def test_the_step_of_today_is_done_from_the_chapter(home: Home) -> None:
    lives.morning(home)
    before = len(home.told(on.SessionTold))
    window = Window(home, "/learn/3/")
    assert "Start with a timer" in window.names

    window.tap("Done")

    assert window.path == "/"
    assert len(home.told(on.SessionTold)) == before + 1
    assert "Go to today" in Window(home, "/learn/3/").names


@pytest.mark.parametrize(
    ("day", "name", "leads"),
    [
        (1, "Check in", "/check-in/"),
        (4, "Open the page for a flare", "/flare/"),
        (14, "Write down my questions", "/more/note/"),
    ],
)
def test_a_step_leads_to_where_it_is_taken(home: Home, day: int, name: str, leads: str) -> None:
    lives.morning(home)
    assert Window(home, f"/learn/{day}/").button(name).href == leads


def test_a_chapter_whose_step_is_breathing_opens_a_movement(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    lives.morning(home)
    programme = bundled()
    for name, leads in (("breathe", "/move/open-arms/"), ("whatever", "/")):
        other = {key: replace(one, opens=name) for key, one in programme.chapters.items()}
        monkeypatch.setattr(
            "steadystep.web.learn.programme.bundled",
            lambda other=other: replace(programme, chapters=other),
        )
        assert leads in [one.href for one in Window(home, "/learn/4/").read.buttons]


def test_behind_a_red_flag_no_step_is_offered_in_a_chapter(home: Home) -> None:
    lives.red_flag(home)
    names = Window(home, "/learn/3/").names
    assert "Done" not in names
    assert "Start with a timer" not in names


def test_a_chapter_comes_as_a_sheet_of_paper(home: Home) -> None:
    lives.morning(home)
    home.say(on.PreferenceSet("language", "he"))
    assert 'href="/learn/13/paper/"' in page(home, "/learn/13/")

    answer = home.get("/learn/13/paper/")

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert "steadystep-day-13-he.pdf" in answer.headers["Content-Disposition"]
