"""The part of a report about one setting: pictures, where the rule loses, and every number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cohort.report_findings import where_it_loses
from steadystep.cohort.report_html import (
    folded,
    gallery,
    paragraph,
    part,
    table,
)
from steadystep.cohort.report_words import (
    IN_HUNDRED,
    OF_FAMILY,
    UNKNOWN,
    apart,
    between,
    listed,
    said,
)

if TYPE_CHECKING:
    from steadystep.cohort.figures_all import Figures
    from steadystep.cohort.spec import Spec
    from steadystep.cohort.study_facts import Results, Row, Table


def world_part(spec: Spec, results: Results, figures: Figures, name: str) -> str:
    """One setting: the figures first, then where the rule loses, then every number."""
    tables = [one for one in results.tables if one.setting == name]
    return part(
        f"In the world “{name}”",
        paragraph(
            "Up is more gain, to the right are more flare days that activity caused. Lines "
            f"through a mark are {IN_HUNDRED} intervals; many are shorter than the mark.",
            "quiet",
        ),
        gallery(figures.gain_and_harm.get(name, ())),
        gallery(figures.side_by_side.get(name, ())),
        part("Where it loses", where_it_loses(spec, tables), level=3),
        _worst(results, name, spec.compared.rule),
        *(_numbers(spec, one) for one in tables),
    )


def _worst(results: Results, setting: str, rule: str) -> str:
    """The plans in order of their worst family."""
    found = [one for one in results.worst if one.setting == setting]
    return "".join(
        table(
            f"Worst regret over {listed(one.families)}, points of worth; least first",
            ("Plan", "Worst regret"),
            (
                (name, said(regret))
                for name, regret in sorted(one.regrets.items(), key=lambda pair: pair[1])
            ),
            strong=(rule,),
        )
        for one in found
    )


def _numbers(spec: Spec, here: Table) -> str:
    """A world's main table, and the rest of its numbers folded away."""
    rule = spec.compared.rule
    limit = f" Worth most here: {here.limit}." if here.limit else ""
    return part(
        OF_FAMILY[here.family],
        table(
            f"{here.setting}, {here.family}: means, and the 10th and 90th of 100 people.{limit}",
            _MAIN,
            (_main_cells(row) for row in here.rows),
            strong=(rule,),
        ),
        folded(
            "More numbers of the same people",
            table(
                f"{here.setting}, {here.family}: intervals, and what else was counted",
                _MORE,
                (_more_cells(row) for row in here.rows),
                strong=(rule,),
            ),
            *(_differences(here, other) for other in (rule, *spec.compared.against)),
        ),
        level=3,
    )


_MAIN = (
    "Plan",
    "Gain, %",
    "10th to 90th",
    "Flare days caused",
    "90th",
    "Harmed, %",
    "Left, %",
    "Minutes a day",
    "Calls a year",
    "of them caused, %",
    "Worth",
    "Regret",
)


def _main_cells(row: Row) -> tuple[str, ...]:
    one = row.summary
    if one is None:
        return (row.planner, "left out", *[UNKNOWN] * (len(_MAIN) - 2))
    return (
        row.planner,
        said(one.gain.mean),
        f"{said(one.gain.tenth, 0)} to {said(one.gain.ninetieth, 0)}",
        said(one.caused.mean),
        said(one.caused.ninetieth, 0),
        said(one.harmed, 0),
        said(one.dropout, 0),
        said(one.minutes.mean),
        said(one.calls) if one.calls else UNKNOWN,
        said(one.ppv, 0),
        said(one.use.mean),
        UNKNOWN if row.regret is None else said(row.regret.mean),
    )


_MORE = (
    "Plan",
    "Gain, interval",
    "Caused, interval",
    "All flare days",
    "Boom-bust index",
    "Busts a year",
    "Held days a year",
    "Rises a year",
    "Worth, interval",
    "Regret, interval",
)


def _more_cells(row: Row) -> tuple[str, ...]:
    one = row.summary
    if one is None:
        return (row.planner, "left out", *[UNKNOWN] * (len(_MORE) - 2))
    return (
        row.planner,
        between(one.gain),
        between(one.caused),
        said(one.flare_days.mean),
        said(one.boom_bust, 2),
        said(one.busts),
        said(one.held),
        said(one.rises),
        between(one.use),
        UNKNOWN if row.regret is None else between(row.regret),
    )


def _differences(here: Table, other: str) -> str:
    """Each plan less another one, people paired."""
    rows = [pair for pair in here.pairs if pair.other == other]
    if not rows:
        return ""
    return table(
        f"Each plan less {other}, the same people paired, with {IN_HUNDRED} intervals",
        ("Plan", "Gain, %", "Flare days caused", "All flare days", "Harmed, %", "Left, %", "Worth"),
        ((pair.planner, *(apart(one) for one in pair.less)) for pair in rows),
    )
