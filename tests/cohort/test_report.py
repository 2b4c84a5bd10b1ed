"""The report of a study: what it says first, what it shows, and what it never asks for."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import dev
from steadystep.cohort.compare import Interval
from steadystep.cohort.figures_paper import WIDTH, Scale, harm_scale, scale
from steadystep.cohort.report_words import apart, listed, said, signed, told_world
from steadystep.cohort.study_folder import is_a_strangers
from steadystep.cohort.world import World
from tests.cohort import folders, tiny
from tests.house.test_house_rules import HEAVY_WORD

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All files of a study that has every part."""
    return folders.whole(tiny.WHOLE, tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def page(study: dict[str, bytes]) -> ET.Element:
    """The report, as a tree: what is not well-formed does not come so far."""
    return ET.fromstring(report(study))  # noqa: S314 - our own page


def report(study: dict[str, bytes]) -> str:
    return study["report.html"].decode().removeprefix("<!DOCTYPE html>")


def words(element: ET.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def bare(page: ET.Element, name: str) -> list[ET.Element]:
    """All elements of a name, drawings included."""
    return [one for one in page.iter() if one.tag.removeprefix(SVG) == name]


class TestThePage:
    def test_it_begins_by_saying_what_it_is_not(self, page: ET.Element) -> None:
        (main,) = bare(page, "main")

        assert words(main[0]) == "Nothing here is clinical evidence."

    def test_its_parts_stand_in_the_order_of_questions(self, page: ET.Element) -> None:
        assert [words(one) for one in bare(page, "h2")] == [
            "In short",
            "What was compared",
            "In the world “as used”",
            "At equal harm",
            "Chosen on one family, used in another",
            "What it depends on",
            "What the words mean",
            "Again",
        ]

    def test_it_runs_no_script_and_asks_nothing_of_the_outside(
        self, study: dict[str, bytes]
    ) -> None:
        text = report(study)

        assert not dev.FETCHED_FROM_OUTSIDE.search(text)
        assert "<script" not in text
        assert " href=" not in text
        assert "default-src 'none'" in text.replace("&#x27;", "'")

    def test_every_table_has_a_caption_and_names_its_rows_and_columns(
        self, page: ET.Element
    ) -> None:
        for table in bare(page, "table"):
            assert words(bare(table, "caption")[0])
            columns = len(bare(bare(table, "thead")[0], "th"))
            for row in bare(bare(table, "tbody")[0], "tr"):
                assert len(list(row)) == columns
                assert row[0].tag == "th"

    def test_every_figure_is_told_to_who_listens(self, page: ET.Element) -> None:
        drawings = bare(page, "svg")
        names = [one.get("id") for one in page.iter() if one.get("id")]

        assert len(drawings) == 2 + 2 + 2 + 1
        assert len(names) == len(set(names))
        for one in drawings:
            assert one.get("role") == "img"
            assert words(bare(one, "title")[0])
            assert re.search(r"\d", words(bare(one, "desc")[0]))

    def test_no_word_weighs_on_who_reads(self, page: ET.Element) -> None:
        (main,) = bare(page, "main")

        assert HEAVY_WORD.findall(words(main)) == []

    def test_what_a_spec_calls_its_plans_is_no_markup(self, tmp_path: Path) -> None:
        odd = "<script>alert(1)</script> & co"
        text = tiny.WHOLE.replace('"ramp"\nkind', f'"{odd}"\nkind').replace('["ramp", "no', '["no')
        text = text.replace('["nothing", "ramp", "rule"', '["nothing", "rule"')

        page = ET.fromstring(report(folders.whole(text, tmp_path)))  # noqa: S314 - our own page

        assert bare(page, "script") == []
        assert odd in words(page)

    def test_it_says_how_to_run_it_again(self, page: ET.Element) -> None:
        again = [words(one) for one in bare(page, "pre")]

        assert again[0] == "steadystep study spec.toml"
        assert 'title = "A small study"' in again[1]

    def test_what_is_left_out_is_said_before_any_number(self, tmp_path: Path) -> None:
        text = tiny.SMALL + '\n[[planners]]\nname = "newcomer"\nkind = "nan"\n'

        page = ET.fromstring(report(folders.whole(text, tmp_path)))  # noqa: S314 - our own page

        assert words(bare(page, "h2")[0]) == "What is left out"
        assert "newcomer gave no usable dose on day 12" in words(page)
        (row,) = [row for row in bare(page, "tr") if words(row).startswith("newcomer left out")][:1]
        assert words(row).endswith("– – –")


class TestWhatItFinds:
    def test_where_the_rule_loses_is_a_table(self, tmp_path: Path) -> None:
        """Doing nothing is worth more than a rule that is far too quick."""
        text = tiny.SMALL.replace("pace = 2.0", "pace = 9.0").replace('"shipped"', '"ramp"')

        page = ET.fromstring(report(folders.whole(text, tmp_path)))  # noqa: S314 - our own page

        (caption,) = [one for one in bare(page, "caption") if "Plans that were worth" in words(one)]
        assert words(caption) == "Plans that were worth more than “rule”, the same people paired"
        (table,) = [one for one in bare(page, "table") if caption in list(one)]
        rows = [words(row).split(" +")[0] for row in bare(table, "tr")[1:]]
        assert rows == ["nothing A", "ramp A", "nothing B", "ramp B"]

    def test_where_it_loses_nowhere_that_is_said(self, page: ET.Element) -> None:
        assert "In none of these families was another plan worth more than rule." in words(page)

    def test_the_oracle_is_no_plan_one_can_lose_to(self, study: dict[str, bytes]) -> None:
        results = json.loads(study["results.json"])

        assert results["tables"][0]["limit"] == "oracle"
        assert "oracle" not in results["worst"][0]["regrets"]

    def test_a_dash_stands_outside_of_a_sweep(self, tmp_path: Path) -> None:
        text = tiny.WHOLE.replace("A = [2, 6]", "A = [2, 300]")

        written = folders.whole(text, tmp_path)
        (row,) = [
            row
            for row in bare(ET.fromstring(report(written)), "tr")  # noqa: S314 - our own page
            if words(row).startswith("ramp 1.1")
        ]

        assert words(row) == "ramp 1.1 –"

    def test_what_it_depends_on_counts_both_ways(self, page: ET.Element) -> None:
        told = [words(one) for one in bare(page, "li")]

        assert any("rule was worth more than ramp in 3 of 3 rows." in one for one in told)

    def test_without_changes_it_cannot_say_what_it_depends_on(self, tmp_path: Path) -> None:
        written = report(folders.whole(tiny.SMALL, tmp_path))

        assert "cannot say what it depends on" in written


class TestTheFolder:
    def test_it_holds_what_the_page_says(self, study: dict[str, bytes]) -> None:
        assert {name.split("/")[0] for name in study} == {
            "report.html", "results.json", "spec.toml", "figures", "tables",
        }  # fmt: skip
        assert sorted(name for name in study if name.startswith("tables/")) == [
            f"tables/{name}.csv"
            for name in ("depends-on", "differences", "equal-harm", "planners", "sweeps", "tuned",
                         "worst-regret")
        ]  # fmt: skip

    def test_the_same_study_is_the_same_bytes(
        self, study: dict[str, bytes], tmp_path: Path
    ) -> None:
        assert folders.whole(tiny.WHOLE, tmp_path) == study

    def test_every_figure_stands_alone_too(self, study: dict[str, bytes]) -> None:
        drawings = [study[name] for name in study if name.endswith(".svg")]

        assert drawings
        for one in drawings:
            assert b"prefers-color-scheme" in one
            assert ET.fromstring(one).tag == f"{SVG}svg"  # noqa: S314 - our own drawing

    def test_nothing_is_drawn_beyond_the_paper(self, study: dict[str, bytes]) -> None:
        for name, text in study.items():
            if name.endswith(".svg"):
                drawing = ET.fromstring(text)  # noqa: S314 - our own drawing
                height = float(str(drawing.get("viewBox")).split()[3])
                for one in bare(drawing, "text"):
                    if "transform" not in one.attrib and one.get("x") != "26":
                        assert 0 <= float(str(one.get("x"))) <= WIDTH
                        assert 0 <= float(str(one.get("y"))) <= height
                        assert float(str(one.get("font-size"))) >= 11

    def test_tables_and_json_tell_the_same(self, study: dict[str, bytes]) -> None:
        rows = list(csv.DictReader(io.StringIO(study["tables/planners.csv"].decode())))
        results = json.loads(study["results.json"])

        told = [
            row["summary"]["gain"]["mean"] for table in results["tables"] for row in table["rows"]
        ]
        assert [float(row["gain_mean"]) for row in rows] == told
        assert results["note"] == "Nothing here is clinical evidence."
        assert results["versions"] == {"steadystep": "0"}

    def test_figures_of_an_earlier_spec_are_taken_away(self, tmp_path: Path) -> None:
        folders.whole(tiny.WHOLE, tmp_path)

        left = folders.whole(tiny.SMALL, tmp_path)

        assert not [name for name in left if "depends" in name or "harm" in name]

    def test_a_folder_of_other_things_is_told_from_a_studys(self, tmp_path: Path) -> None:
        assert not is_a_strangers(tmp_path / "new")
        assert not is_a_strangers(tmp_path)
        (tmp_path / "diary.csv").touch()
        assert is_a_strangers(tmp_path)
        (tmp_path / "chunks").mkdir()
        assert not is_a_strangers(tmp_path)


class TestNumbersInWords:
    @pytest.mark.parametrize(
        ("value", "written"),
        [(0, "0.0"), (-0.04, "0.0"), (1234.56, "1,234.6"), (-2.25, "−2.2"), (None, "–")],
    )
    def test_a_number(self, value: float | None, written: str) -> None:
        assert said(value) == written

    @pytest.mark.parametrize(
        ("value", "written"), [(0.01, "0.0"), (-0.01, "0.0"), (3, "+3.0"), (-3, "−3.0")]
    )
    def test_a_difference_shows_its_sign(self, value: float, written: str) -> None:
        assert signed(value) == written

    def test_an_interval_stands_beside_it(self) -> None:
        assert apart(Interval(1, -0.5, 2.5)) == "+1.0 (−0.5 to 2.5)"
        assert apart(Interval(1, None, None)) == "+1.0 (–)"
        assert apart(None) == "–"

    def test_names_in_a_row(self) -> None:
        assert [listed(one) for one in ([], ["a"], ["a", "b", "c"])] == ["", "a", "a, b and c"]

    def test_a_world_is_told_where_it_is_not_as_it_comes(self) -> None:
        assert told_world(World()) == (
            "365 days after 28 days of run-in; one movement on top of the own day, as the app is "
            "used"
        )
        assert told_world(World(rho=0.5, late=2, noise=1.5)).endswith(
            "the plan replaces 50 % of the own day; noise 1.50; late 2"
        )


class TestScales:
    def test_ticks_are_round_and_far_enough_apart(self) -> None:
        ticks = scale([0, 47], start=0, end=300).ticks(room=40)

        assert ticks == [0, 10, 20, 30, 40]

    def test_few_days_are_told_apart_on_a_rooted_scale(self) -> None:
        days = harm_scale([200], start=0, end=300)

        assert days.at(2) - days.at(0) > days.at(200) - days.at(190)
        assert days.ticks(room=30)[0] == 0

    def test_what_lies_beyond_is_drawn_on_the_edge(self) -> None:
        assert Scale(0, 10, 0, 100).at(99) == 100

    def test_a_single_value_has_room_around_it(self) -> None:
        assert scale([0], start=0, end=100).at(0) == 50
