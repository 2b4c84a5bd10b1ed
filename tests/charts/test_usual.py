"""The small picture of usual is true to the answers, and reads from left to right everywhere."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from steadystep.charts import Words, usual_svg
from steadystep.charts.theme import SCALE

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*answers: float, usual: float = 4, higher: float | None = None) -> ET.Element:
    return ET.fromstring(  # noqa: S314 -- our own drawing
        usual_svg(
            answers,
            usual=usual,
            higher=higher,
            colour="pain",
            words=Words(decimal_mark=","),
            title="Usual <pain>",
            description="Answers & lines.",
        )
    )


def bars(picture: ET.Element) -> list[tuple[float, float]]:
    """The middle of each bar, and how high it is."""
    paths = (path.get("d", "") for path in picture.iter(f"{SVG}path"))
    found = (re.findall(r"M([\d.]+) [\d.]+v-([\d.]+)h", d) for d in paths)
    return [(float(x) + SCALE.bar / 2, float(high)) for one in found for x, high in one]


def label(picture: ET.Element, words: str) -> ET.Element:
    """The label in bold with these words."""
    texts = picture.iter(f"{SVG}text")
    return next(one for one in texts if one.text == words and one.get("font-weight"))


def test_there_is_a_bar_for_each_answer_as_high_as_it_was_given_often() -> None:
    places = dict(bars(drawn(0, 5, 5, 10)))

    assert list(places) == [SCALE.side, SCALE.width / 2, SCALE.width - SCALE.side]
    assert places[SCALE.width / 2] == 2 * places[SCALE.side]


@pytest.mark.parametrize("many", [1, 28, 400])
def test_no_bar_hides_the_line_of_usual(many: int) -> None:
    ((_, high),) = bars(drawn(*[4.0] * many))

    assert 0 < high <= SCALE.floor - SCALE.top - SCALE.headroom


def test_without_answers_the_scale_and_the_usual_are_there() -> None:
    picture = drawn()

    assert bars(picture) == []
    assert [one.text for one in picture.iter(f"{SVG}text")] == ["0", "5", "10", "4"]


def test_usual_stands_over_its_line() -> None:
    assert label(drawn(usual=4.5), "4,5").get("text-anchor") == "middle"


def test_two_that_lie_apart_stand_over_their_lines_and_the_asked_one_is_dashed() -> None:
    picture = drawn(usual=3, higher=6)
    dashed = [path for path in picture.iter(f"{SVG}path") if path.get("stroke-dasharray")]

    assert {label(picture, one).get("text-anchor") for one in ("3", "6")} == {"middle"}
    assert len(dashed) == 1


def test_two_that_lie_close_lean_away_from_each_other() -> None:
    picture = drawn(usual=5, higher=5.5)

    assert label(picture, "5").get("text-anchor") == "end"
    assert label(picture, "5,5").get("text-anchor") is None


def test_it_is_one_image_with_a_title_and_runs_from_left_to_right() -> None:
    picture = drawn()
    title, desc = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")

    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == ("Usual <pain>", "Answers & lines.")
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert picture.get("direction") == "ltr"
