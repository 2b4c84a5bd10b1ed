"""Luck belongs to a person and a day, and speed changes no bit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.cohort import engine
from steadystep.cohort.crowd import Crowd
from steadystep.cohort.outcome import Outcome
from steadystep.cohort.policies.named import KINDS, planner
from steadystep.cohort.told import NO_DOSE, Choice, Planner, Start, Told
from steadystep.cohort.world import FAMILIES, World

SEED = 20
SHORT = World(days=40, run_in=14)
# Everything in a world that can be changed, changed.
CHANGED = World(
    days=60,
    run_in=21,
    rho=0.4,
    kappa=0.3,
    sensitivity=1.5,
    memory=0.7,
    trainability=1.2,
    noise=1.3,
    exogenous=1.4,
    boom=1.6,
    adherence=0.1,
    missing=2.0,
    late=1,
    first_weeks=2.0,
    watch=1,
    evening=1,
)
# Numbers of an outcome that no planner can change.
FATES = {"noise", "noise_fatigue", "worry", "event_left", "infection_left"}


def begin(_start: Start, dose: float) -> float:
    """A planner whose every dose is its only knob."""
    return dose


def choose(memory: float, _told: Told, _dose: float) -> tuple[float, Choice]:
    return memory, Choice(memory, 0, 0, 0)


def always(dose: float) -> Planner:
    return Planner("always", begin, choose, dose)


def lived(world: World, plan: Planner, first: int, count: int) -> np.ndarray:
    return engine.run(world, plan, SEED, first, count, compiled=False)


def field(rows: np.ndarray, name: str) -> np.ndarray:
    return rows[:, Outcome._fields.index(name)]


class TestLuck:
    def test_nobodys_outcome_depends_on_who_else_lives(self) -> None:
        together = lived(SHORT, planner("ramp"), 5, 4)
        alone = [lived(SHORT, planner("ramp"), 5 + place, 1)[0] for place in range(4)]

        assert together.tobytes() == np.array(alone).tobytes()

    def test_any_chunks_give_the_same_rows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        whole = lived(SHORT, planner("ramp"), 0, 7)
        for at_once in (1, 2, 5):
            monkeypatch.setattr(engine, "AT_ONCE", at_once)

            assert lived(SHORT, planner("ramp"), 0, 7).tobytes() == whole.tobytes()

    @settings(max_examples=8, deadline=None)
    @given(dose=st.floats(0, 200), family=st.integers(0, len(FAMILIES) - 1))
    def test_the_same_luck_meets_everybody_under_every_plan(self, dose: float, family: int) -> None:
        """Stress, illness and noise are drawn the same, whatever is done."""
        worlds = World(family=family, days=15, run_in=14)
        with_it = Crowd(worlds, SEED, 3, 2, compiled=False)
        without = Crowd(worlds, SEED, 3, 2, compiled=False)
        for _ in range(worlds.days):
            with_it.step([dose, dose])
            without.step([NO_DOSE, NO_DOSE])
        for mine, other in zip(with_it._joined.beings, without._joined.beings, strict=True):
            for name in FATES:
                assert getattr(mine.life, name) == getattr(other.life, name)

    def test_another_seed_is_another_country(self) -> None:
        here = engine.run(SHORT, planner("none"), 1, 0, 3, compiled=False)
        there = engine.run(SHORT, planner("none"), 2, 0, 3, compiled=False)

        assert not np.isin(field(here, "minutes"), field(there, "minutes")).any()


class TestOutcomes:
    @pytest.mark.parametrize("family", range(len(FAMILIES)), ids=FAMILIES)
    @pytest.mark.parametrize("rho", [0.0, 1.0])
    def test_every_outcome_is_a_number_that_can_be(self, family: int, rho: float) -> None:
        world = SHORT._replace(family=family, rho=rho)
        rows = lived(world, planner("ramp"), 0, 4)

        assert np.isfinite(rows).all()
        assert (field(rows, "flare_days") <= world.days).all()
        assert (field(rows, "caused_days") <= field(rows, "flare_days")).all()
        assert (field(rows, "planned") <= world.days).all()
        assert (field(rows, "minutes") > 0).all()

    @pytest.mark.parametrize("dose", [float("nan"), -3.0, 1e9, float("inf")])
    def test_a_dose_that_is_none_is_a_fault_of_the_first_day(self, dose: float) -> None:
        rows = lived(SHORT, always(dose), 0, 2)

        assert (field(rows, "fault_on") == 1).all()
        assert (field(rows, "planned") == 1).all()
        assert (field(rows, "last_dose") == 0).all()

    def test_a_person_without_a_run_in_joins_with_their_usual_day(self) -> None:
        rows = lived(World(run_in=0, days=20), planner("ramp"), 0, 2)

        assert np.isfinite(rows).all()


class TestOneDayAtATime:
    @pytest.mark.parametrize("family", range(len(FAMILIES)), ids=FAMILIES)
    def test_a_crowd_given_the_same_doses_has_the_same_outcomes(self, family: int) -> None:
        world = SHORT._replace(family=family)
        crowd = Crowd(world, SEED, 2, 3, compiled=False)
        while crowd.day < world.days:
            crowd.step(np.full(3, 12.5))

        assert crowd.outcomes().tobytes() == lived(world, always(12.5), 2, 3).tobytes()

    def test_what_is_told_fits_what_is_true(self) -> None:
        crowd = Crowd(SHORT, SEED, 0, 6, compiled=False)
        crowd.step(np.full(6, 5.0))

        assert (crowd["day"] == 1).all()
        assert set(crowd["did"]) <= {-1.0, 0.0, 100.0}
        assert (crowd["capacity"] == 0).all()
        assert (crowd["latent_capacity"] > 0).all()
        with pytest.raises(KeyError):
            crowd["weight"]

    def test_a_clairvoyant_crowd_is_told_what_today_leaves(self) -> None:
        assert (Crowd(SHORT, SEED, 0, 3, clairvoyant=True, compiled=False)["capacity"] != 0).all()

    def test_each_person_wants_a_dose_and_days_come_to_an_end(self) -> None:
        crowd = Crowd(World(days=1, run_in=14), SEED, 0, 2, compiled=False)
        with pytest.raises(ValueError, match="One dose for each of 2"):
            crowd.step([1.0])
        crowd.step([1.0, 2.0])
        with pytest.raises(ValueError, match="are over"):
            crowd.step([1.0, 2.0])

    def test_a_diary_ends_where_the_outcome_says(self) -> None:
        told = engine.diary(SHORT, planner("ramp"), SEED, 4)
        row = lived(SHORT, planner("ramp"), 4, 1)[0]
        gain = 100 * (told["capacity"][-1] / told["capacity"][SHORT.run_in - 1] - 1)

        assert set(told) == set(engine.SERIES)
        assert all(len(series) == SHORT.run_in + SHORT.days for series in told.values())
        assert gain == pytest.approx(row[0])
        assert np.isnan(told["dose"][: SHORT.run_in]).all()


@pytest.mark.slow
class TestCompiled:
    """A few hundred person-years; `benchmarks/exactness.py` compares ten thousand."""

    @pytest.mark.parametrize("family", range(len(FAMILIES)), ids=FAMILIES)
    @pytest.mark.parametrize("rho", [0.0, 0.4, 1.0])
    def test_compiled_people_live_the_same_years_to_the_bit(self, family: int, rho: float) -> None:
        for world in (World(family=family, rho=rho), CHANGED._replace(family=family, rho=rho)):
            plan = planner("ramp")
            fast = engine.run(world, plan, SEED, 11, 12)
            slow = engine.run(world, plan, SEED, 11, 12, compiled=False)

            assert fast.tobytes() == slow.tobytes()

    @pytest.mark.parametrize("kind", ["none", "symptom_contingent", "oracle"])
    def test_it_does_not_matter_who_plans(self, kind: str) -> None:
        assert kind in KINDS
        fast = engine.run(CHANGED, planner(kind), SEED, 0, 8)

        assert fast.tobytes() == lived(CHANGED, planner(kind), 0, 8).tobytes()

    def test_a_crowd_and_a_diary_are_the_same_at_both_speeds(self) -> None:
        fast = Crowd(CHANGED, SEED, 0, 5, clairvoyant=True)
        slow = Crowd(CHANGED, SEED, 0, 5, clairvoyant=True, compiled=False)
        for _ in range(CHANGED.days):
            assert fast.told.tobytes() == slow.told.tobytes()
            assert fast.felt.tobytes() == slow.felt.tobytes()
            fast.step(np.full(5, 20.0))
            slow.step(np.full(5, 20.0))
            assert fast.spent.tobytes() == slow.spent.tobytes()
        assert fast.outcomes().tobytes() == slow.outcomes().tobytes()

    def test_a_fault_is_the_same_fault(self) -> None:
        for dose in (float("nan"), -2.0, 2000.0):
            fast = engine.run(SHORT, always(dose), SEED, 0, 3)

            assert fast.tobytes() == lived(SHORT, always(dose), 0, 3).tobytes()
