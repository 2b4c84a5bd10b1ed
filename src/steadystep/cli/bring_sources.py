"""`steadystep bring --sources` and `--use`: which source is believed, and the person's choice."""

from __future__ import annotations

import shlex
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from steadystep.cli.bring_shown import kind_code, source_object, table, tell_object
from steadystep.cli.lines import units
from steadystep.cli.shown import filled, on_one_line, say, show
from steadystep.cli.trouble import CannotDo
from steadystep.core.observed import Kind
from steadystep.core.truth import truths
from steadystep.explain.amounts import number
from steadystep.explain.observed_words import kind_named, maker_named, which_was_used
from steadystep.store.bringing import prefer, preferred

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cli.record import Record
    from steadystep.core.observed import Source
    from steadystep.core.truth import Truth
    from steadystep.explain import Translations
    from steadystep.store import SqliteObserved

# Instead of a source's name: no choice any more.
BY_ORDER = "order"
_INDENT = "  "


class Told(NamedTuple):
    """What the sources told of one kind, on all days.

    Attributes:
        kind: The kind.
        days: On how many days each source told something.
        used: On how many of them it was used.
        chosen: The source that the person chose.
        differed: The last day on which several told something.
    """

    kind: Kind
    days: Counter[Source]
    used: Counter[Source]
    chosen: Source | None
    differed: Truth | None


def tell_sources(record: Record, observed: SqliteObserved, *, as_json: bool) -> None:
    """Say which source is used for each kind, and what the others told."""
    words, told = record.words, _all_told(record, observed)
    if as_json:
        tell_object({"kinds": [_object(one) for one in told]})
        return
    if not told:
        say(words.gettext("Nothing was brought yet. To begin: steadystep bring FILE"))
        return
    for one in told:
        click.secho(kind_named(one.kind, words), bold=True)
        table([_row(words, one, source) for source in _by_use(one)])
        _tell_differed(words, one)
    several = next((one for one in told if len(one.days) > 1), None)
    if several is not None:
        another = words.gettext("To use another one: steadystep bring --use {call}")
        say(another.format(call=_call(several)))


def use_source(record: Record, observed: SqliteObserved, asked: str, *, as_json: bool) -> None:
    """Use a source for a kind from now on.

    Raises:
        CannotDo: There is no such kind or source here, or there are two.
    """
    words = record.words
    name, _, wanted = asked.partition("=")
    one = _kind_meant(words, _all_told(record, observed), name)
    source = None
    if wanted.strip().casefold() != BY_ORDER:
        source = _source_meant(words, one, wanted)
    prefer(record.log, observed, one.kind, source, now=record.now)
    record.look_again()
    if as_json:
        tell_sources(record, observed, as_json=True)
        return
    if source is None:
        by_order = words.gettext("Written: for {kind} the usual order holds again.")
        show(record, by_order.format(kind=kind_named(one.kind, words)))
        return
    chosen = words.gettext("Written: for {kind}, {source} is used.")
    show(
        record,
        chosen.format(kind=kind_named(one.kind, words), source=_called(words, source)),
    )


def _all_told(record: Record, observed: SqliteObserved) -> list[Told]:
    """What was told of each kind. Kinds are read one at a time: ten years are many days."""
    person, chosen = record.log.person, preferred(record.log)
    # With the heart's beats and the steps beside a kind, it is known which watch was not worn.
    worn = (Kind.HEART_RATE, Kind.STEPS)
    beside = observed.days(person, kinds=worn)
    told = []
    for kind in Kind:
        rows = beside if kind in worn else [*observed.days(person, kinds=(kind,)), *beside]
        found = [one for one in truths(rows, chosen) if one.kind is kind]
        if found:
            told.append(_told(kind, found, chosen.get(kind)))
    return told


def _told(kind: Kind, found: Sequence[Truth], chosen: Source | None) -> Told:
    days: Counter[Source] = Counter()
    used: Counter[Source] = Counter()
    for one in found:
        days.update(other.source for other in one.others)
        if one.row is not None:
            days[one.row.source] += 1
            used[one.row.source] += 1
    differed = next((one for one in reversed(found) if one.others), None)
    return Told(kind, days, used, chosen, differed)


def _row(words: Translations, told: Told, source: Source) -> tuple[str, str]:
    days = words.ngettext(
        "used on {used} of {number} day", "used on {used} of {number} days", told.days[source]
    ).format(used=number(words, told.used[source]), number=number(words, told.days[source]))
    if source == told.chosen:
        days = words.gettext("{days}; you chose it").format(days=days)
    return _called(words, source), days


def _tell_differed(words: Translations, told: Told) -> None:
    """The last day on which several told something: what each told, and which was used."""
    if told.differed is None:
        return
    between = words.pgettext("between two sentences", " ")
    said = between.join(which_was_used(told.differed, words))
    day = date.fromordinal(told.differed.day).isoformat()
    for line in filled(f"{day}: {said}", indent=_INDENT):
        click.echo(line)


def _kind_meant(words: Translations, told: Sequence[Told], name: str) -> Told:
    """The kind of that name, as a program or a person writes it."""
    plain = name.strip().casefold()
    for one in told:
        if plain in {kind_code(one.kind), kind_named(one.kind, words).casefold()}:
            return one
    if not told:
        raise CannotDo(words.gettext("Nothing was brought yet. To begin: steadystep bring FILE"))
    unknown = words.gettext("“{name}” is no kind that was brought. There are: {kinds}.")
    between = words.pgettext("between two words of a list", ", ")
    kinds = between.join(kind_code(one.kind) for one in told)
    raise CannotDo(unknown.format(name=on_one_line(name), kinds=kinds))


def _source_meant(words: Translations, told: Told, wanted: str) -> Source:
    """The source of that name, or of that sort where there is one of it."""
    plain, sources = wanted.strip().casefold(), sorted(told.days)
    named = [one for one in sources if plain in _names(words, one)]
    of_sort = [one for one in sources if plain in _sorts(words, one)]
    for fitting in (named, of_sort):
        if len(fitting) == 1:
            return fitting[0]
    unknown = words.gettext("Name one of these sources: {sources}. For the usual order: {order}")
    between = words.pgettext("between two words of a list", ", ")
    known = between.join(_called(words, one) for one in sources)
    raise CannotDo(unknown.format(sources=known, order=f"{kind_code(told.kind)}={BY_ORDER}"))


def _names(words: Translations, source: Source) -> set[str]:
    return {source.name.casefold(), _called(words, source).casefold()}


def _sorts(words: Translations, source: Source) -> set[str]:
    return {source.maker.value, maker_named(source.maker, words).casefold()}


def _by_use(told: Told) -> list[Source]:
    """The sources of a kind, the one that is used most first."""
    return sorted(told.days, key=lambda one: (-told.used[one], -told.days[one], one))


def _call(told: Told) -> str:
    """What is typed to use the source that comes second."""
    second = _by_use(told)[1]
    return shlex.quote(f"{kind_code(told.kind)}={second.name or second.maker.value}")


def _called(words: Translations, source: Source) -> str:
    maker = maker_named(source.maker, words)
    if not source.name:
        return maker
    return words.pgettext("a sort of source and its name", "{maker} ({name})").format(
        maker=maker, name=on_one_line(source.name)
    )


def _object(told: Told) -> dict[str, Any]:
    return {
        "kind": kind_code(told.kind),
        "chosen": None if told.chosen is None else source_object(told.chosen),
        "sources": [
            {**source_object(one), "days": told.days[one], "used": told.used[one]}
            for one in sorted(told.days)
        ],
        "differed": None if told.differed is None else _differed_object(told.differed),
    }


def _differed_object(truth: Truth) -> dict[str, Any]:
    used = truth.row
    return {
        "day": date.fromordinal(truth.day).isoformat(),
        "used": None
        if used is None
        else {**source_object(used.source), "value": units(used.tenths)},
        "why": truth.why.value,
        "others": [
            {**source_object(one.source), "value": units(one.tenths), "worn": one.worn}
            for one in truth.others
        ],
    }
