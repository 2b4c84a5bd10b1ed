"""Who gets in: the person with the key, and nobody else on the machine or behind a page."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client

from steadystep.web.home.key import cookie_name
from steadystep.web.home.keys import Keys, KnownBrowsers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.house import Home, Site


def a_stranger() -> Client:
    """Another user of the machine: the same address, and no cookie."""
    return Client(headers={"host": "127.0.0.1"})


def test_a_stranger_sees_a_closed_door_and_where_the_key_is(home: Home) -> None:
    del home

    answer = a_stranger().get("/yours/")

    assert answer.status_code == 403
    assert "terminal" in answer.content.decode()


def test_the_closed_door_speaks_the_language_of_the_browser(home: Home) -> None:
    del home

    answer = a_stranger().get("/yours/", headers={"accept-language": "he,en;q=0.5"})

    assert '<html lang="he" dir="rtl"' in answer.content.decode()


def test_the_closed_door_shows_nothing_of_how_the_person_likes_their_pages(home: Home) -> None:
    from steadystep.core.events import PreferenceSet  # noqa: PLC0415 - one test alone

    home.say(PreferenceSet("theme", "dark"))

    assert 'data-theme="auto"' in a_stranger().get("/").content.decode()


@pytest.mark.parametrize("path", ["/", "/yours/", "/yours/data/", "/nothing-here/"])
@pytest.mark.parametrize("method", ["get", "post", "head", "put", "delete", "options"])
def test_no_page_and_no_way_of_asking_opens_without_the_key(
    home: Home, path: str, method: str
) -> None:
    del home

    assert getattr(a_stranger(), method)(path).status_code == 403


def test_the_printed_key_is_exchanged_for_a_cookie_and_leaves_the_address(home: Home) -> None:
    del home
    stranger = a_stranger()

    answer = stranger.get("/", {"key": settings.STEADYSTEP_KEYS.printed})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    cookie = answer.cookies[cookie_name()]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert stranger.get("/yours/").status_code == 200


def test_the_key_handed_to_a_browser_opens_once(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    del home
    keys = Keys()
    monkeypatch.setattr(settings, "STEADYSTEP_KEYS", keys)
    seen = {"key": keys.handed_over}

    assert a_stranger().get("/", seen).status_code == 302
    assert a_stranger().get("/", seen).status_code == 403


@pytest.mark.parametrize("key", ["", "wrong", "ключ", "\u202e", "a" * 5_000])
def test_a_wrong_key_opens_nothing(home: Home, key: str) -> None:
    del home

    assert a_stranger().get("/", {"key": key}).status_code == 403


@pytest.mark.parametrize("cookie", ["", "wrong", "a" * 4_000, "\xe9"])
def test_a_wrong_cookie_opens_nothing(home: Home, cookie: str) -> None:
    del home
    stranger = a_stranger()
    stranger.cookies[cookie_name()] = cookie

    assert stranger.get("/").status_code == 403


def test_a_known_browser_gets_in_after_a_restart_with_other_keys(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "STEADYSTEP_KEYS", Keys())

    assert home.get("/yours/").status_code == 200


def test_an_old_address_in_a_known_browser_leads_on(home: Home) -> None:
    answer = home.get("/yours/?key=of-last-week")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/yours/")


def test_the_cookie_of_the_invented_person_leaves_the_real_one_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = cookie_name()
    monkeypatch.setattr(settings, "STEADYSTEP_DEMO", True)

    assert cookie_name() != real


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.20", "localhost.evil.example"]
)
def test_a_name_that_is_not_this_machines_is_refused_even_with_the_cookie(
    home: Home, host: str
) -> None:
    """A page elsewhere may let its own name point here; the browser then says that name."""
    answer = home.get("/yours/", headers={"host": host})

    assert answer.status_code == 400
    assert "Settings" not in answer.content.decode()


@pytest.mark.parametrize("host", ["127.0.0.1:2248", "localhost:2248", "[::1]:2248"])
def test_the_machines_own_names_are_heard(home: Home, host: str) -> None:
    assert home.get("/yours/", headers={"host": host}).status_code == 200


def test_what_is_kept_is_for_the_owner_alone_and_opens_nothing_itself(tmp_path: Path) -> None:
    place = tmp_path / "new" / "browsers"
    cookie = KnownBrowsers(place).welcome()

    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert cookie not in place.read_text()
    assert not KnownBrowsers(place).knows(place.read_text().strip())


def test_sixteen_browsers_are_remembered_and_the_oldest_goes_first(tmp_path: Path) -> None:
    browsers = KnownBrowsers(tmp_path / "browsers")
    cookies = [browsers.welcome() for _ in range(17)]

    assert [browsers.knows(one) for one in cookies] == [False] + [True] * 16


@pytest.mark.parametrize("torn", [b"", b"\xff\xfe\x00", b"one\ntwo"])
def test_a_torn_list_of_browsers_asks_for_the_key_again(tmp_path: Path, torn: bytes) -> None:
    place = tmp_path / "browsers"
    place.write_bytes(torn)
    browsers = KnownBrowsers(place)

    assert not browsers.knows("")
    assert browsers.knows(browsers.welcome())


@pytest.mark.slow
def test_a_browser_that_comes_by_the_address_stays_in_without_the_key_in_sight(site: Site) -> None:
    page = site.browser.new_context().new_page()

    page.goto(f"{site.address}/yours/?key={settings.STEADYSTEP_KEYS.printed}")

    assert page.url == f"{site.address}/yours/"
    assert page.locator("h1").inner_text() == "Settings"


@pytest.mark.slow
def test_a_link_on_another_site_leads_to_the_closed_door_and_one_tap_further_in(site: Site) -> None:
    """The cookie is not sent with what a stranger's page asked for; it is with one's own tap."""
    elsewhere = site.address.replace("127.0.0.1", "localhost")
    page = site.context.new_page()
    page.goto(f"{elsewhere}/static/nothing")
    page.evaluate("to => { location.href = to }", f"{site.address}/yours/")
    page.wait_for_url(f"{site.address}/yours/")
    assert page.locator("h1").inner_text() == "The door is closed"

    with page.expect_response(f"{site.address}/") as answer:
        page.get_by_role("link", name="Try again").click()

    assert answer.value.status != 403


@pytest.mark.slow
def test_a_form_on_another_port_of_this_machine_writes_nothing(site: Site) -> None:
    """Cookies know no ports: the form's own token is what keeps a neighbour's page out."""
    page = site.context.new_page()
    page.goto(f"{site.address}/yours/")

    answer = page.request.post(
        f"{site.address}/yours/",
        form={"key": "0"},
        headers={"Origin": "http://127.0.0.1:9"},
    )

    assert answer.status in {403, 422}
    assert site.home.entries() == []
