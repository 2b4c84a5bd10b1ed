"""Numbers, dates and colours can be read by everyone."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from steadystep.charts import Words
from steadystep.charts.sheet import Mark
from steadystep.charts.svg import lines, num, width_of
from steadystep.charts.theme import (
    COMPACT,
    DARK,
    LIGHT,
    WIDE,
    Colours,
    chosen_css,
    page_css,
    picture_css,
)
from steadystep.charts.words import full_date, number, period, short_date
from tests.charts.invented import HEBREW

ENGLISH = Words()
TEXTS = ("ink", "quiet", "red")
MARKS = ("level", "load", "pain", "fatigue", "usual", "warning", "amber", "red", "watch")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 counts it, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def washed(under: str, over: str, opacity: float) -> str:
    """The colour one sees where a wash lies over the paper."""
    mixed = (
        round(int(over[i : i + 2], 16) * opacity + int(under[i : i + 2], 16) * (1 - opacity))
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def test_the_formula_agrees_with_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", TEXTS)
def test_text_stands_out_from_paper_and_from_a_flare(colours: Colours, role: str) -> None:
    flare = washed(colours.paper, colours.flare, WIDE.flare_opacity)

    assert contrast(getattr(colours, role), colours.paper) >= 4.5
    assert contrast(getattr(colours, role), flare) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", MARKS)
def test_a_mark_stands_out_from_paper_and_from_a_flare(colours: Colours, role: str) -> None:
    flare = washed(colours.paper, colours.flare, WIDE.flare_opacity)

    assert contrast(getattr(colours, role), colours.paper) >= 3
    assert contrast(getattr(colours, role), flare) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["ink", "level", "load"])
def test_what_lies_on_the_filled_dose_stands_out_from_it(colours: Colours, role: str) -> None:
    fill = washed(colours.paper, colours.dose, WIDE.dose_opacity)

    assert contrast(getattr(colours, role), fill) >= 3


def test_the_small_picture_is_written_no_smaller_than_a_phone_can_show() -> None:
    assert min(COMPACT.small_size, COMPACT.text_size) >= 12.5


def test_dark_waits_for_a_dark_screen_and_never_reaches_the_printer() -> None:
    for css in (picture_css(), page_css()):
        assert "@media screen and (prefers-color-scheme:dark)" in css
        before = css[: css.index("@media screen and (prefers-color-scheme:dark)")]
        assert DARK.paper not in before


@pytest.mark.parametrize("mark", Mark, ids=lambda mark: mark.name.lower())
def test_every_mark_has_words(mark: Mark) -> None:
    assert getattr(ENGLISH, mark.value)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (5, "5"),
        (2.5, "2.5"),
        (2.04, "2"),
        (12_500, "12,500"),
        (-0.8, "\u2066−0.8\u2069"),
        (-0.01, "0"),
    ],
)
def test_a_number_keeps_one_decimal_and_its_sign_on_the_left(value: float, written: str) -> None:
    assert number(value, ENGLISH) == written


def test_a_number_follows_the_marks_of_the_language() -> None:
    german = Words(decimal_mark=",", thousands_mark=".")

    assert number(12_500.5, german) == "12.500,5"


def test_a_date_is_written_in_the_order_of_the_language() -> None:
    day = date(2026, 8, 3)

    assert short_date(day, ENGLISH) == "3 Aug"
    assert full_date(day, ENGLISH) == "3 Aug 2026"
    assert short_date(day, HEBREW) == "3 באוג׳"


def test_a_single_day_is_not_called_a_stretch() -> None:
    day = date(2026, 8, 3)

    assert period(day, day, ENGLISH) == "3 Aug 2026"
    assert period(day, date(2026, 8, 5), ENGLISH) == "3 Aug 2026 to 5 Aug 2026"


def test_a_kind_of_day_without_a_word_keeps_its_own_name() -> None:
    assert ENGLISH.action("step_back") == "step back"
    assert ENGLISH.action("brand_new") == "brand new"


def test_a_coordinate_is_short_and_never_minus_nought() -> None:
    assert [num(value) for value in (3.0, 3.14, -0.01, 100)] == ["3", "3.1", "0", "100"]


def test_a_long_sentence_is_broken_and_an_endless_word_is_cut() -> None:
    broken = lines("one two three " + "x" * 200, size=14, width=120)

    assert "".join(broken).replace(" ", "") == "onetwothree" + "x" * 200
    assert all(width_of(line, 14) <= 120 for line in broken)


def test_marks_above_letters_take_no_room_and_full_letters_take_more() -> None:
    assert width_of("e\u0301", 10) == width_of("e", 10)
    assert width_of("漢", 10) > width_of("m", 10)


def test_where_a_theme_is_chosen_every_colour_stands_once_light_beside_dark() -> None:
    css = chosen_css()

    assert css.startswith("@media screen {")
    for role in fields(DARK):
        for kind, what in (("f", "fill"), ("s", "stroke")):
            rule = f"\n.steadystep-record .{kind}-{role.name}{{{what}:{both(role.name)}}}\n"
            assert css.count(rule) == 1


def test_more_contrast_when_it_is_chosen_leaves_no_quiet_word() -> None:
    inked = f".steadystep-record .f-quiet{{fill:{both('ink')}}}"

    assert f':root[data-contrast="more"] {inked}' in chosen_css()


def both(role: str) -> str:
    """A colour as the pages write it: one of the two holds."""
    return f"var(--light,{getattr(LIGHT, role)}) var(--dark,{getattr(DARK, role)})"
