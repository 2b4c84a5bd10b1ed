"""From what happened to everybody to the numbers of a report: facts alone, no words."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from steadystep.cohort.compare import (
    best,
    difference,
    interval,
    mean,
    summarise,
    use,
    worst_regret,
)
from steadystep.cohort.frontier import estimate, estimated_difference, turn
from steadystep.cohort.study import changed
from steadystep.cohort.study_facts import (
    AtHarm,
    Changed,
    Pair,
    Results,
    Row,
    Swept,
    Table,
    Tuned,
    Worst,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from steadystep.cohort.compare import Values
    from steadystep.cohort.frontier import Turned
    from steadystep.cohort.spec import Planned, Setting, Spec, Sweep
    from steadystep.cohort.study import Lives
    from steadystep.cohort.world import World


ALL_FAMILIES = "all"


def results_of(spec: Spec, lives: Lives, *, knows: Callable[[Planned], bool]) -> Results:
    """Work out every number of a report.

    Args:
        spec: The study.
        lives: What happened to everybody.
        knows: Whether a planner knows what nobody can.
    """
    tables = tuple(
        _table(spec, lives, setting, family, knows=knows)
        for setting in spec.settings
        for family in setting.families
    )
    return Results(
        tables=tables,
        worst=tuple(_worst(spec, tables)),
        swept=tuple(_swept(spec, lives)),
        changed=tuple(_changed(spec, lives)),
        tuned=tuple(_tuned(spec, lives)),
    )


def _table(
    spec: Spec, lives: Lives, setting: Setting, family: str, *, knows: Callable[[Planned], bool]
) -> Table:
    world, weight = setting.world_of(family), spec.regret.weight
    days = world.days
    held = [spec.planner(name) for name in (spec.compared.rule, *spec.compared.against)]
    others = {one.name: lives.of(world, one) for one in held}
    limit, limit_use = _limit(spec, lives, world)
    rows: list[Row] = []
    pairs: list[Pair] = []
    for planned in (*spec.planners, *spec.regret.oracles):
        outcomes = lives.of(world, planned)
        if outcomes is None:
            rows.append(Row(planned.name, knows(planned), None, None))
            continue
        ours = use(outcomes, days=days, weight=weight)
        rows.append(
            Row(
                planner=planned.name,
                knows=knows(planned),
                summary=summarise(outcomes, days=days, weight=weight),
                regret=None if limit_use is None else interval(limit_use - ours),
            )
        )
        pairs += [
            Pair(planned.name, name, difference(outcomes, other, days=days, weight=weight))
            for name, other in others.items()
            if other is not None and name != planned.name
        ]
    return Table(setting.name, family, days, tuple(rows), tuple(pairs), limit)


def _limit(spec: Spec, lives: Lives, world: World) -> tuple[str | None, Values | None]:
    """The planner that was worth most, oracles included, and what it was worth to each."""
    chosen: tuple[str | None, Values | None] = (None, None)
    most = -inf
    for planned in (*spec.regret.oracles, *spec.planners):
        outcomes = lives.of(world, planned)
        if outcomes is None:
            continue
        worth = use(outcomes, days=world.days, weight=spec.regret.weight)
        if mean(worth) > most:
            most, chosen = mean(worth), (planned.name, worth)
    return chosen


def _worst(spec: Spec, tables: tuple[Table, ...]) -> Iterator[Worst]:
    for setting in spec.settings:
        counted = [
            table
            for table in tables
            if table.setting == setting.name and table.family in spec.regret.families
        ]
        if not counted or any(table.limit is None for table in counted):
            continue
        uses = [
            {
                row.planner: -row.regret.mean
                for row in table.rows
                if row.regret is not None and not row.knows
            }
            for table in counted
        ]
        yield Worst(
            setting=setting.name,
            families=tuple(table.family for table in counted),
            regrets=worst_regret(uses, [0.0] * len(uses)),
        )


def _swept(spec: Spec, lives: Lives) -> Iterator[Swept]:
    if spec.frontier is None:
        return
    for name in spec.frontier.settings:
        for family, world in spec.setting(name).worlds():
            turned = [(sweep, *_turn(sweep, world, lives)) for sweep in spec.frontier.sweeps]
            against = turned[0][2]
            harms = dict(spec.frontier.harm).get(family, ())
            for sweep, values, points in turned:
                yield Swept(
                    setting=name,
                    family=family,
                    sweep=sweep.name,
                    knob=sweep.knob,
                    points=tuple(zip(values, points.points, strict=True)),
                    at=tuple(
                        AtHarm(
                            caused=harm,
                            gain=estimate(points, harm),
                            more=None
                            if points is against
                            else estimated_difference(points, against, harm),
                        )
                        for harm in harms
                    ),
                )


def _turn(sweep: Sweep, world: World, lives: Lives) -> tuple[list[float], Turned]:
    """A sweep without the values at which the planner was left out."""
    runs = {
        value: outcomes
        for value, planned in zip(sweep.values, sweep.planners(), strict=True)
        if (outcomes := lives.of(world, planned)) is not None
    }
    return list(runs), turn(list(runs.values()), days=world.days)


def _changed(spec: Spec, lives: Lives) -> Iterator[Changed]:
    asked = spec.sensitivity
    if asked is None:
        return
    against = spec.planner(spec.compared.against[0]) if spec.compared.against else None
    for family in asked.families:
        world = spec.setting(asked.setting).world_of(family)
        changes = [("", world)]
        changes += [(change.name, changed(world, change.fields)) for change in asked.changes]
        for name, other in changes:
            yield from _one_change(spec, lives, other, against, family=family, change=name)


def _one_change(
    spec: Spec,
    lives: Lives,
    world: World,
    against: Planned | None,
    *,
    family: str,
    change: str,
) -> Iterator[Changed]:
    asked, weight = spec.sensitivity, spec.regret.weight
    names = asked.planners if asked else ()
    theirs = lives.of(world, against) if against and against.name in names else None
    for name in names:
        outcomes = lives.of(world, spec.planner(name))
        if outcomes is None:
            continue
        summary = summarise(outcomes, days=world.days, weight=weight)
        apart = (
            None
            if theirs is None or against is None or name == against.name
            else difference(outcomes, theirs, days=world.days, weight=weight).use
        )
        yield Changed(family, change, name, summary.gain.mean, summary.caused.mean, apart)


def _tuned(spec: Spec, lives: Lives) -> Iterator[Tuned]:
    """Choose on the study's people; test on as many others."""
    if spec.tune is None:
        return
    families = spec.tune.families
    trained = [_uses(spec, lives, family, fresh=False) for family in families]
    tested = [_uses(spec, lives, family, fresh=True) for family in families]
    chosen = {family: best(uses) for family, uses in zip(families, trained, strict=True)}
    regrets = worst_regret(trained, [max(uses.values(), default=0.0) for uses in trained])
    chosen[ALL_FAMILIES] = best({name: -regret for name, regret in regrets.items()})
    for on, name in chosen.items():
        if name is None or not all(name in uses for uses in tested):
            continue
        yield Tuned(
            on=on,
            candidate=name,
            uses={family: uses[name] for family, uses in zip(families, tested, strict=True)},
            regrets={
                family: max(uses.values()) - uses[name]
                for family, uses in zip(families, tested, strict=True)
            },
        )


def _uses(spec: Spec, lives: Lives, family: str, *, fresh: bool) -> dict[str, float]:
    """The mean use of each candidate in one family."""
    if spec.tune is None:
        return {}
    world = spec.setting(spec.tune.setting).world_of(family)
    uses: dict[str, float] = {}
    for candidate in spec.tune.candidates:
        outcomes = lives.of(world, candidate, fresh=fresh)
        if outcomes is not None:
            values = use(outcomes, days=world.days, weight=spec.regret.weight)
            uses[candidate.name] = mean(values)
    return uses
