"""What a study found, in sentences: where the rule loses as plainly as where it wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cohort.report_words import OF_FAMILY, UNKNOWN, apart, listed, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.cohort.compare import Interval
    from steadystep.cohort.spec import Spec
    from steadystep.cohort.study_facts import Changed, Results, Table, Worst


def in_short(spec: Spec, results: Results) -> list[str]:
    """The few sentences one remembers: a setting and a comparison each."""
    return [
        *(one for setting in spec.settings for one in _beside_others(spec, results, setting.name)),
        *(_worst(worst, spec.compared.rule) for worst in results.worst),
    ]


def where_it_loses(spec: Spec, tables: Sequence[Table]) -> list[str]:
    """Each planner that was worth more than the rule, beyond doubt of chance."""
    rule = spec.compared.rule
    return [
        f"{OF_FAMILY[table.family]}: {row.planner} was worth {apart(less.use)} points more "
        f"(gain {apart(less.gain)}, flare days caused {apart(less.caused)})."
        for table in tables
        for row in table.rows
        if not row.knows
        and (less := table.less(row.planner, rule)) is not None
        and _above(less.use)
    ]


def what_it_rests_on(spec: Spec, changed: Sequence[Changed]) -> list[str]:
    """For the rule and each family: under which changes it keeps ahead, and under which not."""
    rule, against = spec.compared.rule, next(iter(spec.compared.against), "")
    told: list[str] = []
    for family in dict.fromkeys(one.family for one in changed):
        here = [
            (one.change or "nothing changed", one.more_use)
            for one in changed
            if one.family == family and one.planner == rule and one.more_use is not None
        ]
        behind = [f"{change} ({said(less.mean)})" for change, less in here if _below(less)]
        close = [change for change, less in here if not _below(less) and not _above(less)]
        ahead = len(here) - len(behind) - len(close)
        if not here:
            continue
        told.append(
            f"{OF_FAMILY[family]}: {rule} was worth more than {against} in {ahead} of "
            f"{len(here)} rows."
            + (f" Worth less with {listed(behind)}." if behind else "")
            + (f" Too close to tell with {listed(close)}." if close else "")
        )
    return told


def _beside_others(spec: Spec, results: Results, setting: str) -> Iterator[str]:
    """The rule beside each planner it is held against, over the families of a setting."""
    rule = spec.compared.rule
    tables = [table for table in results.tables if table.setting == setting]
    for other in spec.compared.against:
        uses = {
            table.family: less.use
            for table in tables
            if (less := table.less(rule, other)) is not None
        }
        said_of = [
            (
                word,
                [f"{family} ({_points(uses[family])})" for family in uses if holds(uses[family])],
            )
            for word, holds in (
                ("worth more in", _above),
                ("worth less in", _below),
                ("too close to tell in", lambda one: not _above(one) and not _below(one)),
            )
        ]
        parts = [f"{word} {listed(families)}" for word, families in said_of if families]
        if parts:
            yield f"{setting}: {rule} beside {other}: {'; '.join(parts)}."


def _worst(worst: Worst, rule: str) -> str:
    """Whose worst family is the least bad, and how the rule stands beside it."""
    families = listed(worst.families)
    known = {name: regret for name, regret in worst.regrets.items() if regret > 0}
    if not known:
        return f"{worst.setting}: nobody stands in all of {families}."
    name = min(known, key=lambda one: known[one])
    ours = worst.regrets.get(rule)
    first = f"{worst.setting}: the smallest worst regret over {families}: "
    if name == rule:
        return f"{first}{rule}, {said(known[name])} points."
    return f"{first}{name}, {said(known[name])} points; {rule} {said(ours) if ours else UNKNOWN}."


def _points(interval: Interval) -> str:
    return apart(interval).replace(" (", " points, ").rstrip(")")


def _above(interval: Interval) -> bool:
    return interval.low is not None and interval.low > 0


def _below(interval: Interval) -> bool:
    return interval.high is not None and interval.high < 0
