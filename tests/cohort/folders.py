"""Whole studies with the tiny lives, and what lies in their folders afterwards."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.cohort.report import Made
from steadystep.cohort.study import CHUNKS_FOLDER, run_study
from steadystep.cohort.study_folder import write_folder
from steadystep.cohort.study_results import results_of
from tests.cohort import tiny

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.cohort.study import Finished
    from steadystep.cohort.study_facts import Results
    from steadystep.cohort.study_workers import Run


def live(
    text: str,
    folder: Path,
    *,
    run: Run = tiny.run,
    engine: str = "serial",
    jobs: int = 2,
    tell: Callable[[int, int], None] | None = None,
) -> Finished:
    """Run a study's chunks."""
    return run_study(
        tiny.spec(text), folder, registry=tiny.REGISTRY, run=run, code="tiny", engine=engine,
        jobs=jobs, tell=tell,
    )  # fmt: skip


def numbers(text: str, finished: Finished) -> Results:
    """Work the results of a study out."""
    return results_of(tiny.spec(text), finished.lives, knows=lambda one: one.kind == "oracle")


def whole(
    text: str, folder: Path, *, engine: str = "serial", run: Run = tiny.run
) -> dict[str, bytes]:
    """Run a study and write its folder; give all files but its chunks and its spec."""
    finished = live(text, folder, engine=engine, run=run)
    made = Made(text, "steadystep study spec.toml", {"steadystep": "0"}, finished.left_out)
    write_folder(folder, tiny.spec(text), numbers(text, finished), made)
    return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    """What lies in a study's folder but the chunks; the spec is as it was written."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().replace(b"chunk = 7", b"")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and CHUNKS_FOLDER not in path.parts
    }


if __name__ == "__main__":
    whole(tiny.WHOLE, Path(sys.argv[1]))
