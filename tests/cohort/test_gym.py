"""The cohort as Gymnasium knows environments."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env
from gymnasium.vector import AutoresetMode

import steadystep.cohort
from steadystep.cohort.gym import MORNING, ON_JOINING, Movement, MovementVector

PAGE = Path(__file__).parents[2] / "docs" / "researchers" / "gymnasium.md"
NAME = "steadystep/Movement-v1"
SHORT: dict[str, Any] = {"days": 20, "run_in": 14}


def many(count: int, **settings: object) -> MovementVector:
    return MovementVector(count, compiled=False, **{**SHORT, **settings})


class TestOnePerson:
    @pytest.mark.parametrize("family", ["A", "B", "C", "D", "R"])
    def test_gymnasium_finds_nothing_to_warn_of(self, family: str) -> None:
        steadystep.cohort.register()
        env = gymnasium.make(NAME, family=family, watch=1, evening=1, **SHORT)
        check_env(env.unwrapped)

    def test_a_seed_is_a_person(self) -> None:
        env = Movement(**SHORT)
        first, again = env.reset(seed=4)[0], env.reset(seed=4)[0]
        another = env.reset()[0]

        assert np.array_equal(first, again)
        assert not np.array_equal(first, another)

    def test_an_observation_has_a_name_for_each_number(self) -> None:
        env = Movement(**SHORT)
        seen, _ = env.reset(seed=1)

        assert seen.shape == (len(MORNING) + len(ON_JOINING),)
        assert env.observation_space.contains(seen)

    def test_the_days_come_to_an_end_and_nobody_ends_them_early(self) -> None:
        env = Movement(**SHORT)
        env.reset(seed=3)
        ends = [env.step(5.0)[2:4] for _ in range(20)]

        assert ends == [(False, False)] * 19 + [(False, True)]

    def test_rewards_add_up_to_the_gain_and_costs_are_flare_days(self) -> None:
        env = Movement(**{**SHORT, "days": 150, "sensitivity": 2.0})
        total, costs = 0.0, set()
        env.reset(seed=8)
        for _ in range(150):
            _, reward, _, _, info = env.step(25.0)
            total += reward
            costs.add(info["cost"])

        assert env._lived is not None
        assert total == pytest.approx(env._lived.crowd.outcomes()[0, 0])
        assert costs <= {0.0, 1.0}

    @pytest.mark.parametrize("dose", [float("nan"), -1.0, 1e6, float("inf")])
    def test_what_is_no_dose_gets_a_plain_answer(self, dose: float) -> None:
        env = Movement(**SHORT)
        env.reset(seed=1)
        with pytest.raises(ValueError, match="A dose is a number of minutes from 0 to 1440"):
            env.step(dose)

    def test_an_action_of_another_shape_gets_a_plain_answer(self) -> None:
        env = Movement(**SHORT)
        env.reset(seed=1)
        with pytest.raises(ValueError, match="one dose for each"):
            env.step(np.array([1.0, 2.0]))  # type: ignore[arg-type]

    def test_before_a_reset_nobody_is_there(self) -> None:
        with pytest.raises(ValueError, match="call reset first"):
            Movement(**SHORT).step(1.0)

    @pytest.mark.parametrize(
        ("setting", "why"),
        [
            ({"family": "X"}, "none of A, B, C, D, R"),
            ({"colour": 3}, "No setting is called 'colour'"),
            ({"rho": 1.5}, "not within 0 to 1"),
            ({"days": 9.5}, "not within"),
            ({"noise": float("nan")}, "not within"),
        ],
    )
    def test_a_world_that_cannot_be_gets_a_plain_answer(
        self, setting: dict[str, Any], why: str
    ) -> None:
        with pytest.raises(ValueError, match=why):
            Movement(**setting)


class TestManyPeople:
    def test_the_first_of_many_is_the_one(self) -> None:
        one, all_of_them = Movement(**SHORT), many(4)
        seen, _ = one.reset(seed=6)
        rows, _ = all_of_them.reset(seed=6)
        assert np.array_equal(rows[0], seen)
        for _ in range(20):
            mine = one.step(7.5)
            theirs = all_of_them.step(np.full(4, 7.5))
            assert np.array_equal(theirs[0][0], mine[0])
            assert theirs[1][0] == mine[1]
            assert theirs[3].all() == mine[3]
            assert theirs[4]["cost"][0] == mine[4]["cost"]

    def test_gymnasium_makes_the_native_one(self) -> None:
        steadystep.cohort.register()
        envs = gymnasium.make_vec(NAME, num_envs=3, compiled=False, **SHORT)

        assert isinstance(envs.unwrapped, MovementVector)
        assert envs.metadata["autoreset_mode"] is AutoresetMode.DISABLED

    def test_observations_lie_in_their_space_and_no_number_is_missing(self) -> None:
        envs = many(5, watch=1, family="D")
        rows, infos = envs.reset(seed=2)
        assert envs.observation_space.contains(rows)
        assert infos["_cost"].all()
        for _ in range(20):
            rows, reward, _, _, infos = envs.step(envs.action_space.sample())
            assert envs.observation_space.contains(rows)
            assert np.isfinite(reward).all()
            assert np.isfinite(infos["cost"]).all()

    def test_what_was_returned_is_not_written_over(self) -> None:
        envs = many(3)
        before, infos = envs.reset(seed=2)
        kept = before.copy(), infos["left"].copy()
        envs.step(np.full(3, 5.0))

        assert np.array_equal(before, kept[0])
        assert np.array_equal(infos["left"], kept[1])

    def test_a_crowd_begins_anew_together(self) -> None:
        envs = many(2)
        envs.reset(seed=1, options={"reset_mask": np.array([True, True])})
        with pytest.raises(ValueError, match="all begin anew together"):
            envs.reset(options={"reset_mask": np.array([True, False])})
        with pytest.raises(ValueError, match="one seed"):
            envs.reset(seed=[1, 2])

    @pytest.mark.slow
    def test_the_fast_crowd_is_the_slow_one(self) -> None:
        fast, slow = MovementVector(3, **SHORT), many(3)
        assert np.array_equal(fast.reset(seed=9)[0], slow.reset(seed=9)[0])
        for _ in range(20):
            mine, other = (one.step(np.full(3, 5.0)) for one in (fast, slow))
            assert np.array_equal(mine[0], other[0])
            assert np.array_equal(mine[1], other[1])


class TestTheDoor:
    def test_the_example_of_the_page_runs(self) -> None:
        """As it stands it compiles, which takes some seconds; here plain Python is enough."""
        (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
        assert "days=30)" in example
        example = example.replace("days=30)", "days=30, compiled=False)")
        exec(compile(example, str(PAGE), "exec"), {})  # noqa: S102 - it is our own page

    def test_the_room_opens_where_gymnasium_is_not_installed(self) -> None:
        words = "import sys; sys.modules['gymnasium'] = None; import steadystep.cohort"
        subprocess.run([sys.executable, "-c", words], check=True)

    @pytest.mark.parametrize(
        "order", ["gymnasium, steadystep.cohort", "steadystep.cohort, gymnasium"]
    )
    def test_the_environment_is_known_in_whatever_order_the_two_are_imported(
        self, order: str
    ) -> None:
        words = f"import {order}; print({NAME!r} in gymnasium.registry)"
        told = subprocess.run([sys.executable, "-c", words], check=True, capture_output=True)

        assert told.stdout.strip() == b"True"
