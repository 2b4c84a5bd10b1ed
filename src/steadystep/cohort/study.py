"""A study is run chunk by chunk. What is finished is kept, and nothing finished is done twice."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steadystep.cohort.outcome import Outcome
from steadystep.cohort.study_chunks import Chunk, ChunkStore
from steadystep.cohort.study_workers import THREADS, Broken, work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from steadystep.cohort.compare import Values
    from steadystep.cohort.spec import Planned, Spec
    from steadystep.cohort.spec_read import Registry
    from steadystep.cohort.study_workers import Run
    from steadystep.cohort.world import World

CHUNKS_FOLDER = "chunks"
_FAULT = Outcome._fields.index("fault_on")


class Cell(NamedTuple):
    """Everybody of a study in one world under one planner.

    Attributes:
        place: What the world is called.
        world: The world.
        planned: The planner.
        first: The first person's number: fresh people begin where the others end.
    """

    place: str
    world: World
    planned: Planned
    first: int = 0


class Lives:
    """What happened to everybody, read from the finished chunks when it is asked for."""

    def __init__(
        self, spec: Spec, store: ChunkStore, *, broken: set[Chunk], unfit: set[Planned]
    ) -> None:
        self._spec = spec
        self._store = store
        self._broken = broken
        self._unfit = unfit

    def of(self, world: World, planned: Planned, *, fresh: bool = False) -> Values | None:
        """A row of `Outcome` for each person; None where they were left out.

        Args:
            world: The world.
            planned: The planner.
            fresh: Other people, as many.
        """
        cell = Cell("", world, planned, self._spec.people if fresh else 0)
        chunks = list(_chunks(cell, self._spec))
        if planned in self._unfit or not self._broken.isdisjoint(chunks):
            return None
        return np.concatenate([self._store.need(chunk) for chunk in chunks])


class Finished(NamedTuple):
    """A study that has been run.

    Attributes:
        lives: What happened to everybody.
        left_out: What could not be worked out, and is left out: a sentence each.
    """

    lives: Lives
    left_out: tuple[str, ...]


def run_study(
    spec: Spec,
    folder: Path,
    *,
    registry: Registry,
    run: Run,
    code: str,
    engine: str = THREADS,
    jobs: int = -1,
    tell: Callable[[int, int], None] | None = None,
) -> Finished:
    """Live all lives of a study that have not been lived yet.

    Args:
        spec: The study.
        folder: Its folder; finished chunks lie inside.
        registry: The planners there are.
        run: Lives the lives.
        code: What tells one state of the models and the rule from another.
        engine: Who does the work.
        jobs: Workers; -1 for one on each core.
        tell: Is told how many chunks are done and how many there are, first and after each.
    """
    store = ChunkStore(folder / CHUNKS_FOLDER, code)
    cells = cells_of(spec)
    wanted = list(dict.fromkeys(chunk for cell in cells for chunk in _chunks(cell, spec)))
    left = [chunk for chunk in wanted if store.read(chunk) is None]
    done = len(wanted) - len(left)
    tell = tell or _nobody
    tell(done, len(wanted))
    broken: dict[Chunk, str] = {}
    with closing(work(left, run, registry.build, engine=engine, jobs=jobs)) as coming:
        for chunk, outcomes in coming:
            if isinstance(outcomes, Broken):
                broken[chunk] = outcomes.why
            else:
                store.keep(chunk, outcomes)
            done += 1
            tell(done, len(wanted))
    unfit = dict(_unfit(cells, spec, store))
    lives = Lives(spec, store, broken=set(broken), unfit=set(unfit))
    return Finished(lives, (*unfit.values(), *_told(broken, cells, spec)))


def cells_of(spec: Spec) -> list[Cell]:
    """Every world and planner that a study needs, each once."""
    return list(dict.fromkeys([*_compared(spec), *_swept(spec), *_changed(spec), *_tuned(spec)]))


def changed(world: World, fields: Iterable[tuple[str, float]]) -> World:
    """A world with some of its fields changed."""
    return type(world)(**{**world._asdict(), **dict(fields)})


def _compared(spec: Spec) -> Iterator[Cell]:
    for setting in spec.settings:
        for family, world in setting.worlds():
            for planned in (*spec.planners, *spec.regret.oracles):
                yield Cell(f"{setting.name}, {family}", world, planned)


def _swept(spec: Spec) -> Iterator[Cell]:
    if spec.frontier is None:
        return
    for name in spec.frontier.settings:
        for family, world in spec.setting(name).worlds():
            for sweep in spec.frontier.sweeps:
                for planned in sweep.planners():
                    yield Cell(f"{name}, {family}", world, planned)


def _changed(spec: Spec) -> Iterator[Cell]:
    if spec.sensitivity is None:
        return
    setting = spec.setting(spec.sensitivity.setting)
    for family in spec.sensitivity.families:
        world = setting.world_of(family)
        unchanged = (f"{setting.name}, {family}", world)
        others = (
            (f"{setting.name}, {family}, {change.name}", changed(world, change.fields))
            for change in spec.sensitivity.changes
        )
        for place, other in (unchanged, *others):
            for name in spec.sensitivity.planners:
                yield Cell(place, other, spec.planner(name))


def _tuned(spec: Spec) -> Iterator[Cell]:
    if spec.tune is None:
        return
    setting = spec.setting(spec.tune.setting)
    for family in spec.tune.families:
        for planned in spec.tune.candidates:
            for first in (0, spec.people):
                yield Cell(f"{setting.name}, {family}", setting.world_of(family), planned, first)


def _chunks(cell: Cell, spec: Spec) -> Iterator[Chunk]:
    """The people of a cell, so many at a time."""
    for start in range(0, spec.people, spec.chunk):
        yield Chunk(
            world=cell.world,
            kind=cell.planned.kind,
            knobs=cell.planned.knobs,
            seed=spec.seed,
            first=cell.first + start,
            people=min(spec.chunk, spec.people - start),
        )


def _unfit(cells: Sequence[Cell], spec: Spec, store: ChunkStore) -> Iterator[tuple[Planned, str]]:
    """The planners that gave a dose that is none to anybody, and the sentence that says so."""
    known: set[Planned] = set()
    for cell in cells:
        if cell.planned in known:
            continue
        for chunk in _chunks(cell, spec):
            fault = _first_fault(store.read(chunk))
            if fault is not None:
                place, why = fault
                person = f"person {chunk.first + place + 1:,} ({cell.place})"
                known.add(cell.planned)
                told = f"{cell.planned.name} {why} for {person}: that planner is left out."
                yield cell.planned, told
                break


def _first_fault(outcomes: Values | None) -> tuple[int, str] | None:
    """The first person with a fault, by their place in the chunk, and what it was."""
    if outcomes is None:
        return None
    faulty = (outcomes[:, _FAULT] > 0) | ~np.isfinite(outcomes).all(axis=1)
    if not faulty.any():
        return None
    place = int(faulty.argmax())
    day = outcomes[place, _FAULT]
    if day > 0:
        return place, f"gave no usable dose on day {day:.0f}"
    return place, "led to a result that is no number"


def _told(broken: dict[Chunk, str], cells: Sequence[Cell], spec: Spec) -> Iterator[str]:
    """A sentence for each chunk that could not be worked out."""
    for cell in cells:
        for chunk in _chunks(cell, spec):
            if chunk in broken:
                yield (
                    f"{cell.planned.name} ({cell.place}), {chunk.told()}, could not be worked "
                    f"out: {broken[chunk]}. That planner is left out there."
                )


def _nobody(done: int, there_are: int) -> None:
    """Where nobody wants to be told."""
