"""The numbers of a study, as tables, figures and the report take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.cohort.compare import Difference, Interval, Summary
    from steadystep.cohort.frontier import Point


class Row(NamedTuple):
    """One planner in one world.

    Attributes:
        planner: Its name.
        knows: Whether it knows what nobody can.
        summary: What happened; None where it was left out.
        regret: Use below the best of the world; None where it was left out.
    """

    planner: str
    knows: bool
    summary: Summary | None
    regret: Interval | None


class Pair(NamedTuple):
    """Two planners in one world, people paired.

    Attributes:
        planner: The one.
        other: The other.
        less: The one less the other.
    """

    planner: str
    other: str
    less: Difference


class Table(NamedTuple):
    """One world.

    Attributes:
        setting: The setting's name.
        family: The family of bodies.
        days: How long the plan lasted.
        rows: The planners, in the order of the spec.
        pairs: Each planner less the rule, and less each one it is held against.
        limit: The planner that was worth most, oracles included; None where all were left out.
    """

    setting: str
    family: str
    days: int
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]
    limit: str | None

    def row(self, planner: str) -> Row:
        """Find a planner's row."""
        return next(row for row in self.rows if row.planner == planner)

    def less(self, planner: str, other: str) -> Difference | None:
        """Find one planner less another."""
        found = (pair.less for pair in self.pairs if pair[:2] == (planner, other))
        return next(found, None)


class Worst(NamedTuple):
    """The worst regret over families, in one setting.

    Attributes:
        setting: The setting's name.
        families: The families it is taken over.
        regrets: Points of use, by planner.
    """

    setting: str
    families: tuple[str, ...]
    regrets: Mapping[str, float]


class AtHarm(NamedTuple):
    """A sweep at a given harm.

    Attributes:
        caused: Flare days caused a year.
        gain: The gain there; None outside of the sweep.
        more: The gain there less the first sweep's; None where either is unknown.
    """

    caused: float
    gain: Interval | None
    more: Interval | None


class Swept(NamedTuple):
    """One sweep in one world.

    Attributes:
        setting: The setting's name.
        family: The family of bodies.
        sweep: The sweep's name.
        knob: What is turned.
        points: Where it was turned to, and the harm and gain there.
        at: The gain at the given harms.
    """

    setting: str
    family: str
    sweep: str
    knob: str
    points: tuple[tuple[float, Point], ...]
    at: tuple[AtHarm, ...]


class Changed(NamedTuple):
    """One planner in a world of which one thing is changed.

    Attributes:
        family: The family of bodies.
        change: What is changed; empty for nothing.
        planner: The planner's name.
        gain: Mean gain, per cent.
        caused: Mean flare days caused a year.
        more_use: Use less that of the first planner it is held against; None for that one.
    """

    family: str
    change: str
    planner: str
    gain: float
    caused: float
    more_use: Interval | None


class Tuned(NamedTuple):
    """The candidate chosen on some families, and what it was worth to fresh people.

    Attributes:
        on: What it was chosen on: a family, or all of them by the smallest worst regret.
        candidate: The chosen candidate.
        uses: Its use in each family.
        regrets: Its use below the best candidate's, in each family.
    """

    on: str
    candidate: str
    uses: Mapping[str, float]
    regrets: Mapping[str, float]

    @property
    def worst(self) -> float:
        """Its worst regret."""
        return max(self.regrets.values())


class Results(NamedTuple):
    """The numbers of a study."""

    tables: tuple[Table, ...]
    worst: tuple[Worst, ...]
    swept: tuple[Swept, ...]
    changed: tuple[Changed, ...]
    tuned: tuple[Tuned, ...]
