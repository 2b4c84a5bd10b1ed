"""From the text of a spec to a study. All that is wrong is said at once, each with its place."""

from __future__ import annotations

import tomllib
from collections import Counter
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from steadystep.cohort.spec import (
    CHUNK,
    PEOPLE,
    SEED,
    USUAL_CHUNK,
    USUAL_FAMILIES,
    WEIGHT,
    WEIGHTS,
    WORLD_LIMITS,
    Change,
    Compared,
    Frontier,
    Planned,
    Regret,
    Sensitivity,
    Setting,
    Spec,
    Sweep,
    Tune,
)
from steadystep.cohort.spec_fields import Fields, Limits
from steadystep.cohort.world import FAMILIES, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from steadystep.cohort.spec import Knobs
    from steadystep.cohort.spec_fields import Plain
    from steadystep.cohort.told import Planner

# Any number a knob may be turned to: its planner says what it can use.
_ANY = Limits(-1e9, 1e9)
_HARM = Limits(0, 365)
# More candidates than that are a search of their own. A choice.
_MOST_CANDIDATES = 500


class UnusableSpec(Exception):
    """The spec cannot be used; `sentences` say where, and what would do."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = tuple(sentences)


class Registry(NamedTuple):
    """The planners there are.

    Attributes:
        kinds: Their names.
        build: From a kind and its knobs to a planner; raises ValueError or TypeError for knobs it
            cannot use.
    """

    kinds: Sequence[str]
    build: Callable[..., Planner]


def read_spec(text: str, registry: Registry, *, people: int | None = None) -> Spec:
    """Read a study.

    Args:
        text: TOML.
        registry: The planners it may name.
        people: Another number of people than the spec's.

    Raises:
        UnusableSpec: Something in it cannot be used.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as why:
        raise UnusableSpec([f"This is not TOML: {why}."]) from why
    if people is not None:
        values["people"] = people
    wrong: list[str] = []
    spec = _spec(Fields(values, "", wrong), registry)
    if wrong:
        raise UnusableSpec(wrong)
    return spec


def _spec(top: Fields, registry: Registry) -> Spec:
    title, seed = top.text("title"), top.whole("seed", SEED)
    people, chunk = top.whole("people", PEOPLE), top.whole("chunk", CHUNK, USUAL_CHUNK)
    lasting = {key: top.whole(key, WORLD_LIMITS[key], getattr(World(), key)) for key in _LASTING}
    settings = tuple(_setting(one, lasting) for one in top.tables("settings", at_least=1))
    _all_different(top, "settings", settings)
    planners = tuple(_planned(one, registry) for one in top.tables("planners", at_least=1))
    regret = _regret(top.table("regret"), registry)
    both = (*planners, *regret.oracles)
    _all_different(top, "planners", both)
    compared = _compared(top, planners)
    settings_named = [one.name for one in settings]
    frontier = _frontier(top.table("frontier"), registry, settings_named)
    sensitivity = _sensitivity(top.table("sensitivity"), settings_named, [one.name for one in both])
    tune = _tune(top.table("tune"), registry, settings_named)
    top.close()
    return Spec(
        title=title,
        seed=seed,
        people=people,
        chunk=chunk,
        compared=compared,
        settings=settings,
        planners=planners,
        regret=regret,
        frontier=frontier,
        sensitivity=sensitivity,
        tune=tune,
    )


# Said once for all settings, or in a setting of its own.
_LASTING = ("days", "run_in")


def _setting(table: Fields, lasting: Mapping[str, int]) -> Setting:
    name, families = table.text("name"), table.chosen("families", FAMILIES, USUAL_FAMILIES)
    changed = dict(_world_fields(table))
    table.close()
    return Setting(name=name, families=families, world=World(**{**lasting, **changed}))


def _world_fields(table: Fields) -> Iterable[tuple[str, Any]]:
    """The fields of a world that are said, in the world's own order."""
    for key, limits in WORLD_LIMITS.items():
        if limits.whole:
            value: float = table.whole(key, limits, getattr(World(), key))
        else:
            value = float(table.number(key, limits, getattr(World(), key)))
        if table.has(key):
            yield key, value


def _planned(table: Fields, registry: Registry) -> Planned:
    """A planner, built at once, so that what its knobs cannot be is said with its place."""
    planned = _named(table, registry, _knobs(table.table("knobs")))
    table.close()
    return planned


def _named(table: Fields, registry: Registry, knobs: Knobs) -> Planned:
    kind = table.one_of("kind", registry.kinds)
    name = table.text("name", kind or "?")
    _try(table, registry, kind, knobs)
    return Planned(name=name, kind=kind, knobs=knobs)


def _knobs(table: Fields | None) -> Knobs:
    """The knobs in the order of their names, so that the same planner is always the same facts."""
    return tuple(sorted((key, table.plain(key)) for key in table.unread())) if table else ()


def _try(table: Fields, registry: Registry, kind: str, knobs: Knobs) -> None:
    if not kind:
        return
    try:
        registry.build(kind, **dict(knobs))
    except (KeyError, TypeError, ValueError) as why:
        table.complain("knobs", _sentence(why))


def _sentence(why: Exception) -> str:
    told = str(why.args[0]) if why.args else "They cannot be used."
    return told if told.endswith(".") else told + "."


def _compared(top: Fields, planners: Sequence[Planned]) -> Compared:
    """The planner the report is about, and the others it is held against."""
    names = [one.name for one in planners]
    shipped = next((one.name for one in planners if one.kind == "shipped"), None)
    rule = top.one_of("rule", names, shipped or next(iter(names), ""))
    others = [name for name in names if name != rule]
    against = top.chosen("against", names, others[:1])
    if rule in against:
        top.complain("against", f'"{rule}" is the rule itself.')
    return Compared(rule=rule, against=against)


def _regret(table: Fields | None, registry: Registry) -> Regret:
    if table is None:
        return Regret()
    families = table.chosen("families", FAMILIES, USUAL_FAMILIES)
    weight = float(table.number("weight", WEIGHTS, WEIGHT))
    oracles = tuple(_planned(one, registry) for one in table.tables("oracles"))
    table.close()
    return Regret(oracles=oracles, families=families, weight=weight)


def _frontier(table: Fields | None, registry: Registry, settings: Sequence[str]) -> Frontier | None:
    if table is None:
        return None
    chosen = table.chosen("settings", settings, settings)
    harm = table.table("harm")
    levels: list[tuple[str, tuple[float, ...]]] = []
    if harm is None:
        table.complain("harm", "Say at how many flare days a year to compare, as in A = [8, 12].")
    else:
        levels = [(family, harm.numbers(family, _HARM, ())) for family in FAMILIES]
        harm.close()
    sweeps = tuple(_sweep(one, registry) for one in table.tables("sweeps", at_least=1))
    _all_different(table, "sweeps", sweeps)
    table.close()
    return Frontier(
        settings=chosen,
        harm=tuple((family, tuple(sorted(at))) for family, at in levels if at),
        sweeps=sweeps,
    )


def _sweep(table: Fields, registry: Registry) -> Sweep:
    kind, knob = table.one_of("kind", registry.kinds), table.text("knob")
    name, values = table.text("name", kind or "?"), table.numbers("values", _ANY)
    sweep = Sweep(
        name=name, kind=kind, knob=knob, values=values, knobs=_knobs(table.table("knobs"))
    )
    for planned in sweep.planners()[:1]:
        _try(table, registry, kind, planned.knobs)
    table.close()
    return sweep


def _sensitivity(
    table: Fields | None, settings: Sequence[str], planners: Sequence[str]
) -> Sensitivity | None:
    if table is None:
        return None
    setting = table.one_of("setting", settings, next(iter(settings), ""))
    families = table.chosen("families", FAMILIES, USUAL_FAMILIES[:1])
    chosen = table.chosen("planners", planners, planners)
    changes = tuple(_change(one) for one in table.tables("changes", at_least=1))
    _all_different(table, "changes", changes)
    table.close()
    return Sensitivity(setting=setting, families=families, planners=chosen, changes=changes)


def _change(table: Fields) -> Change:
    fields = tuple(_world_fields(table))
    if not fields:
        table.complain("", f"Name what is changed, one of: {', '.join(WORLD_LIMITS)}.")
    usual = ", ".join(f"{key} {value:g}" for key, value in fields)
    name = table.text("name", usual or "?")
    table.close()
    return Change(name=name, fields=fields)


def _tune(table: Fields | None, registry: Registry, settings: Sequence[str]) -> Tune | None:
    if table is None:
        return None
    setting = table.one_of("setting", settings, next(iter(settings), ""))
    families = table.chosen("families", FAMILIES, USUAL_FAMILIES)
    opened = table.tables("candidates", at_least=1)
    candidates = [one for each in opened for one in _candidates(each, registry)]
    if len(candidates) > _MOST_CANDIDATES:
        table.complain("candidates", f"{len(candidates)} are more than {_MOST_CANDIDATES}.")
    _all_different(table, "candidates", candidates)
    table.close()
    return Tune(setting=setting, families=families, candidates=tuple(candidates))


def _candidates(table: Fields, registry: Registry) -> list[Planned]:
    """One planner, or one for each way of turning the knobs of a grid."""
    knobs, grid = _knobs(table.table("knobs")), table.table("grid")
    turned = [(key, grid.numbers(key, _ANY)) for key in sorted(grid.unread())] if grid else []
    if not turned:
        planned = _named(table, registry, knobs)
        table.close()
        return [planned]
    name, kind = table.text("name"), table.one_of("kind", registry.kinds)
    table.close()
    if prod(len(values) for _, values in turned) > _MOST_CANDIDATES:
        table.complain("grid", f"It holds more than {_MOST_CANDIDATES} planners.")
        return []
    made: list[Planned] = []
    for values in product(*(values for _, values in turned)):
        at = [(key, value) for (key, _), value in zip(turned, values, strict=True)]
        told = ", ".join(f"{key} {value:g}" for key, value in at)
        both: dict[str, Plain] = dict(knobs) | dict(at)
        made.append(Planned(f"{name}: {told}", kind, tuple(sorted(both.items()))))
    for planned in made:
        _try(table, registry, kind, planned.knobs)
    return made


def _all_different(
    table: Fields,
    key: str,
    facts: Sequence[Setting | Planned | Sweep | Change],
) -> None:
    for name, times in Counter(one.name for one in facts).items():
        if times > 1:
            table.complain(key, f'"{name}" is the name of {times}. Give each its own.')
