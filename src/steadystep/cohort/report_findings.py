"""What a study found, in sentences: where the rule loses as plainly as where it wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cohort.report_html import bullets, paragraph, table
from steadystep.cohort.report_words import IN_HUNDRED, OF_FAMILY, UNKNOWN, apart, listed, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cohort.compare import Interval
    from steadystep.cohort.spec import Spec
    from steadystep.cohort.study_facts import Changed, Results, Table, Worst


def in_short(spec: Spec, results: Results) -> list[str]:
    """What one remembers: how much more the rule was worth, and whose worst is least bad."""
    rule = spec.compared.rule
    families = list(dict.fromkeys(table.family for table in results.tables))
    rows = [
        (f"{setting.name}, beside {other}", *_worth_beside(results, setting.name, rule, other,
                                                           families))
        for setting in spec.settings
        for other in spec.compared.against
    ]  # fmt: skip
    shown = table(
        f"How much more “{rule}” was worth, points. Below nought, it was worth less. In "
        f"brackets, {IN_HUNDRED} intervals; where they hold nought, it is too close to tell",
        ("In the world, beside", *families),
        rows,
    )
    worst = bullets(_worst(one, rule) for one in results.worst)
    return [shown if rows else "", worst]


def where_it_loses(spec: Spec, tables: Sequence[Table]) -> str:
    """Each planner that was worth more than the rule, beyond doubt of chance."""
    rule = spec.compared.rule
    rows = [
        (row.planner, here.family, apart(less.use), apart(less.gain), apart(less.caused))
        for here in tables
        for row in here.rows
        if not row.knows and (less := here.less(row.planner, rule)) is not None and _above(less.use)
    ]
    if not rows:
        return paragraph(f"In none of these families was another plan worth more than {rule}.")
    return table(
        f"Plans that were worth more than “{rule}”, the same people paired",
        ("Plan", "Family", "Worth", "Gain, %", "Flare days caused"),
        rows,
    )


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


def _worth_beside(
    results: Results, setting: str, rule: str, other: str, families: Sequence[str]
) -> list[str]:
    """How much more the rule was worth than another planner, in each family."""
    found = {here.family: here.less(rule, other) for here in results.tables
             if here.setting == setting}  # fmt: skip
    return [apart(less.use) if (less := found.get(family)) else UNKNOWN for family in families]


def _worst(worst: Worst, rule: str) -> str:
    """Whose worst family is the least bad, and how the rule stands beside it."""
    families = listed(worst.families)
    if not worst.regrets:
        return f"In the world “{worst.setting}” no plan is known in all of {families}."
    name = min(worst.regrets, key=lambda one: worst.regrets[one])
    least = f"{name}, {said(worst.regrets[name])} points"
    ours = "" if name == rule else f"; {rule}, {said(worst.regrets.get(rule))}"
    return f"In the world “{worst.setting}” the least worst regret over {families}: {least}{ours}."


def _above(interval: Interval) -> bool:
    return interval.low is not None and interval.low > 0


def _below(interval: Interval) -> bool:
    return interval.high is not None and interval.high < 0
