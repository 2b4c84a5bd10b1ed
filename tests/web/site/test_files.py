"""Styles and scripts: stamped, packed, and found nowhere but under their stamp."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from django.templatetags.static import static

from steadystep.web.site.files import Stamped

if TYPE_CHECKING:
    from tests.web.house import Home

STYLE = "site/site.css"
PACKED = {"accept-encoding": "gzip, br"}
# What the design may weigh, packed (the style) and the small script beside htmx.
MOST_STYLE_BYTES = 10_000
MOST_SCRIPT_BYTES = 4_000


def test_the_address_carries_a_stamp_of_the_content() -> None:
    assert re.fullmatch(r"/static/site/site\.[0-9a-f]{10}\.css", static(STYLE))


def test_a_file_is_sent_as_what_it_is_and_kept_for_a_year(home: Home) -> None:
    answer = home.get(static(STYLE))

    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_whoever_takes_packed_files_gets_them_packed(home: Home) -> None:
    plain = home.get(static(STYLE))
    packed = home.get(static(STYLE), headers=PACKED)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.content) == plain.content


@pytest.mark.parametrize(
    ("name", "most"),
    [(STYLE, MOST_STYLE_BYTES), ("site/site.js", MOST_SCRIPT_BYTES)],
)
def test_the_design_stays_light(home: Home, name: str, most: int) -> None:
    assert len(home.get(static(name), headers=PACKED).content) < most


def test_a_small_file_is_not_packed(home: Home) -> None:
    answer = home.get(static("django_htmx/django-htmx.js"), headers={"accept-encoding": "identity"})

    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/static/site/site.css",
        "/static/site/site.0000000000.css",
        "/static/site/",
        "/static/",
        "/static/site",
        "/static/../settings.py",
        "/static/site/../../settings.0000000000.py",
        "/static/%2e%2e/%2e%2e/settings.py",
        "/static//etc/passwd",
        "/static/site/site.css.",
        "/static/.",
        "/static/..",
        "/static/...",
        "/static/%00",
        "/static/" + "x" * 5_000,
    ],
)
def test_nothing_else_is_found(home: Home, path: str) -> None:
    assert home.get(path).status_code in {400, 404}


def test_a_file_that_nobody_wrote_stops_the_page_that_names_it() -> None:
    with pytest.raises(FileNotFoundError, match="site/nothing"):
        Stamped().url("site/nothing.css")


def test_what_is_written_to_is_not_found_among_the_files(home: Home) -> None:
    assert home.post(static(STYLE)).status_code == 405
