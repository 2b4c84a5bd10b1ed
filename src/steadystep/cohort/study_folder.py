"""The folder of a study: the report, its figures and tables, the spec, and all numbers as JSON."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from steadystep.cohort.figures_all import figures_of
from steadystep.cohort.report import report_page
from steadystep.cohort.report_tables import csv_tables, results_json
from steadystep.cohort.study import CHUNKS_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from steadystep.cohort.report import Made
    from steadystep.cohort.spec import Spec
    from steadystep.cohort.study_facts import Results

REPORT, RESULTS, SPEC = "report.html", "results.json", "spec.toml"
FIGURES, TABLES = "figures", "tables"
_OURS = {REPORT, RESULTS, SPEC, FIGURES, TABLES, CHUNKS_FOLDER}


def is_a_strangers(folder: Path) -> bool:
    """Whether the folder holds things that no study put there, and no study's own."""
    inside = {one.name for one in folder.iterdir()} if folder.is_dir() else set()
    return bool(inside) and inside.isdisjoint(_OURS)


def write_folder(folder: Path, spec: Spec, results: Results, made: Made) -> None:
    """Write all of a study but its chunks; each file is there whole, or as it was.

    Figures and tables of an earlier spec are taken away, so that what lies there is one study.
    """
    figures = figures_of(spec, results)
    texts = {
        **{f"{FIGURES}/{one.name}.svg": one.svg(styled=True) for one in figures.everyone()},
        **{f"{TABLES}/{name}.csv": text for name, text in csv_tables(results).items()},
        SPEC: made.spec_text,
        RESULTS: results_json(spec, results, left_out=made.left_out, versions=made.versions),
        REPORT: report_page(spec, results, figures, made),
    }
    for old in (*folder.glob(f"{FIGURES}/*.svg"), *folder.glob(f"{TABLES}/*.csv")):
        if old.relative_to(folder).as_posix() not in texts:
            old.unlink()
    for name, text in texts.items():
        _write(folder / name, text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(file.name + ".part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
