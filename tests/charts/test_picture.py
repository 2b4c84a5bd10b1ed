"""The picture is whole, heard as well as seen, and true to the record."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from steadystep.charts import Parts, RecordDay, Words, record_svg
from steadystep.charts.sheet import Mark
from steadystep.charts.svg import width_of
from steadystep.charts.theme import COMPACT, WIDE
from tests.charts.invented import FIRST, HEBREW, quiet_day, record

if TYPE_CHECKING:
    from collections.abc import Sequence

SVG = "{http://www.w3.org/2000/svg}"
ENGLISH = Words()
HEAVY = re.compile(
    r"\b(failed|missed|lazy|should|push through|cure|streak|only|just)\b", re.IGNORECASE
)


def drawn(
    days: Sequence[RecordDay],
    *,
    title: str = "Small steps",
    compact: bool = False,
    rtl: bool = False,
    words: Words = ENGLISH,
) -> str:
    return record_svg(
        days,
        words=words,
        unit="minutes",
        title=title,
        description="A staircase.",
        rtl=rtl,
        compact=compact,
    )


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 -- our own drawing


def written(svg: str) -> list[str]:
    return [text.text or "" for text in parsed(svg).iter(f"{SVG}text")]


def place(text: ET.Element) -> float:
    return float(text.get("x", "nan"))


def place_down(text: ET.Element) -> float:
    return float(text.get("y", "nan"))


def is_a_date(text: ET.Element) -> bool:
    return (text.text or "").endswith(" Aug")


def strips(days: list[RecordDay], *names: str) -> list[RecordDay]:
    """Forget everything but the named facts."""
    kept = ("day", *names)
    return [
        replace(quiet_day(day.day), **{name: getattr(day, name) for name in kept}) for day in days
    ]


RECORDS = {
    "nothing": [],
    "one day": record(1),
    "all unknown": [quiet_day(FIRST + timedelta(days=n)) for n in range(30)],
    "load alone": strips(record(84), "load", "boom", "bust"),
    "pain alone": strips(record(84), "pain", "usual_pain", "warning_pain", "flare"),
    "signs without answers": strips(record(84), "level", "flare", "marked"),
    "thousands of steps": [
        replace(day, load=None if day.load is None else day.load * 2500) for day in record(84)
    ],
    "two weeks": record(14),
    "twelve weeks": record(84),
    "a year": record(364),
    "ten years": record(3652),
    "a year mistyped": [quiet_day(FIRST.replace(year=1)), *record(3)],
    "a century, monthly": [
        replace(quiet_day(FIRST + timedelta(days=n)), pain=4, load=3) for n in range(0, 36_525, 30)
    ],
}


@pytest.fixture(params=RECORDS, ids=lambda name: name.replace(" ", "-"))
def days(request: pytest.FixtureRequest) -> list[RecordDay]:
    return RECORDS[request.param]


@pytest.mark.parametrize("compact", [False, True], ids=["wide", "compact"])
@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
def test_every_record_is_a_whole_picture_with_all_its_words_on_the_paper(
    days: list[RecordDay], *, compact: bool, rtl: bool
) -> None:
    words = HEBREW if rtl else ENGLISH
    svg = parsed(drawn(days, compact=compact, rtl=rtl, words=words))

    _, _, width, height = (float(number) for number in svg.get("viewBox", "").split())
    assert width == (360 if compact else 960)
    for text in svg.iter(f"{SVG}text"):
        left, right = reach(text)
        assert left >= 0, text.text
        assert right <= width, text.text
        assert 0 < float(text.get("y", "nan")) < height, text.text


def reach(text: ET.Element) -> tuple[float, float]:
    """Where a line of words begins and ends on the paper."""
    wide = width_of(text.text or "", float(text.get("font-size", "nan")))
    x = float(text.get("x", "nan"))
    anchor = text.get("text-anchor", "start")
    if anchor == "middle":
        return x - wide / 2, x + wide / 2
    goes_right = (anchor == "start") == (text.get("direction") != "rtl")
    return (x, x + wide) if goes_right else (x - wide, x)


@pytest.mark.parametrize("compact", [False, True], ids=["wide", "compact"])
@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
def test_no_label_lies_on_another(days: list[RecordDay], *, compact: bool, rtl: bool) -> None:
    svg = parsed(drawn(days, compact=compact, rtl=rtl, words=HEBREW if rtl else ENGLISH))

    lines: dict[float, list[tuple[float, float]]] = {}
    for text in svg.iter(f"{SVG}text"):
        lines.setdefault(float(text.get("y", "nan")), []).append(reach(text))
    for line in lines.values():
        assert all(left[1] <= right[0] for left, right in pairwise(sorted(line)))


def test_a_picture_is_an_image_with_a_title_and_a_description() -> None:
    svg = parsed(drawn(record(14), title="Two weeks"))

    names = {part.get("id"): part.text for part in svg if part.get("id")}
    assert svg.get("role") == "img"
    assert [names[name] for name in svg.get("aria-labelledby", "").split()] == [
        "Two weeks",
        "A staircase.",
    ]


def test_two_pictures_on_one_page_keep_their_titles_apart() -> None:
    def names(name: str) -> set[str]:
        svg = record_svg([], words=ENGLISH, unit="", title="A", description="B", name=name)
        return set(re.findall(r'id="([^"]+)"', svg))

    assert not names("first") & names("second")


def test_a_title_without_heading_is_heard_and_not_seen() -> None:
    svg = record_svg(
        record(14), words=ENGLISH, unit="m", title="Heard", description="", heading=False
    )

    assert "Heard" not in written(svg)
    assert parsed(svg).findtext(f"{SVG}title") == "Heard"


def test_what_a_person_wrote_cannot_become_markup() -> None:
    title = 'Tom & "Ann" <script>alert(1)</script>\x00\ud800'
    words = Words(flare_label="<b>&", pain="pain > 0")

    svg = drawn(record(84), title=title, words=words)

    assert parsed(svg).findtext(f"{SVG}title") == title[:-2]
    assert "<script" not in svg
    assert "<b>&" in written(svg)


def test_the_same_record_gives_the_same_picture_to_the_byte() -> None:
    assert drawn(record(84)) == drawn(record(84))


def test_the_order_in_which_days_arrive_does_not_matter() -> None:
    assert drawn(record(84)[::-1]) == drawn(record(84))


@pytest.mark.parametrize("compact", [False, True], ids=["wide", "compact"])
@pytest.mark.parametrize(("days", "kilobytes"), [(84, 25), (364, 45), (3652, 90)])
def test_a_picture_stays_small(days: int, kilobytes: int, *, compact: bool) -> None:
    assert len(drawn(record(days), compact=compact).encode()) < kilobytes * 1000


def test_numbers_in_a_drawing_carry_one_decimal_at_most() -> None:
    shapes = "".join(shape.get("d", "") for shape in parsed(drawn(record(364))).iter(f"{SVG}path"))

    assert not re.search(r"\d\.\d\d|nan|inf|e-", shapes)


@pytest.mark.parametrize("words", [ENGLISH, HEBREW], ids=["english", "hebrew"])
def test_time_runs_from_left_to_right_in_every_language(words: Words) -> None:
    rtl = words is HEBREW
    svg = parsed(drawn(record(14), rtl=rtl, words=words))

    dates = [words.day_and_month.format(day=day, month=words.months[7]) for day in (3, 9, 15)]
    places = {text.text: place(text) for text in svg.iter(f"{SVG}text")}
    assert places[dates[0]] < places[dates[1]] < places[dates[2]]


def test_a_page_that_runs_right_to_left_does_not_turn_the_picture_round() -> None:
    assert parsed(drawn(record(14), rtl=True)).get("direction") == "ltr"


def test_hebrew_words_begin_at_the_right_edge() -> None:
    svg = parsed(drawn(record(14), title="צעדים", rtl=True, words=HEBREW))

    title = next(text for text in svg.iter(f"{SVG}text") if text.text == "צעדים")
    assert (title.get("direction"), title.get("text-anchor", "start")) == ("rtl", "start")
    assert place(title) == 960 - 28


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    calm = strips(record(14), "level", "dose")

    svg = written(drawn(calm))

    explained = {getattr(ENGLISH, mark.value) for mark in Mark} & set(svg)
    assert explained == {ENGLISH.level, ENGLISH.dose}


def test_twelve_weeks_with_everything_in_them_explain_every_mark_of_single_days() -> None:
    svg = written(drawn(record(84)))

    explained = {getattr(ENGLISH, mark.value) for mark in Mark} & set(svg)
    assert explained == {getattr(ENGLISH, mark.value) for mark in Mark} - {ENGLISH.answer_range}


def test_ten_years_say_how_many_days_one_dot_stands_for() -> None:
    said = " ".join(written(drawn(record(3652))))

    assert "One dot stands for 7 days." in said
    assert "The middle answer of 7 days" in said


def test_twelve_weeks_need_no_such_note() -> None:
    assert "stands for" not in " ".join(written(drawn(record(84))))


def test_what_went_on_beside_is_a_star_under_its_day_and_no_star_where_nothing_did() -> None:
    days = record(14)
    marked = [replace(days[0], beside=("illness",)), *days[1:]]

    assert ENGLISH.beside in written(drawn(marked))
    assert ENGLISH.beside not in written(drawn(days))
    assert "illness" not in drawn(marked)


def test_stars_make_room_for_themselves_above_the_dates() -> None:
    days = record(14)
    marked = [replace(days[0], beside=("illness",)), *days[1:]]
    dates = [
        max(place_down(text) for text in parsed(drawn(one)).iter(f"{SVG}text") if is_a_date(text))
        for one in (days, marked)
    ]

    assert dates[1] - dates[0] == COMPACT.beside_room == WIDE.beside_room


def test_picture_and_meanings_can_be_drawn_apart() -> None:
    days = record(84)
    whole, picture, legend = (
        written(
            record_svg(
                days,
                words=ENGLISH,
                unit="minutes",
                title="",
                description="",
                heading=False,
                parts=one,
            )
        )
        for one in Parts
    )
    meanings = {getattr(ENGLISH, mark.value) for mark in Mark}

    assert not meanings & set(picture)
    assert meanings & set(legend) == meanings & set(whole)
    assert "Movement, minutes" in picture
    assert "Movement, minutes" not in legend
    assert sorted(whole) == sorted([*picture, *legend])


def test_a_page_may_bring_the_dark_colours_itself() -> None:
    plain = record_svg(
        record(7), words=ENGLISH, unit="minutes", title="", description="", styled=False
    )

    assert "<style" in drawn(record(7))
    assert "style" not in plain


def test_an_empty_record_says_that_it_will_grow() -> None:
    assert ENGLISH.nothing_yet in written(drawn([]))
    assert ENGLISH.nothing_yet in written(drawn(RECORDS["all unknown"]))


def test_a_band_about_which_nothing_is_known_is_not_drawn() -> None:
    said = written(drawn(RECORDS["pain alone"]))

    assert "Pain, 0 to 10" in said
    assert "Fatigue, 0 to 10" not in said
    assert "Movement, minutes" not in said


def test_no_word_weighs_on_a_tired_person() -> None:
    labels = [getattr(ENGLISH, field.name) for field in fields(ENGLISH)]

    assert not [label for label in labels if isinstance(label, str) and HEAVY.search(label)]


def test_a_picture_asks_nothing_of_the_outside() -> None:
    svg = drawn(record(84)).replace("http://www.w3.org/2000/svg", "")

    assert not re.search(r"https?:|href|<script|url\(|@import", svg)
