"""Whatever a form is sent: nothing is written, and the same page says plainly what would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core.events import ClinicianFirstTold, ClinicianWordNoted, MovementChosen
from steadystep.core.safety import ClinicianFirst
from tests.web.begin.walking import ALL, tap, walk

if TYPE_CHECKING:
    from tests.web.house import Home

TURNED = "\u202eevil\u202c"
WRONG = [
    "",
    " ",
    "-1",
    "99999999999999999999",
    "4.5",
    "NaN",
    "YES",
    "maybe",
    "<script>alert(1)</script>",
    "'; drop table log; --",
    TURNED,
    "\x00",
    "x" * 5_000,
    "٤",
    "under_18 ",
]
FIELDS = {
    "/begin/language/": ("language", "text_size"),
    "/begin/movement/": ("movement",),
    "/begin/bad-day/": ("amount",),
    "/begin/start/": ("new",),
    "/begin/usual-pain/": ("level",),
    "/begin/usual-fatigue/": ("level",),
    "/safety/1/": ("answer",),
    "/safety/5/": ("answer",),
    "/safety/6/": ("answer",),
    "/safety/7/": ("answer", "fits"),
    "/safety/8/": ("answer", "fits"),
}


def refuses(home: Home, path: str, data: dict[str, str]) -> str:
    """Send it; see that nothing was written and that the page says so. Return the page."""
    before = home.entries()
    answer = tap(home, path, data)
    page = answer.content.decode()

    assert answer.status_code == 422, (data, answer.status_code)
    assert home.entries() == before
    assert 'role="alert"' in page
    assert "<script>alert" not in page
    return page


@pytest.mark.parametrize("path", FIELDS)
def test_no_field_takes_what_no_button_sends(home: Home, path: str) -> None:
    walk(home, until=path)
    for field in FIELDS[path]:
        for said in WRONG:
            refuses(home, path, {field: said})


@pytest.mark.parametrize("path", [path for path in FIELDS if path != "/begin/language/"])
def test_a_form_without_its_field_is_refused(home: Home, path: str) -> None:
    walk(home, until=path)

    refuses(home, path, {})


@pytest.mark.parametrize("key", ["", "stale", "1", "<script>", "x" * 999])
def test_a_form_without_a_key_of_ours_writes_nothing(home: Home, key: str) -> None:
    for path, data in ALL[:4]:
        before = home.entries()
        assert home.post(path, {**data, "key": key}).status_code == 422
        assert home.entries() == before
        tap(home, path, data)


@pytest.mark.parametrize("path", [path for path, _ in ALL])
def test_other_verbs_are_not_known(home: Home, path: str) -> None:
    assert home.client.delete(path).status_code == 405
    assert home.client.put(path).status_code == 405


def test_none_of_these_and_something_of_these_is_no_answer(home: Home) -> None:
    walk(home, until="/safety/7/")
    page = refuses(home, "/safety/7/", {"answer": "none", "fits": "pregnancy"})

    assert 'value="pregnancy" checked' in page


def test_a_known_and_an_unknown_choice_together_are_refused(home: Home) -> None:
    walk(home, until="/safety/7/")
    before = home.entries()
    sent: dict[str, str | list[str]] = {"answer": "fits", "fits": ["pregnancy", "moon"]}

    assert tap(home, "/safety/7/", sent).status_code == 422
    assert home.entries() == before


def test_a_choice_sent_twice_is_one_choice(home: Home) -> None:
    walk(home, until="/safety/7/")
    sent: dict[str, str | list[str]] = {"answer": "fits", "fits": ["pregnancy", "pregnancy"]}
    tap(home, "/safety/7/", sent)

    assert home.told(ClinicianFirstTold) == [ClinicianFirstTold((ClinicianFirst.PREGNANCY,))]


# A movement of one's own ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "x" * 41, "\u202e", "\x00\x01"])
def test_a_name_that_says_nothing_or_too_much_is_refused(home: Home, name: str) -> None:
    walk(home, until="/begin/movement/")

    refuses(home, "/begin/movement/", {"movement": "own", "name": name, "unit": "minutes"})


@pytest.mark.parametrize("unit", ["", "steps", "hours", "<script>"])
def test_a_count_that_is_none_is_refused_and_the_name_stays(home: Home, unit: str) -> None:
    walk(home, until="/begin/movement/")
    page = refuses(home, "/begin/movement/", {"movement": "own", "name": "Swim", "unit": unit})

    assert 'value="Swim"' in page
    assert " open>" in page


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        (f"Swim{TURNED}", "Swimevil"),
        ("שחייה", "שחייה"),
        ("a\x00b", "ab"),
    ],
)
def test_a_name_is_kept_as_words_and_shown_as_words(home: Home, said: str, kept: str) -> None:
    walk(home, until="/begin/movement/")
    tap(home, "/begin/movement/", {"movement": "own", "name": said, "unit": "minutes"})

    assert home.told(MovementChosen)[-1].name == kept
    assert "<script>alert" not in home.get("/begin/bad-day/").content.decode()


def test_an_amount_of_another_unit_is_refused(home: Home) -> None:
    walk(home, until="/begin/movement/")
    tap(home, "/begin/movement/", {"movement": "resistance"})

    refuses(home, "/begin/bad-day/", {"amount": "10"})


@pytest.mark.parametrize("anchor", ["midnight", "<script>", TURNED])
def test_an_anchor_that_is_not_on_the_list_is_refused(home: Home, anchor: str) -> None:
    walk(home, until="/begin/start/")

    refuses(home, "/begin/start/", {"new": "yes", "anchor": anchor})


# A clinician's word ---------------------------------------------------------------------------


def needing_a_word(home: Home) -> None:
    walk(home)
    tap(home, "/safety/7/", {"answer": "fits", "fits": "pregnancy"})


@pytest.mark.parametrize(
    "wrong",
    [
        {"who": ""},
        {"who": "x" * 81},
        {"who": "\u202e"},
        {"on": ""},
        {"on": "yesterday"},
        {"on": "2026-02-30"},
        {"on": "2026-05-05"},
        {"on": "1949-12-31"},
        {"on": "20260501"},
        {"on": "2026-05-01T00:00"},
        {"about": ""},
        {"about": "malaise"},
        {"about": "<script>"},
    ],
)
def test_a_word_without_who_when_or_what_is_not_noted(home: Home, wrong: dict[str, str]) -> None:
    needing_a_word(home)
    page = refuses(
        home, "/safety/word/", {"about": "plan", "who": "Dr Stein", "on": "2026-05-01"} | wrong
    )

    assert "Nothing is saved yet." in page
    assert home.told(ClinicianWordNoted) == []


def test_all_that_is_wrong_is_said_at_once(home: Home) -> None:
    needing_a_word(home)
    page = refuses(home, "/safety/word/", {})

    assert page.count("<li>") == 3


# A red flag, the malaise screen ----------------------------------------------------------------


@pytest.mark.parametrize("said", WRONG)
def test_nothing_but_its_button_is_an_all_clear(home: Home, said: str) -> None:
    walk(home, until="/safety/1/")
    tap(home, "/safety/1/", {"answer": "yes"})

    refuses(home, "/safety/red-flag/", {"answer": said})


@pytest.mark.parametrize("said", [*WRONG, "5", "3.0"])
def test_an_answer_to_an_item_is_one_of_its_own(home: Home, said: str) -> None:
    walk(home, until="/safety/6/")
    tap(home, "/safety/6/", {"answer": "yes"})

    refuses(home, "/safety/screen/1-often/", {"answer": said})
