"""`steadystep study`: plans compared on invented people. For researchers, and in English."""

from __future__ import annotations

import platform
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import CANNOT, verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.cohort.report import Made
    from steadystep.cohort.spec import Spec
    from steadystep.cohort.spec_read import Registry
    from steadystep.cohort.study import Finished
    from steadystep.cohort.study_facts import Results, Table

EXAMPLES = ("first-look", "country", "two-years", "information", "ci")
ENGINES = ("serial", "threads", "processes", "dask", "ray")
_NEEDED = ("numpy", "joblib")
_MOST_JOBS = 1_024
# Below so many days of invented lives for each kind of planner, plain Python is done sooner than
# the compiler. Measured on two cores: a few thousand days a second against half a minute.
_PLAIN_BELOW_DAYS = 60_000


@verb(
    "study",
    says="""Compare plans on invented people. Nothing here is clinical evidence.

    SPEC is a file that says whom, in which worlds, under which plans.

    A study that is stopped goes on from its finished parts.
    """,
    examples=(
        "steadystep study --example first-look",
        "steadystep study spec.toml --out results",
        "steadystep study spec.toml --people 10000 --engine processes",
    ),
)
@click.argument("spec", required=False, type=click.Path(path_type=Path))
@click.option("--example", type=click.Choice(EXAMPLES), help="Run a bundled spec.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where the report goes."
)
@click.option("--people", type=int, metavar="N", help="Another number of people than the spec's.")
@click.option(
    "--jobs", type=click.IntRange(1, _MOST_JOBS), metavar="N", help="Workers. Else one a core."
)
@click.option("--engine", type=click.Choice(ENGINES), help="Who does the work.")
@click.option("--json", "as_json", is_flag=True, help="Print all numbers as one JSON object.")
@click.pass_context
def study(ctx: click.Context, /, **told: object) -> None:
    """Run a study into a folder."""
    asked = Asked(**told)  # type: ignore[arg-type]
    if (asked.spec is None) == (asked.example is None):
        raise click.UsageError("Name one spec: a SPEC file, or --example.", ctx)
    _look_for_packages()
    left_out = _run(asked)
    if left_out:
        for sentence in left_out:
            click.echo(sentence, err=True)
        ctx.exit(CANNOT)


class Asked(NamedTuple):
    """What was typed."""

    spec: Path | None
    example: str | None
    out: Path | None
    people: int | None
    jobs: int | None
    engine: str | None
    as_json: bool


def _look_for_packages() -> None:
    if any(find_spec(name) is None for name in _NEEDED):
        raise CannotDo(
            "A study needs a few more packages. Install them: pip install 'steadystep[cohort]'."
        )
    if find_spec("numba") is None:
        click.echo(
            "numba is not installed: the same numbers, about a hundred times slower.", err=True
        )


def _run(asked: Asked) -> Sequence[str]:
    """Run it and write its folder; give what is left out."""
    from steadystep.cohort.study_folder import REPORT, RESULTS, is_a_strangers, write_folder
    from steadystep.cohort.study_results import results_of

    registry = _planners()
    text, spec = _read(asked, registry)
    folder = asked.out or Path(f"{_name(asked)}-study")
    try:
        if is_a_strangers(folder):
            raise CannotDo(f"{folder} holds other things. Name a new folder with --out.")
        finished = _live(spec, folder, registry, asked)
        results = results_of(
            spec,
            finished.lives,
            knows=lambda one: registry.build(one.kind, **dict(one.knobs)).clairvoyant,
        )
        write_folder(folder, spec, results, _made(spec, text, asked, finished.left_out))
    except OSError as why:
        raise CannotDo(
            f"{why.filename or folder} cannot be read or written ({why.strerror}). "
            "What is finished is kept; the same command goes on from there."
        ) from why
    if asked.as_json:
        click.echo((folder / RESULTS).read_text(encoding="utf-8"), nl=False)
    else:
        for line in _lines(results):
            click.echo(line)
        click.echo(f"\nThe report is {folder / REPORT}.")
    return finished.left_out


def _planners() -> Registry:
    from steadystep.cohort.policies.named import KINDS, planner
    from steadystep.cohort.spec_read import Registry

    return Registry(KINDS, planner)


def _name(asked: Asked) -> str:
    return asked.example or (asked.spec.stem if asked.spec else "")


def _read(asked: Asked, registry: Registry) -> tuple[str, Spec]:
    from steadystep.cohort.spec_read import UnusableSpec, read_spec

    path = asked.spec or _bundled(_name(asked))
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as why:
        raise CannotDo(f"{path} cannot be read ({why.strerror}).") from why
    except UnicodeDecodeError as why:
        raise CannotDo(f"{path} is not text. A spec is a TOML file in UTF-8.") from why
    try:
        return text, read_spec(text, registry, people=asked.people)
    except UnusableSpec as why:
        sentences = "".join(f"\n  {one}" for one in why.sentences)
        raise CannotDo(f"{path.name} cannot be used:{sentences}") from why


def _bundled(name: str) -> Path:
    return Path(__file__).parent.parent / "examples" / "studies" / f"{name}.toml"


def _live(spec: Spec, folder: Path, registry: Registry, asked: Asked) -> Finished:
    """Live the lives that have not been lived yet, and say how far it is."""
    from functools import partial

    from steadystep.cohort.engine import run
    from steadystep.cohort.study import run_study
    from steadystep.cohort.study_chunks import ChunkGone, code_fingerprint
    from steadystep.cohort.study_workers import MissingEngine

    compiled = find_spec("numba") is not None and _days_each(spec) >= _PLAIN_BELOW_DAYS
    progress = Progress()
    try:
        return run_study(
            spec,
            folder,
            registry=registry,
            run=partial(run, compiled=compiled),
            code=code_fingerprint(),
            # Compiled code lets threads run side by side; plain Python needs processes for that.
            engine=asked.engine or ("threads" if compiled else "processes"),
            jobs=asked.jobs or -1,
            tell=progress.tell,
        )
    except (MissingEngine, ChunkGone) as why:
        raise CannotDo(str(why)) from why
    except KeyboardInterrupt as why:
        raise CannotDo(
            f"Stopped. {progress.done:,} of {progress.parts:,} parts are finished and kept; the "
            "same command goes on from there."
        ) from why
    finally:
        progress.end()


def _days_each(spec: Spec) -> float:
    """Days of invented lives for each kind of planner, which is compiled once."""
    from steadystep.cohort.study import cells_of

    cells = cells_of(spec)
    days = sum(cell.world.days + cell.world.run_in for cell in cells) * spec.people
    return days / len({cell.planned.kind for cell in cells})


class Progress:
    """How far a study is, on stderr, where somebody is looking."""

    def __init__(self) -> None:
        self.done = self.parts = 0
        self._began: float | None = None
        self._at_first = 0
        self._shown = sys.stderr.isatty()

    def tell(self, done: int, parts: int) -> None:
        """Say how many parts are done, and how long the others may take."""
        if self._began is None:
            self._began, self._at_first = time.monotonic(), done
        self.done, self.parts = done, parts
        if self._shown:
            left = _time_left(done - self._at_first, parts - done, time.monotonic() - self._began)
            click.echo(f"\r\033[K{done:,} of {parts:,} parts{left}", nl=False, err=True)

    def end(self) -> None:
        """Leave the line."""
        if self._shown and self._began is not None:
            click.echo(err=True)


def _time_left(done: int, left: int, seconds: float) -> str:
    """How long the rest may take, by what was done so far."""
    if not done or not left:
        return ""
    rest = seconds / done * left
    for size, unit in ((3_600, "h"), (60, "min"), (1, "s")):
        if rest >= 2 * size or size == 1:
            return f", about {rest / size:.0f} {unit} left"
    return ""


def _made(spec: Spec, text: str, asked: Asked, left_out: Sequence[str]) -> Made:
    from steadystep.cohort.report import Made

    people = "" if asked.people is None else f" --people {spec.people}"
    return Made(
        spec_text=text,
        command=f"steadystep study spec.toml --out again{people}",
        versions=_versions(spec),
        left_out=left_out,
    )


def _versions(spec: Spec) -> dict[str, str]:
    """What the numbers were made with. No time of day: the same gives the same bytes."""
    import numpy as np

    from steadystep import __version__
    from steadystep.cohort.study_chunks import code_fingerprint
    from steadystep.core.course import ENGINE
    from steadystep.core.policy import Policy

    return {
        "steadystep": __version__,
        "rule": ENGINE,
        "policy": Policy().version,
        "models": code_fingerprint()[:16],
        "Python": platform.python_version(),
        "numpy": np.__version__,
        "numba": _numba(),
        "seed": str(spec.seed),
        "people": f"{spec.people:,}",
        "spec": spec.fingerprint[:16],
    }


def _numba() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("numba")
    except PackageNotFoundError:
        return "not installed"


def _lines(results: Results) -> Iterator[str]:
    """The main numbers, for a terminal."""
    from steadystep.cohort.report_words import NO_EVIDENCE, OF_FAMILY

    yield NO_EVIDENCE
    for here in results.tables:
        yield f"\n{here.setting}, {OF_FAMILY[here.family]}"
        yield from _rows(here)


def _rows(here: Table) -> Iterator[str]:
    from steadystep.cohort.report_words import said

    widest = max(len(row.planner) for row in here.rows)
    yield f"  {'':{widest}}  gain, %  flare days caused    worth   regret"
    for row in here.rows:
        if row.summary is None or row.regret is None:
            yield f"  {row.planner:{widest}}  left out"
            continue
        gain, caused = said(row.summary.gain.mean), said(row.summary.caused.mean)
        worth, regret = said(row.summary.use.mean), said(row.regret.mean)
        yield f"  {row.planner:{widest}}  {gain:>7}  {caused:>17}  {worth:>7}  {regret:>7}"
