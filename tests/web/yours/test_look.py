"""How pages look is chosen on a page for each thing, and seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core.events import PreferenceSet
from steadystep.web.record.preferences import CHOICES
from steadystep.web.yours.look import LOOKS

if TYPE_CHECKING:
    from tests.web.house import Home

EVERY_CHOICE = [(word, name, value) for word, name in LOOKS.items() for value in CHOICES[name]]
BAD = ["", "x" * 10_000, "-1", "999999999999", "<script>alert(1)</script>", "\u202e100", "None"]


@pytest.mark.parametrize(("word", "name", "value"), EVERY_CHOICE)
def test_each_choice_is_kept_and_stands_ticked_on_its_page(
    home: Home, word: str, name: str, value: str
) -> None:
    answer = home.post(f"/yours/look/{word}/", {"value": value})

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/yours/look/{word}/")
    assert home.told(PreferenceSet) == [PreferenceSet(name, value)]
    page = home.get(f"/yours/look/{word}/").content.decode()
    assert page.count('aria-current="true"') == 1
    assert f'value="{value}"' in page.split('aria-current="true"', maxsplit=1)[0].rsplit("<", 1)[1]


@pytest.mark.parametrize("value", BAD)
@pytest.mark.parametrize("word", LOOKS)
def test_what_is_not_on_the_list_is_not_kept(home: Home, word: str, value: str) -> None:
    answer = home.post(f"/yours/look/{word}/", {"value": value})

    assert answer.status_code == 422
    assert "Nothing was saved" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert home.entries() == []


def test_a_setting_that_is_not_there_is_no_page(home: Home) -> None:
    assert home.get("/yours/look/colour-of-the-sky/").status_code == 404


def test_the_page_speaks_the_new_language_at_once(home: Home) -> None:
    home.post("/yours/look/language/", {"value": "he"})

    page = home.get("/yours/look/language/").content.decode()

    assert '<html lang="he" dir="rtl"' in page
    assert '<b lang="en">English</b>' in page


def test_a_language_of_the_browser_holds_until_one_is_chosen(home: Home) -> None:
    asked = {"accept-language": "fr, he;q=0.8, en;q=0.5"}

    assert '<html lang="he"' in home.get("/yours/", headers=asked).content.decode()

    home.say(PreferenceSet("language", "en"))

    assert '<html lang="en"' in home.get("/yours/", headers=asked).content.decode()


@pytest.mark.parametrize("asked", ["", "*", "xx", "en;q=", ",,,", "he" * 5_000, "\x00", "../../he"])
def test_a_browser_that_asks_oddly_gets_a_language_all_the_same(home: Home, asked: str) -> None:
    assert home.get("/yours/", headers={"accept-language": asked}).status_code == 200


def test_a_value_of_another_version_counts_for_nothing(home: Home) -> None:
    home.say(PreferenceSet("theme", "sepia"), PreferenceSet("smell", "roses"))

    assert 'data-theme="auto"' in home.get("/yours/").content.decode()


def test_a_clock_that_is_put_back_takes_no_choice_back(home: Home) -> None:
    home.post("/yours/look/theme/", {"value": "dark"})
    home.wall.later(hours=-2)

    home.post("/yours/look/theme/", {"value": "light"})

    assert 'data-theme="light"' in home.get("/yours/").content.decode()


def test_a_form_sent_twice_is_said_once(home: Home) -> None:
    key = "6f9619ff-8b86-d011-b42d-00c04fc964ff"

    home.post("/yours/look/theme/", {"value": "dark", "key": key})
    home.post("/yours/look/theme/", {"value": "dark", "key": key})

    assert len(home.entries()) == 1


@pytest.mark.parametrize("key", ["", "1", "not-a-key", "x" * 10_000, "6f9619ff-8b86-d011-b42d"])
def test_a_form_without_a_key_of_ours_says_nothing(home: Home, key: str) -> None:
    answer = home.post("/yours/look/theme/", {"value": "dark", "key": key})

    assert answer.status_code == 422
    assert "open for a long time" in answer.content.decode()
    assert home.entries() == []


def test_a_form_without_its_token_says_nothing(home: Home) -> None:
    strict = home.a_client(enforce_csrf_checks=True)

    answer = strict.post("/yours/look/theme/", {"value": "dark", "key": "0" * 32})

    assert answer.status_code == 422
    assert home.entries() == []
