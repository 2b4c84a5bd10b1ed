"""Who does the work of a study: this process, threads, processes, or a cluster, all through joblib.

No worker leaves a trace in the results: a chunk's people bring their own chance.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import joblib

from steadystep.cohort.study_chunks import fits

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from steadystep.cohort.compare import Values
    from steadystep.cohort.study_chunks import Chunk
    from steadystep.cohort.told import Planner
    from steadystep.cohort.world import World

SERIAL, THREADS, PROCESSES, DASK, RAY = ENGINES = ("serial", "threads", "processes", "dask", "ray")
# What has to be installed, under the name it is imported by.
_NEEDS = {DASK: "distributed", RAY: "ray"}
_INSTALLED_AS = {DASK: "dask[distributed]", RAY: "ray"}
_LONGEST_WHY = 200
# Chunks a worker is given at a time where results come back all at once. A choice.
_CHUNKS_IN_A_WAVE = 4


class Run(Protocol):
    """What lives the lives of some people: `engine.run`."""

    def __call__(
        self, world: World, planner: Planner, seed: int, first: int, count: int, /
    ) -> Values:
        """Give a row of `Outcome` for each of `count` people from `first` on."""
        ...


class Broken(NamedTuple):
    """A chunk that could not be worked out, twice.

    Attributes:
        why: What was said.
    """

    why: str


class MissingEngine(Exception):
    """The engine that was asked for is not installed; the words say what to install."""


def work(
    chunks: Sequence[Chunk],
    run: Run,
    build: Callable[..., Planner],
    *,
    engine: str = THREADS,
    jobs: int = -1,
) -> Generator[tuple[Chunk, Values | Broken]]:
    """Work out chunks, in whatever order they are done.

    A worker that dies takes its fellows' pool along, so nobody knows whose chunk it was: the rest
    is tried once more in company, then one by one, and the chunk that ends its worker alone is
    given back as broken.

    Args:
        chunks: What is to be done.
        run: Lives the lives.
        build: From a kind and its knobs to a planner.
        engine: One of `ENGINES`.
        jobs: Workers; -1 for one on each core.

    Raises:
        MissingEngine: The engine is not installed.
    """
    # Threads share one compiler; workers elsewhere have their own.
    run = _FirstAlone(run) if engine == THREADS else run
    with _hired(engine, jobs) as crew:
        left = dict.fromkeys(chunks)
        for attempt in (crew.together, crew.together, crew.alone):
            for chunk, done in attempt(list(left), run, build):
                del left[chunk]
                yield chunk, done
            if not left:
                return


class _FirstAlone:
    """Lets the first chunk of each planner run alone, since it is the one that compiles."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._compiling = Lock()
        self._compiled: set[object] = set()

    def __call__(
        self, world: World, planner: Planner, seed: int, first: int, count: int, /
    ) -> Values:
        functions = (planner.begin, planner.choose)
        if functions not in self._compiled:
            with self._compiling:
                done = self._run(world, planner, seed, first, count)
                self._compiled.add(functions)
                return done
        return self._run(world, planner, seed, first, count)


class _Crew(NamedTuple):
    """Workers of one engine."""

    engine: str
    jobs: int

    def together(
        self, chunks: Sequence[Chunk], run: Run, build: Callable[..., Planner]
    ) -> Iterator[tuple[Chunk, Values | Broken]]:
        """Share the chunks out. Ends early where a worker died."""
        try:
            for wave in self._waves(chunks):
                yield from self._parallel(wave, run, build)
        except Exception as why:
            if not _is_a_dead_worker(why):
                raise

    def alone(
        self, chunks: Sequence[Chunk], run: Run, build: Callable[..., Planner]
    ) -> Iterator[tuple[Chunk, Values | Broken]]:
        """Do one chunk at a time, and give back as broken whatever ends its worker."""
        for chunk in chunks:
            done = list(self.together([chunk], run, build))
            yield from done or [(chunk, Broken("its worker ended each time it was tried"))]

    def _waves(self, chunks: Sequence[Chunk]) -> Iterable[Sequence[Chunk]]:
        """Ray gives its results back all at once: in waves, finished work is soon on disk."""
        if self.engine != RAY:
            return [chunks]
        each = _CHUNKS_IN_A_WAVE * max(joblib.effective_n_jobs(self.jobs), 1)
        return [chunks[start : start + each] for start in range(0, len(chunks), each)]

    def _parallel(
        self, chunks: Sequence[Chunk], run: Run, build: Callable[..., Planner]
    ) -> Iterator[tuple[Chunk, Values | Broken]]:
        how: dict[str, Any] = {"n_jobs": self.jobs, "batch_size": 1}
        if self.engine in {SERIAL, THREADS}:
            how["backend"] = "threading"
        elif self.engine == PROCESSES:
            how["backend"] = "loky"
        if self.engine != RAY:
            how["return_as"] = "generator_unordered"
        yield from joblib.Parallel(**how)(
            joblib.delayed(_one)(chunk, run, build) for chunk in chunks
        )


def _one(chunk: Chunk, run: Run, build: Callable[..., Planner]) -> tuple[Chunk, Values | Broken]:
    """Work one chunk out where a worker is; what goes wrong is tried once more, then told."""
    why = ""
    for _ in range(2):
        try:
            planner = build(chunk.kind, **dict(chunk.knobs))
            done = run(chunk.world, planner, chunk.seed, chunk.first, chunk.people)
        except Exception as trouble:  # noqa: BLE001 - a planner may raise anything
            # A compiler may say pages: the first line is its gist.
            gist = next(iter(str(trouble).splitlines()), "")[:_LONGEST_WHY]
            why = f"{type(trouble).__name__}: {gist}".rstrip(": ")
            continue
        if fits(done, chunk):
            return chunk, done
        why = "it gave no row of numbers for each person"
    return chunk, Broken(why)


def _is_a_dead_worker(why: Exception) -> bool:
    """Told by the names of loky, Dask and Ray: importing the three to compare would cost more."""
    names = {each.__name__ for each in type(why).__mro__}
    return bool(names & {"BrokenExecutor", "KilledWorker", "RayError"})


@contextmanager
def _hired(engine: str, jobs: int) -> Iterator[_Crew]:
    """Start what the engine needs, and end what was started."""
    needed = _NEEDS.get(engine)
    if needed is not None and find_spec(needed) is None:
        raise MissingEngine(
            f"{engine} is not installed. Install it: pip install '{_INSTALLED_AS[engine]}'. "
            "Or use --engine processes."
        )
    crew = _Crew(engine, 1 if engine == SERIAL else jobs)
    if engine == DASK:
        with _on_dask(jobs):
            yield crew
    elif engine == RAY:
        with _on_ray(jobs):
            yield crew
    else:
        yield crew


@contextmanager
def _on_dask(jobs: int) -> Iterator[None]:
    """Use the cluster that DASK_SCHEDULER_ADDRESS names; without one, start a small one here."""
    dask: Any = import_module("distributed")
    if os.environ.get("DASK_SCHEDULER_ADDRESS"):
        with dask.Client(), joblib.parallel_config(backend="dask", n_jobs=-1):
            yield
        return
    workers = joblib.cpu_count() if jobs < 1 else jobs
    with (
        dask.LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        dask.Client(cluster),
        joblib.parallel_config(backend="dask", n_jobs=-1),
    ):
        yield


@contextmanager
def _on_ray(jobs: int) -> Iterator[None]:
    """Use the cluster that RAY_ADDRESS names; without one, start a small one here."""
    ray: Any = import_module("ray")
    ours = not ray.is_initialized()
    if ours:
        small = {} if os.environ.get("RAY_ADDRESS") or jobs < 1 else {"num_cpus": jobs}
        ray.init(include_dashboard=False, log_to_driver=False, logging_level="error", **small)
    import_module("ray.util.joblib").register_ray()
    try:
        with joblib.parallel_config(backend="ray", n_jobs=jobs):
            yield
    finally:
        if ours:
            ray.shutdown()
