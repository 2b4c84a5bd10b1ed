"""All figures of a study, under the names of their files."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.figures import frontier_curves, gain_and_harm
from steadystep.cohort.figures_pairs import side_by_side, what_it_depends_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.cohort.figures_paper import Figure
    from steadystep.cohort.spec import Spec
    from steadystep.cohort.study_facts import Results, Table


class Figures(NamedTuple):
    """The figures of a study.

    Attributes:
        gain_and_harm: By setting, one for each family.
        side_by_side: By setting, one for each planner the rule is held against.
        equal_harm: By setting, one for each family.
        depends_on: One for each family.
    """

    gain_and_harm: dict[str, tuple[Figure, ...]]
    side_by_side: dict[str, tuple[Figure, ...]]
    equal_harm: dict[str, tuple[Figure, ...]]
    depends_on: tuple[Figure, ...]

    def everyone(self) -> Iterator[Figure]:
        """Each figure, in the order of the report."""
        for group in self[:3]:
            for figures in group.values():
                yield from figures
        yield from self.depends_on


def figures_of(spec: Spec, results: Results) -> Figures:
    """Draw what there is to draw."""
    settings = [one.name for one in spec.settings]
    tables = {
        name: [table for table in results.tables if table.setting == name] for name in settings
    }
    swept = {name: [one for one in results.swept if one.setting == name] for name in settings}
    number = {name: place for place, name in enumerate(settings, start=1)}
    return Figures(
        gain_and_harm={
            name: tuple(
                gain_and_harm(table, spec.compared, name=f"gain-{number[name]}-{table.family}")
                for table in here
                if any(row.summary for row in table.rows)
            )
            for name, here in tables.items()
        },
        side_by_side={
            name: tuple(_pairs(spec, here, number[name])) for name, here in tables.items()
        },
        equal_harm={
            name: tuple(
                frontier_curves(list(group), name=f"harm-{number[name]}-{family}")
                for family, group in groupby(here, key=lambda one: one.family)
            )
            for name, here in swept.items()
            if here
        },
        depends_on=tuple(_depends_on(spec, results)),
    )


def _pairs(spec: Spec, tables: list[Table], number: int) -> Iterator[Figure]:
    for place, other in enumerate(spec.compared.against, start=1):
        figure = side_by_side(tables, spec.compared.rule, other, name=f"beside-{number}-{place}")
        if figure is not None:
            yield figure


def _depends_on(spec: Spec, results: Results) -> Iterator[Figure]:
    if spec.sensitivity is None:
        return
    for family, group in groupby(results.changed, key=lambda one: one.family):
        changed = list(group)
        if any(one.more_use for one in changed):
            yield what_it_depends_on(
                changed,
                spec.compared,
                setting=spec.sensitivity.setting,
                name=f"depends-{family}",
            )
