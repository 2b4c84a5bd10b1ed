"""What a study is: which invented people, in which worlds, under which planners. Facts alone."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.spec_fields import Limits, Plain
from steadystep.cohort.world import FAMILIES, World

if TYPE_CHECKING:
    from collections.abc import Iterator

# The families a study looks at where it does not say: all but the scripted one.
USUAL_FAMILIES = ("A", "B", "C", "D")
# The most people of one study: beyond it a result would fill a disk. A choice.
PEOPLE = Limits(2, 10_000_000, whole=True)
SEED = Limits(0, 2**31 - 1, whole=True)
# A chunk is what is lost at most when a study is stopped. A choice.
CHUNK = Limits(1, 1_000_000, whole=True)
USUAL_CHUNK = 1_000

# What the fields of a world may be. The bounds of rho and kappa come with the issue; those of the
# times-so-much fields are a choice: zero takes the thing away, ten is beyond any person.
_TIMES = Limits(0, 10)
WORLD_LIMITS = {
    "days": Limits(7, 3_653, whole=True),
    "run_in": Limits(14, 365, whole=True),
    "rho": Limits(0, 1),
    "kappa": Limits(0, 0.5),
    "sensitivity": _TIMES,
    "memory": _TIMES,
    "trainability": _TIMES,
    "noise": _TIMES,
    "exogenous": _TIMES,
    "boom": _TIMES,
    "adherence": Limits(-1, 1),
    "missing": _TIMES,
    "late": Limits(0, 7, whole=True),
    "first_weeks": Limits(0, 5),
    "watch": Limits(0, 1, whole=True),
    "evening": Limits(0, 1, whole=True),
}

# Points of gain that one flare day a year outweighs. A choice, as in the prototype: a flare day
# costs one point of capacity.
WEIGHT = 1.0
WEIGHTS = Limits(0, 100)

Knobs = tuple[tuple[str, Plain], ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A planner of a study.

    Attributes:
        name: What tables call it.
        kind: One of the registry of planners.
        knobs: Its numbers, by name; what is not named stays as the registry has it.
    """

    name: str
    kind: str
    knobs: Knobs = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """A world for each of some families of bodies.

    Attributes:
        name: What tables call it.
        families: Families of bodies.
        world: All but the family.
    """

    name: str
    families: tuple[str, ...]
    world: World

    def worlds(self) -> Iterator[tuple[str, World]]:
        """Each family and its world."""
        for family in self.families:
            yield family, self.world_of(family)

    def world_of(self, family: str) -> World:
        """The world of one family."""
        return self.world._replace(family=FAMILIES.index(family))


@dataclass(frozen=True, slots=True)
class Sweep:
    """One planner with one knob turned.

    Attributes:
        name: What tables call it.
        kind: One of the registry of planners.
        knob: The knob that is turned.
        values: Where it is turned to.
        knobs: The other knobs.
    """

    name: str
    kind: str
    knob: str
    values: tuple[float, ...]
    knobs: Knobs = ()

    def planners(self) -> tuple[Planned, ...]:
        """The planner at each value."""
        turned = [dict(self.knobs) | {self.knob: value} for value in self.values]
        return tuple(
            Planned(
                name=f"{self.name}, {self.knob} {knobs[self.knob]:g}",
                kind=self.kind,
                knobs=tuple(sorted(knobs.items())),
            )
            for knobs in turned
        )


@dataclass(frozen=True, slots=True)
class Frontier:
    """What sweeps gain at equal harm.

    Attributes:
        settings: Names of the settings it is drawn in.
        harm: Flare days caused a year at which they are compared, by family.
        sweeps: Planners with a knob turned. The first is the one the others are held against.
    """

    settings: tuple[str, ...]
    harm: tuple[tuple[str, tuple[float, ...]], ...]
    sweeps: tuple[Sweep, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing about the world that is changed.

    Attributes:
        name: What tables call it.
        fields: Fields of the world and their new values.
    """

    name: str
    fields: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What the results depend on: one thing changed at a time.

    Attributes:
        setting: Name of the setting that is changed.
        families: Families of bodies.
        planners: Names of the planners that are looked at.
        changes: What is changed.
    """

    setting: str
    families: tuple[str, ...]
    planners: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Regret:
    """How far below the best that could be.

    Attributes:
        oracles: Planners that know what nobody can; they show how far there is to go.
        families: Families over which the worst regret is taken.
        weight: Points of gain that one flare day caused a year outweighs.
    """

    oracles: tuple[Planned, ...] = ()
    families: tuple[str, ...] = USUAL_FAMILIES
    weight: float = WEIGHT


@dataclass(frozen=True, slots=True)
class Tune:
    """Candidates tuned on one family and tested on the others, with people of their own for each.

    Attributes:
        setting: Name of the setting.
        families: Families of bodies.
        candidates: The planners to choose from.
    """

    setting: str
    families: tuple[str, ...]
    candidates: tuple[Planned, ...]


class Compared(NamedTuple):
    """Which planner the report is about, and which it is held against."""

    rule: str
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spec:
    """A study.

    Attributes:
        title: What the report is called.
        seed: Where all chance begins.
        people: Invented people in each world.
        chunk: People in one piece of work. It changes no result.
        compared: The planner the report is about, and those it is held against.
        settings: Worlds.
        planners: Planners, in the order of the tables.
        regret: What regret is.
        frontier: Equal harm, where it is asked for.
        sensitivity: What the results depend on, where it is asked for.
        tune: Tuned on one and tested on others, where it is asked for.
    """

    title: str
    seed: int
    people: int
    chunk: int
    compared: Compared
    settings: tuple[Setting, ...]
    planners: tuple[Planned, ...]
    regret: Regret
    frontier: Frontier | None = None
    sensitivity: Sensitivity | None = None
    tune: Tune | None = None

    def setting(self, name: str) -> Setting:
        """Find a setting."""
        return next(one for one in self.settings if one.name == name)

    def planner(self, name: str) -> Planned:
        """Find a planner or an oracle."""
        return next(one for one in (*self.planners, *self.regret.oracles) if one.name == name)

    @property
    def fingerprint(self) -> str:
        """The same for all specs that have the same results, however they are cut into chunks."""
        facts = asdict(self)
        del facts["chunk"]
        return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
