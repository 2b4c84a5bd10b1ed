"""A crowd that lives one day at a time, each with a dose that anybody may choose.

What `engine.run` does in one go is here done morning by morning, for whoever plans in another way:
with arrays, with a model, by hand. The days are the same to the bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steadystep.cohort.joining import NEEDED, joined, speed_of
from steadystep.cohort.many import FELT, SPENT, count_all, spend_all, wake_all
from steadystep.cohort.outcome import Outcome
from steadystep.cohort.told import Told

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from steadystep.cohort.world import World

    Numbers = NDArray[np.float64]


class Crowd:
    """So many people from the morning they join.

    Attributes:
        world: The setting.
        day: Today, 0 on the morning of joining.
        starts: What is known of each on joining: a row each, in the order of `Start`.
        before: Series of the run-in, by the names below: a row for each person, a column for each
            day.
        told: What each tells this morning: a row each, in the order of `Told`.
        felt: What is true of this morning and no planner is told, in the order of `FELT`.
        spent: What is true of yesterday likewise, in the order of `SPENT`.

    `told`, `felt` and `spent` are filled anew by every step.
    """

    def __init__(
        self,
        world: World,
        seed: int,
        first: int,
        count: int,
        *,
        clairvoyant: bool = False,
        compiled: bool = True,
        kept: tuple[str, ...] = NEEDED,
    ) -> None:
        """Let people be born, live through the run-in and wake on their first morning.

        Args:
            world: The setting.
            seed: The study's.
            first: The first person's number.
            count: How many people.
            clairvoyant: Whether it is told as well what today leaves for the plan.
            compiled: Whether to use numba where it is installed. It changes no bit.
            kept: Which series of the run-in are kept, those of `NEEDED` among them.
        """
        self.world = world
        self.day = 0
        self._fast = speed_of(compiled)
        self._final: Numbers | None = None
        self._knows = 1 if clairvoyant else 0
        self._joined = joined(world, seed, first, count, compiled=compiled, kept=kept)
        self.starts = self._joined.starts
        self.before = self._joined.before
        self.told = np.zeros((count, len(Told._fields)))
        self.felt = np.zeros((count, len(FELT)))
        self.spent = np.zeros((count, len(SPENT)))
        self._wake()

    def __len__(self) -> int:
        return len(self.told)

    def __getitem__(self, name: str) -> Numbers:
        """A number of each person: a field of `Told`, `FELT` or `SPENT`."""
        for names, rows in ((Told._fields, self.told), (FELT, self.felt), (SPENT, self.spent)):
            if name in names:
                return rows[:, names.index(name)]
        raise KeyError(name)

    def step(self, doses: ArrayLike) -> Numbers:
        """Everybody lives today, and wakes tomorrow.

        Args:
            doses: Minutes for each, or NO_DOSE. Whoever has left the plan does not look at it. A
                number that is no dose is a fault, and its person is with no plan from then on.

        Returns:
            What each tells on the next morning, which is `told`.

        Raises:
            ValueError: There is not one dose for each person, or the last day is over.
        """
        given = np.ascontiguousarray(doses, dtype=np.float64)
        if given.shape != (len(self),):
            raise ValueError(f"One dose for each of {len(self)} people, please.")
        if self.day >= self.world.days:
            raise ValueError(f"The {self.world.days} days of this world are over.")
        people, beings = self._joined.people, self._joined.beings
        self._fast(spend_all)(self.world, people, beings, self.day, given, self.spent)
        self.day += 1
        if self.day == self.world.days:
            # The morning after the last day is told, and counted no more.
            self._final = self.outcomes()
        self._wake()
        return self.told

    def outcomes(self) -> Numbers:
        """What it came to so far: a row each, in the order of `Outcome`.

        Nobody said which doses were rises, calls or days held, so those counts stay at zero.
        """
        if self._final is not None:
            return self._final
        rows = np.empty((len(self), len(Outcome._fields)))
        self._fast(count_all)(self._joined.beings, rows)
        return rows

    def _wake(self) -> None:
        self._fast(wake_all)(
            self.world,
            self._joined.people,
            self._joined.beings,
            self.day,
            self._joined.weather,
            self._knows,
            self.told,
            self.felt,
        )
