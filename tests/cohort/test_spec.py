"""A study's file: what it may say, and what is said where it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.cohort.policies import named
from steadystep.cohort.spec import USUAL_CHUNK, WEIGHT, WORLD_LIMITS
from steadystep.cohort.spec_read import Registry, UnusableSpec, read_spec
from steadystep.cohort.world import World
from tests.cohort import tiny

STUDIES = Path(named.__file__).parents[2] / "examples" / "studies"


def wrong(text: str) -> tuple[str, ...]:
    """What is said of a spec that cannot be used."""
    with pytest.raises(UnusableSpec) as told:
        tiny.spec(text)
    return told.value.sentences


class TestWhatItSays:
    def test_people_worlds_and_planners_are_read(self) -> None:
        spec = tiny.spec()

        assert (spec.title, spec.seed, spec.people, spec.chunk) == ("A small study", 1, 60, 25)
        assert [family for family, _ in spec.settings[0].worlds()] == ["A", "B"]
        assert spec.planner("rule").knobs == (("pace", 2.0),)
        assert spec.planner("oracle").kind == "oracle"
        assert spec.compared == ("rule", ("ramp", "nothing"))

    def test_what_is_left_out_is_as_it_comes(self) -> None:
        spec = tiny.spec(
            'title = "a"\nseed = 0\npeople = 2\n'
            '[[settings]]\nname = "b"\n'
            '[[planners]]\nkind = "none"\n[[planners]]\nkind = "shipped"\n'
        )

        assert spec.chunk == USUAL_CHUNK
        assert spec.settings[0].families == ("A", "B", "C", "D")
        assert spec.settings[0].world == World()
        assert spec.compared == ("shipped", ("none",))
        assert spec.regret.weight == WEIGHT
        assert [spec.frontier, spec.sensitivity, spec.tune] == [None, None, None]

    def test_days_are_said_once_for_all_or_in_a_setting(self) -> None:
        spec = tiny.spec(
            "days = 100\n" + tiny.SMALL + '\n[[settings]]\nname = "longer"\ndays = 730\n'
        )

        assert [one.world.days for one in spec.settings] == [100, 730]

    def test_a_grid_is_as_many_candidates(self) -> None:
        spec = tiny.spec(tiny.WHOLE)

        assert spec.tune is not None
        assert [one.name for one in spec.tune.candidates] == [
            "rule: pace 0.5",
            "rule: pace 1",
            "rule: pace 2",
        ]

    def test_a_change_without_a_name_is_called_by_what_it_is(self) -> None:
        spec = tiny.spec(tiny.WHOLE)

        assert spec.sensitivity is not None
        assert [one.name for one in spec.sensitivity.changes] == [
            "bodies twice as touchy",
            "sensitivity 0.5",
        ]

    def test_the_caller_may_want_other_people(self) -> None:
        assert tiny.spec(people=7).people == 7

    def test_the_fingerprint_is_of_all_but_the_chunks(self) -> None:
        same = tiny.spec(tiny.SMALL.replace("chunk = 25", "chunk = 7"))

        assert same.fingerprint == tiny.spec().fingerprint
        assert tiny.spec(people=61).fingerprint != tiny.spec().fingerprint

    def test_every_field_of_a_world_but_the_family_has_limits(self) -> None:
        assert {*WORLD_LIMITS, "family"} == set(World._fields)

    @pytest.mark.parametrize("name", ["first-look", "country", "two-years", "information", "ci"])
    def test_a_bundled_spec_can_be_used(self, name: str) -> None:
        text = (STUDIES / f"{name}.toml").read_text(encoding="utf-8")

        assert read_spec(text, Registry(named.KINDS, named.planner)).title


class TestWhatCannotBe:
    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("people = 60", "people = 0", "people: 0 is outside 2 to 10,000,000."),
            ("people = 60", "people = 2.5", "people: 2.5 is not a whole number."),
            ("people = 60", 'people = "many"', 'people: "many" is not a number.'),
            ("people = 60", "people = true", "people: true is not a number."),
            ("people = 60", "", "people: It is missing."),
            ("seed = 1", "seed = -1", "seed: -1 is outside 0 to 2,147,483,647."),
            ("seed = 1", "sed = 1", "seed: It is missing."),
            ("seed = 1", "seed = 1\npeple = 4", "peple: There is no such key here. Perhaps people"),
            ('"as used"', '"as used"\nrho = 7', "settings[1].rho: 7 is outside 0 to 1."),
            ('"as used"', '"as used"\nrho = nan', "settings[1].rho: nan is not a number one can"),
            ('"as used"', '"as used"\nboom = inf', "settings[1].boom: inf is not a number one can"),
            ('"as used"', '"as used"\ndays = -3', "settings[1].days: -3 is outside 7 to 3,653."),
            ('["A", "B"]', '["A", "E"]', 'settings[1].families: "E" is not known. Known: A, B, C,'),
            ('["A", "B"]', '["A", "A"]', "settings[1].families: A name stands there twice."),
            ('["A", "B"]', '"A"', 'settings[1].families: "A" is not a list. Put it in square'),
            ('["A", "B"]', "[]", "settings[1].families: Name at least 1."),
            ('kind = "none"', 'kind = "non"', 'planners[1].kind: "non" is not known. Known: none,'),
            ("pace = 2.0", "pase = 2.0", "planners[3].knobs: No knob is called 'pase'."),
            ("pace = 2.0", "pace = -2", "planners[3].knobs: pace: it cannot be below zero."),
            ("pace = 2.0", "pace = nan", "planners[3].knobs.pace: Say a number, a word, or a list"),
            (
                'name = "ramp"',
                'name = "nothing"',
                'planners: "nothing" is the name of 2. Give each',
            ),
            ('name = "ramp"', 'name = ""', "planners[2].name: Say it in 1 to 60 letters"),
            ('name = "ramp"', "name = 3", "planners[2].name: 3 is not text. Put it in quotation"),
            ('rule = "rule"', 'rule = "king"', 'rule: "king" is not known. Known: nothing, ramp'),
            ('["ramp", "nothing"]', '["rule"]', 'against: "rule" is the rule itself.'),
            ("[regret]", "[regret]\nweight = -1", "regret.weight: -1 is outside 0 to 100."),
            ("[regret]", "regret = 3\n[[x]]", "x: There is no such key here."),
        ],
    )
    def test_it_is_said_where_and_what_would_do(self, old: str, new: str, said: str) -> None:
        text = tiny.SMALL.replace(old, new, 1)
        if said.startswith("x:"):
            text = text.replace("[regret]", "").replace("[[regret.oracles]]", "[[x]]")

        assert any(one.startswith(said) for one in wrong(text)), wrong(text)

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("A = [2, 6]", "A = [2, 2]", "frontier.harm.A: A number stands there twice."),
            ("A = [2, 6]", "E = [2, 6]", "frontier.harm.E: There is no such key here."),
            ("[frontier.harm]\nA = [2, 6]\nB = [4]", "[frontier]", "frontier.harm: Say at how"),
            ('knob = "pace"', 'knob = "pase"', "frontier.sweeps[1].knobs: No knob is called"),
            ('setting = "as used"', 'setting = "x"', 'sensitivity.setting: "x" is not known.'),
            ("sensitivity = 2.0", "", "sensitivity.changes[1]: Name what is changed, one of: days"),
            ("sensitivity = 2.0", "sensitivity = 20", "sensitivity.changes[1].sensitivity: 20 is"),
            ("[0.5, 1, 2] }", "[1, -2] }", "tune.candidates[1].knobs: pace: it cannot be"),
            ("[0.5, 1, 2] }", "[] }", "tune.candidates[1].grid.pace: Name at least 1."),
        ],
    )
    def test_so_are_the_parts_one_may_leave_out(self, old: str, new: str, said: str) -> None:
        assert any(one.startswith(said) for one in wrong(tiny.WHOLE.replace(old, new, 1))), wrong(
            tiny.WHOLE.replace(old, new, 1)
        )

    def test_all_that_is_wrong_is_said_at_once(self) -> None:
        said = wrong(tiny.SMALL.replace("seed = 1", "seed = -1").replace("people = 60", "x = 1"))

        assert [one.partition(":")[0] for one in said] == ["seed", "people", "x"]

    def test_a_grid_without_end_is_not_walked(self) -> None:
        many = ", ".join(str(one) for one in range(600))

        said = wrong(tiny.WHOLE.replace("[0.5, 1, 2] }", f"[{many}] }}"))

        assert "tune.candidates[1].grid: It holds more than 500 planners." in said

    def test_what_is_no_toml_says_the_line(self) -> None:
        (said,) = wrong("title = \n")

        assert said.startswith("This is not TOML: ")
        assert "line 1" in said

    def test_too_few_people_are_refused_when_the_caller_wants_them(self) -> None:
        with pytest.raises(UnusableSpec, match="people: 0 is outside"):
            tiny.spec(people=0)

    @given(
        st.recursive(
            st.one_of(
                st.integers(-5, 5), st.floats(), st.booleans(), st.text("ab", max_size=2)
            ),
            lambda inner: st.lists(inner, max_size=2),
            max_leaves=4,
        ),
        st.sampled_from(
            ["title", "seed", "people", "chunk", "days", "rule", "against", "settings",
             "planners", "regret", "frontier", "sensitivity", "tune"]
        ),
    )  # fmt: skip
    def test_whatever_stands_at_a_key_there_is_a_plain_answer(
        self, value: object, key: str
    ) -> None:
        lines = [line for line in tiny.SMALL.splitlines() if not line.startswith(f"{key} =")]
        if key in {"settings", "planners", "regret"}:
            lines = lines[: next(at for at, line in enumerate(lines) if line.startswith("[["))]
        text = f"{key} = {_toml(value)}\n" + "\n".join(lines)

        try:
            tiny.spec(text)
        except UnusableSpec as told:
            assert all(": " in one for one in told.sentences)  # noqa: PT017 - either will do


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_toml(one) for one in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
