"""The numbers of a study for other programs: tables as CSV, and all of it as JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from steadystep.cohort.spec import Spec
    from steadystep.cohort.study_facts import Results, Swept, Table

# What is kept of a number: far finer than any interval, and short enough to read.
_DECIMALS = 6


def csv_tables(results: Results) -> dict[str, str]:
    """Write each table; those that hold nothing are left out."""
    tables = {
        "planners": [_planner(table, place) for table in results.tables
                     for place in range(len(table.rows))],
        "differences": [pair for table in results.tables for pair in _pairs(table)],
        "worst-regret": [
            {"setting": worst.setting, "families": " ".join(worst.families),
             "planner": planner, "worst_regret": regret}
            for worst in results.worst
            for planner, regret in worst.regrets.items()
        ],
        "equal-harm": [row for swept in results.swept for row in _at_harm(swept)],
        "sweeps": [row for swept in results.swept for row in _points(swept)],
        "depends-on": [dict(_flat("", one)) for one in results.changed],
        "tuned": [dict(_flat("", one)) | {"worst_regret": one.worst} for one in results.tuned],
    }  # fmt: skip
    return {name: _csv(rows) for name, rows in tables.items() if rows}


def results_json(
    spec: Spec, results: Results, *, left_out: Sequence[str], versions: Mapping[str, str]
) -> str:
    """Write everything, `versions` in a block of its own: it alone differs between machines."""
    facts = {
        "note": "Nothing here is clinical evidence.",
        "title": spec.title,
        "seed": spec.seed,
        "people": spec.people,
        "rule": spec.compared.rule,
        "against": spec.compared.against,
        "spec": spec.fingerprint,
        "left_out": left_out,
        **_plain(results),
        "versions": dict(versions),
    }
    return json.dumps(facts, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _planner(table: Table, place: int) -> dict[str, Any]:
    row = table.rows[place]
    return {
        "setting": table.setting,
        "family": table.family,
        "days": table.days,
        "planner": row.planner,
        "knows": row.knows,
        **dict(_flat("", row.summary)),
        **dict(_flat("regret", row.regret)),
    }


def _pairs(table: Table) -> Iterator[dict[str, Any]]:
    for pair in table.pairs:
        yield {
            "setting": table.setting,
            "family": table.family,
            "planner": pair.planner,
            "less": pair.other,
            **dict(_flat("", pair.less)),
        }


def _at_harm(swept: Swept) -> Iterator[dict[str, Any]]:
    for at in swept.at:
        yield {
            "setting": swept.setting,
            "family": swept.family,
            "sweep": swept.sweep,
            "caused": at.caused,
            **dict(_flat("gain", at.gain)),
            **dict(_flat("more", at.more)),
        }


def _points(swept: Swept) -> Iterator[dict[str, Any]]:
    for value, point in swept.points:
        yield {
            "setting": swept.setting,
            "family": swept.family,
            "sweep": swept.sweep,
            "knob": swept.knob,
            "value": value,
            **point._asdict(),
        }


def _flat(name: str, fact: object) -> Iterator[tuple[str, Any]]:
    """A fact and its parts, each under a name of its own."""
    parts = _parts(fact)
    if parts is None:
        if fact is not None or name:
            yield name, fact
        return
    for part, value in parts.items():
        yield from _flat(f"{name}_{part}" if name else part, value)


def _parts(fact: object) -> Mapping[str, Any] | None:
    if isinstance(fact, dict):
        return fact
    if isinstance(fact, tuple) and hasattr(fact, "_asdict"):
        named: dict[str, Any] = fact._asdict()
        return named
    return None


def _plain(fact: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    parts = _parts(fact)
    if parts is not None:
        return {name: _plain(value) for name, value in parts.items()}
    if isinstance(fact, tuple | list):
        return [_plain(one) for one in fact]
    return round(fact, _DECIMALS) if isinstance(fact, float) else fact


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Write rows under the names of all their columns, in the order they first come."""
    written = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(_cells(row, names) for row in rows)
    return written.getvalue()


def _cells(row: Mapping[str, Any], names: Iterable[str]) -> list[Any]:
    return ["" if row.get(name) is None else _plain(row[name]) for name in names]
