"""The frame that every page stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from steadystep.core.events import PreferenceSet

if TYPE_CHECKING:
    from tests.web.house import Home, Site


def test_a_page_of_ours_opens(home: Home) -> None:
    answer = home.get("/yours/")

    assert answer.status_code == 200
    assert "Settings" in answer.content.decode()


def test_a_page_speaks_the_language_that_was_chosen(home: Home) -> None:
    home.say(PreferenceSet("language", "he"))

    page = home.get("/yours/").content.decode()

    assert '<html lang="he" dir="rtl"' in page


def test_a_page_names_size_theme_and_contrast_where_the_style_finds_them(home: Home) -> None:
    home.say(
        PreferenceSet("text_size", "150"),
        PreferenceSet("theme", "dark"),
        PreferenceSet("contrast", "more"),
    )

    page = home.get("/yours/").content.decode()

    assert 'data-theme="dark" data-size="150" data-contrast="more"' in page


def test_a_policy_lets_no_inline_script_style_or_other_host_in(home: Home) -> None:
    policy = home.get("/yours/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_every_file_of_a_page_is_there_and_kept_for_a_year(home: Home) -> None:
    page = home.get("/yours/").content.decode()
    files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)

    assert len(files) == 4
    for file in files:
        answer = home.get(file)
        assert answer.status_code == 200, file
        assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.slow
def test_a_browser_finds_nothing_to_complain_about(site: Site) -> None:
    complaints: list[str] = []
    site.page.on("console", lambda said: complaints.append(said.text))

    site.open("/yours/")

    assert site.page.locator("h1").inner_text() == "Settings"
    assert complaints == []
