"""`steadystep/Movement-v1`: the cohort as Gymnasium knows environments, to train or to test with.

One person each. An agent hears what a person would have told that morning and answers with a dose
for the day; nobody's body is shown. An episode is the time with the plan. Whoever leaves the plan
lives on as they like, and their doses are not looked at: nothing ends early, so that an agent
cannot look better by driving people away. Nothing here is clinical evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import gymnasium
import numpy as np
from gymnasium.spaces import Box
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space

from steadystep.cohort.crowd import Crowd
from steadystep.cohort.spec import WORLD_LIMITS
from steadystep.cohort.tally import COUNTING
from steadystep.cohort.told import Start, Told
from steadystep.cohort.world import FAMILIES, World

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]

# Gymnasium gives seeds of any size; a study's has 32 bits.
SEEDS = 1 << 32


class Range(NamedTuple):
    """What a number of an observation may be. Beyond it is cut."""

    low: float
    high: float


TENTHS, HUNDREDTHS, MINUTES = Range(-1, 100), Range(-1, 1000), Range(-1, 10_000)
YES_OR_NO = Range(0, 1)
# This morning, as in `Told`; then what was known on joining, as in `Start`. -1 is not told.
MORNING = {
    "day": Range(0, 10_000),
    "pain": TENTHS,
    "fatigue": TENTHS,
    "hard_day": YES_OR_NO,
    "did": Range(-1, 100),
    "load": MINUTES,
    "sleep": TENTHS,
    "hrv": Range(-20, 20),
    "evening": TENTHS,
}
ON_JOINING = {
    "usual_pain": TENTHS,
    "usual_fatigue": TENTHS,
    "spread_pain": HUNDREDTHS,
    "spread_fatigue": HUNDREDTHS,
    "habit": MINUTES,
    "dose": MINUTES,
    "whole_day": YES_OR_NO,
}
_RANGES = (*MORNING.values(), *ON_JOINING.values())
_LOW = np.array([one.low for one in _RANGES], dtype=np.float32)
_HIGH = np.array([one.high for one in _RANGES], dtype=np.float32)
_MORNING = [Told._fields.index(name) for name in MORNING]
_ON_JOINING = [Start._fields.index(name) for name in ON_JOINING]


def observation_space() -> Box:
    """The numbers of `MORNING` and then those of `ON_JOINING`."""
    return Box(_LOW, _HIGH, dtype=np.float32)


def action_space() -> Box:
    """One dose, minutes."""
    return Box(0.0, COUNTING.most_minutes, shape=(), dtype=np.float32)


def world_of(settings: dict[str, Any]) -> World:
    """The setting of an episode: fields of `World`, its family by letter.

    Raises:
        ValueError: A setting is not known, or cannot be.
    """
    known = {**settings}
    family = known.pop("family", FAMILIES[0])
    if family not in FAMILIES:
        raise ValueError(f"family: {family!r} is none of {', '.join(FAMILIES)}.")
    for name, value in known.items():
        if name not in WORLD_LIMITS:
            raise ValueError(f"No setting is called {name!r}. There are {', '.join(WORLD_LIMITS)}.")
        limits = WORLD_LIMITS[name]
        if not limits.low <= value <= limits.high or (limits.whole and value != int(value)):
            raise ValueError(f"{name}: {value!r} is not within {limits}.")
    return World(**{**known, "family": FAMILIES.index(family)})


def doses_of(action: ArrayLike, count: int) -> Numbers:
    """A dose for each person.

    Raises:
        ValueError: There is not one number for each, or one of them is no dose.
    """
    doses = np.asarray(action, dtype=np.float64)
    if doses.shape != (count,):
        raise ValueError(f"An action is one dose for each person, not of shape {doses.shape}.")
    wrong = ~((doses >= 0.0) & (doses <= COUNTING.most_minutes))
    if wrong.any():
        raise ValueError(
            f"A dose is a number of minutes from 0 to {COUNTING.most_minutes:g}, "
            f"not {doses[wrong][0]}."
        )
    return doses


class Lived:
    """A crowd with the words of Gymnasium around it; what both environments are made of."""

    def __init__(self, world: World, seed: int, count: int, *, compiled: bool) -> None:
        self.crowd = Crowd(world, seed, 0, count, compiled=compiled)
        self.gain = np.zeros(count)

    def observation(self) -> Floats:
        """What each tells, as numbers within the observation space."""
        crowd = self.crowd
        rows = np.hstack((crowd.told[:, _MORNING], crowd.starts[:, _ON_JOINING]))
        within: Floats = np.clip(rows, _LOW, _HIGH).astype(np.float32)
        return within

    def step(self, doses: Numbers) -> Numbers:
        """Live a day; return what capacity gained on it, per cent of capacity on joining."""
        before = self.gain
        self.crowd.step(doses)
        self.gain = self.crowd["gain"].copy()
        return self.gain - before

    @property
    def is_over(self) -> bool:
        """Was this the last day?"""
        return self.crowd.day >= self.crowd.world.days


class Movement(gymnasium.Env[Any, Any]):
    """One person, one dose a day.

    Observation: 16 numbers, `MORNING` and `ON_JOINING`, in the units of `Told` and `Start`.
    Action: one dose, minutes.
    Reward: what capacity gained on that day, per cent of capacity on joining.
    Cost: `info["cost"]` is 1.0 on a morning in a flare that activity caused.
    End: truncated after the days of the world. Nothing terminates; `info["left"]` is 1.0 from the
    day a person has left the plan.
    """

    metadata: dict[str, Any] = {"render_modes": []}  # noqa: RUF012 - as Gymnasium declares it

    def __init__(self, *, compiled: bool = False, **settings: Any) -> None:  # noqa: ANN401 - of World
        """Prepare a world.

        Args:
            compiled: Whether to use numba where it is installed. It changes no bit. Compiling
                takes some seconds, which one person does not win back in a year.
            settings: Fields of `World`, the family by its letter.

        Raises:
            ValueError: A setting is not known, or cannot be.
        """
        self.world = world_of(settings)
        self.compiled = compiled
        self.observation_space, self.action_space = observation_space(), action_space()
        self._lived: Lived | None = None

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Floats, dict[str, Any]]:
        """Meet another person, on the morning they join."""
        super().reset(seed=seed, options=options)
        key = int(self.np_random.integers(SEEDS))
        self._lived = Lived(self.world, key, 1, compiled=self.compiled)
        return self._lived.observation()[0], {"cost": 0.0, "left": 0.0}

    def step(self, action: float) -> tuple[Floats, float, bool, bool, dict[str, Any]]:
        """Live today with this dose, and wake tomorrow.

        Raises:
            ValueError: The action is no dose.
        """
        lived = _begun(self._lived)
        doses = doses_of([action], 1)
        reward = float(lived.step(doses)[0])
        crowd = lived.crowd
        info = {"cost": float(crowd["caused"][0]), "left": float(crowd["left"][0])}
        return lived.observation()[0], reward, False, lived.is_over, info


class MovementVector(VectorEnv[Any, Any, Any]):
    """Many people at once, as compiled code: `Movement` for each of them.

    All episodes begin and end together, and nothing begins by itself (`AutoresetMode.DISABLED`).
    """

    metadata: dict[str, Any] = {  # noqa: RUF012 - likewise
        "render_modes": [],
        "autoreset_mode": AutoresetMode.DISABLED,
    }

    def __init__(self, num_envs: int = 1, *, compiled: bool = True, **settings: Any) -> None:  # noqa: ANN401 - of World
        """Prepare a world.

        Args:
            num_envs: How many people.
            compiled: Whether to use numba where it is installed. It changes no bit.
            settings: Fields of `World`, the family by its letter.

        Raises:
            ValueError: A setting is not known, or cannot be.
        """
        self.num_envs = num_envs
        self.world = world_of(settings)
        self.compiled = compiled
        self.render_mode = None
        self.single_observation_space, self.single_action_space = (
            observation_space(),
            action_space(),
        )
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self._lived: Lived | None = None

    def reset(
        self,
        *,
        seed: int | list[int | None] | None = None,
        options: dict[str, Any] | None = None,
    ) -> tuple[Floats, dict[str, Any]]:
        """Meet other people, on the morning they join; the first of them is `Movement`'s.

        Raises:
            ValueError: There is a seed for each, or some are to begin anew and others are not.
        """
        if seed is not None and not isinstance(seed, int):
            raise ValueError("People of one crowd have one seed, not one each.")
        if options is not None and not np.all(options.get("reset_mask", True)):
            raise ValueError("All episodes end together, so all begin anew together.")
        super().reset(seed=seed, options=options)
        key = int(self.np_random.integers(SEEDS))
        self._lived = Lived(self.world, key, self.num_envs, compiled=self.compiled)
        return self._lived.observation(), self._infos()

    def step(self, actions: ArrayLike) -> tuple[Floats, Numbers, Flags, Flags, dict[str, Any]]:
        """Live today with these doses, and wake tomorrow.

        Raises:
            ValueError: An action is no dose.
        """
        lived = _begun(self._lived)
        reward = lived.step(doses_of(actions, self.num_envs))
        nobody = np.zeros(self.num_envs, dtype=np.bool_)
        return lived.observation(), reward, nobody, nobody | lived.is_over, self._infos()

    def _infos(self) -> dict[str, Any]:
        """Cost and leaving, each with the mask by which Gymnasium knows whose it is."""
        crowd, everybody = _begun(self._lived).crowd, np.ones(self.num_envs, dtype=np.bool_)
        return {
            "cost": crowd["caused"].copy(),
            "_cost": everybody,
            "left": crowd["left"].copy(),
            "_left": everybody,
        }


def _begun(lived: Lived | None) -> Lived:
    if lived is None:
        raise ValueError("Nobody is there yet: call reset first.")
    return lived
