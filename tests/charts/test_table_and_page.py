"""The table holds the same facts, and the page holds both and calls nobody."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from steadystep.charts import RecordDay, Words, record_page, record_table
from tests.charts.invented import HEBREW, quiet_day, record

WORDS = Words()


def table_of(days: list[RecordDay]) -> ET.Element:
    return ET.fromstring(  # noqa: S314 -- our own table
        record_table(days, words=WORDS, unit="minutes", title="Small steps & more")
    )


def page_of(days: list[RecordDay], *, rtl: bool = False) -> str:
    return record_page(
        days,
        words=HEBREW if rtl else WORDS,
        unit="minutes",
        title="Small <steps>",
        description="A staircase.",
        summary="From 3 to 6 minutes & one flare.",
        language="he" if rtl else "en",
        rtl=rtl,
    )


def column(table: ET.Element, heading: str) -> list[str]:
    headings = [cell.text for cell in table.iterfind("thead/tr/th")]
    place = headings.index(heading)
    return ["".join(row[place].itertext()) for row in table.iterfind("tbody/tr")]


def test_every_day_of_the_record_is_a_row() -> None:
    days = record(364)

    dates = [time.get("datetime") for time in table_of(days).iter("time")]

    assert dates == [day.day.isoformat() for day in days]


def test_every_answer_and_every_dose_is_in_its_cell() -> None:
    days = record(84)
    table = table_of(days)

    def told(value: float | None) -> str:
        return WORDS.unknown if value is None else f"{value:g}"

    assert column(table, "Pain") == [told(day.pain) for day in days]
    assert column(table, "Told, minutes") == [told(day.dose) for day in days]
    assert column(table, "Moved, minutes") == [told(day.load) for day in days]


def test_every_sign_is_named_in_words() -> None:
    day = RecordDay(
        **{name: getattr(quiet_day(), name) for name in RecordDay.__slots__}
        | {"flare": "red", "marked": True, "watching": True, "boom": True, "bust": True}
    )

    assert column(table_of([day]), "Signs") == [
        "red, called a flare, watching, much bigger day, much smaller day"
    ]


def test_headings_say_what_they_head() -> None:
    table = table_of(record(14))

    assert table.findtext("caption") == "Small steps & more"
    assert {cell.get("scope") for cell in table.iterfind("thead/tr/th")} == {"col"}
    assert {row[0].get("scope") for row in table.iterfind("tbody/tr")} == {"row"}


def test_a_column_about_which_nothing_is_known_is_left_out() -> None:
    headings = [cell.text for cell in table_of([quiet_day()]).iterfind("thead/tr/th")]

    assert headings == ["Day", "Plan"]


def test_a_table_of_an_empty_record_is_still_a_table() -> None:
    assert list(table_of([]).iterfind("tbody/tr")) == []


def test_a_page_says_its_language_and_its_direction() -> None:
    assert '<html lang="en" dir="ltr">' in page_of(record(14))
    assert '<html lang="he" dir="rtl">' in page_of(record(14), rtl=True)


def test_a_page_holds_the_sentence_the_wide_picture_the_narrow_one_and_the_table() -> None:
    page = page_of(record(14))

    assert "From 3 to 6 minutes &amp; one flare." in page
    assert re.findall(r'viewBox="0 0 (\d+)', page) == ["960", "360"]
    assert page.count("<tr>") == 15
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names)) == 4


def test_a_page_runs_nothing_and_asks_nothing_of_the_outside() -> None:
    page = page_of(record(84)).replace("http://www.w3.org/2000/svg", "")

    assert not re.search(r"https?:|<script|<link|<img|href=|src=|url\(|@import| on\w+=", page)
    assert "default-src 'none'" in page


def test_a_page_is_well_formed_and_its_words_cannot_become_markup() -> None:
    page = page_of(record(84))

    tree = ET.fromstring(page.removeprefix("<!DOCTYPE html>"))  # noqa: S314 -- our own page
    assert tree.findtext("body/main/h1") == "Small <steps>"


def test_a_page_of_an_empty_record_can_be_made() -> None:
    assert WORDS.nothing_yet in page_of([])


def test_what_went_on_beside_stands_among_the_signs_by_its_name() -> None:
    day = replace(quiet_day(), flare="red", beside=("illness", "stress"))
    table = record_table([day], words=Words(), unit="minutes", title="Days")

    assert "red, illness, stress" in table
