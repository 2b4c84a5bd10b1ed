"""What is in an export and what is not, as a terminal shows it and as a program reads it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from steadystep.cli.asking import tell
from steadystep.cli.bring_export import Looked
from steadystep.cli.shown import HELD, filled, on_one_line, say, width
from steadystep.explain.amounts import number
from steadystep.explain.left_out_words import left_out_named
from steadystep.explain.observed_words import kind_named
from steadystep.importers.reading import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from steadystep.cli.record import Record
    from steadystep.cli.trouble import CannotDo
    from steadystep.core.observed import Kind, Source
    from steadystep.explain import Translations
    from steadystep.importers.found import Found, KindFound
    from steadystep.store import Imported

# What of long lists a screen shows: choices.
TROUBLES_SHOWN = 5
NAMES_SHOWN = 8
_INDENT = "  "
_BETWEEN = "  "


def tell_found(record: Record, path: Path, seen: Looked) -> None:
    """Show what an export is, what is in it, and what of it stays out."""
    words, found = record.words, seen.found
    click.secho(f"{on_one_line(str(path))}: {seen.brought.reader}", bold=True)
    table([_row(words, one) for one in found.kinds])
    for sentence in (*_all_in_all(words, found), *_left_out(words, found)):
        say(sentence)
    for one in found.assumed:
        say(one.said(words.gettext))
    _tell_unreadable(words, found)


def tell_here(record: Record, path: Path, imported: Imported) -> None:
    """Say that an export is here already."""
    words = record.words
    click.secho(f"{on_one_line(str(path))}: {imported.brought.reader}", bold=True)
    anew = words.gettext("To read it anew, undo it first: steadystep bring --undo {number}")
    say(
        words.gettext("This is here already. Nothing changed."),
        anew.format(number=imported.number),
    )


def tell_refused(path: Path, why: str, *, several: bool) -> None:
    """Say why an export cannot be used; which one, where there are several."""
    tell(f"{on_one_line(str(path))}: {why}" if several else why)


def brought_in(record: Record, come: Sequence[Imported]) -> tuple[str, ...]:
    """Say what was brought in, and what can be done next."""
    words = record.words
    told = words.gettext("Brought in: {app}, as number {number}.")
    back = words.gettext("To take it back: steadystep bring --undo {number}")
    return (
        *(told.format(app=one.brought.reader, number=one.number) for one in come),
        back.format(number=come[-1].number),
        words.gettext("Which source is used for what: steadystep bring --sources"),
    )


def table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows, their cells below each other; in a narrow window each row by itself."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if len(_INDENT) + sum(widths) + len(_BETWEEN) * (len(widths) - 1) > width():
        for name, *cells in rows:
            click.echo(f"{_INDENT}{name}")
            # A cell stays whole.
            held = _BETWEEN.join(one.replace(" ", HELD) for one in cells)
            for line in filled(held, indent=_INDENT * 2):
                click.echo(line)
        return
    for row in rows:
        cells = [f"{cell:<{size}}" for cell, size in zip(row, widths, strict=True)]
        click.echo(f"{_INDENT}{_BETWEEN.join(cells)}".rstrip())


def days_told(words: Translations, first: int, last: int) -> str:
    """The first day and the last one, in figures."""
    if first == last:
        return date.fromordinal(first).isoformat()
    return words.pgettext("from a day to a day, in figures", "{first} – {last}").format(
        first=date.fromordinal(first).isoformat(), last=date.fromordinal(last).isoformat()
    )


def tell_object(what: dict[str, Any]) -> None:
    """Print one JSON object."""
    click.echo(json.dumps(what, ensure_ascii=False))


def export_object(
    record: Record, path: Path, seen: Looked | Imported, number: int | None
) -> dict[str, Any]:
    """An export as plain values: what is in it, and under which number it was brought in."""
    told: dict[str, Any] = {"path": str(path), "app": seen.brought.reader}
    if not isinstance(seen, Looked):
        return {**told, "here_already": True, "number": seen.number}
    found, say_it = seen.found, record.words.gettext
    return {
        **told,
        "here_already": False,
        "number": number,
        "kinds": [_kind_object(one) for one in found.kinds],
        "sessions": found.sessions,
        "unreadable": found.unreadable,
        "troubles": [{"where": one.where, "why": one.why.said(say_it)} for one in found.troubles],
        "left_out": found.left_out,
        "beyond": {kind_code(kind): count for kind, count in found.beyond.items()},
        "crowded_days": found.crowded,
        "assumed": [one.said(say_it) for one in found.assumed],
    }


def refused_object(path: Path, why: CannotDo) -> dict[str, Any]:
    """An export that cannot be used, as plain values, and the flag that helps."""
    reader = why.__cause__
    asks = reader.flag if isinstance(reader, CannotRead) else None
    return {"path": str(path), "trouble": str(why), "asks": asks}


def kind_code(kind: Kind) -> str:
    """A kind as it is typed, and as a program reads it. How sleep was rated is not sleep."""
    return kind.name.lower()


def source_object(source: Source) -> dict[str, str]:
    """A source as plain values."""
    return {"maker": source.maker.value, "name": source.name}


def _row(words: Translations, one: KindFound) -> tuple[str, ...]:
    days = words.ngettext("{number} day", "{number} days", one.days)
    values = words.ngettext("{number} value", "{number} values", one.values)
    return (
        kind_named(one.kind, words),
        days.format(number=number(words, one.days)),
        days_told(words, one.first, one.last),
        values.format(number=number(words, one.values)),
    )


def _all_in_all(words: Translations, found: Found) -> Iterator[str]:
    """From when to when, where no kind says it; what else there is, and where it comes from."""
    first = min((one.first for one in found.kinds), default=0)
    last = max((one.last for one in found.kinds), default=0)
    if found.kinds and (first, last) not in {(one.first, one.last) for one in found.kinds}:
        yield words.gettext("From {first} to {last}.").format(
            first=date.fromordinal(first).isoformat(), last=date.fromordinal(last).isoformat()
        )
    if found.sessions:
        moved = words.ngettext(
            "{number} session of moving.", "{number} sessions of moving.", found.sessions
        )
        yield moved.format(number=number(words, found.sessions))
    names = dict.fromkeys(source.name for one in found.kinds for source in one.sources)
    if any(names):
        yield words.gettext("It comes from: {sources}.").format(
            sources=_several(words, [name for name in names if name])
        )


def _left_out(words: Translations, found: Found) -> Iterator[str]:
    """What stays out on purpose, and what no body or clock shows."""
    if found.left_out:
        by_count = sorted(found.left_out.items(), key=lambda one: (-one[1], one[0]))
        named = [_counted(words, left_out_named(one, words), count) for one, count in by_count]
        left = words.gettext("Left out, since nothing here uses it: {what}.")
        yield left.format(what=_several(words, named))
    if found.beyond:
        beyond = [
            _counted(words, kind_named(one, words), count) for one, count in found.beyond.items()
        ]
        no_body = words.gettext("Left out, since no body or clock shows it: {what}.")
        yield no_body.format(what=_several(words, beyond))
    if found.crowded:
        crowded = words.ngettext(
            "{number} day is left out. It holds more values than a day can.",
            "{number} days are left out. They hold more values than a day can.",
            found.crowded,
        )
        yield crowded.format(number=number(words, found.crowded))


def _tell_unreadable(words: Translations, found: Found) -> None:
    """The first places that could not be read, with what helps, and how many more there are."""
    if not found.unreadable:
        return
    unread = words.ngettext(
        "{number} place could not be read:", "{number} places could not be read:", found.unreadable
    )
    say(unread.format(number=number(words, found.unreadable)))
    for one in found.troubles[:TROUBLES_SHOWN]:
        where_and_why = on_one_line(f"{one.where}: {one.why.said(words.gettext)}")
        for line in filled(where_and_why, indent=_INDENT):
            click.echo(line)
    more = found.unreadable - min(len(found.troubles), TROUBLES_SHOWN)
    others = words.gettext("The others were read.")
    if more:
        others = words.ngettext(
            "and {number} more. The others were read.",
            "and {number} more. The others were read.",
            more,
        ).format(number=number(words, more))
    click.echo(f"{_INDENT}{others}")


def _counted(words: Translations, what: str, count: int) -> str:
    counted = words.pgettext("something, and how often", "{what} ({number})")
    return counted.format(what=what, number=number(words, count))


def _several(words: Translations, names: Iterable[str]) -> str:
    """Names one after the other, the first ones where there are many."""
    told = list(names)
    between = words.pgettext("between two words of a list", ", ")
    shown = between.join(map(on_one_line, told[:NAMES_SHOWN]))
    more = len(told) - NAMES_SHOWN
    if more <= 0:
        return shown
    others = words.ngettext("{names} and {number} more", "{names} and {number} more", more)
    return others.format(names=shown, number=number(words, more))


def _kind_object(one: KindFound) -> dict[str, Any]:
    return {
        "kind": kind_code(one.kind),
        "days": one.days,
        "first": date.fromordinal(one.first).isoformat(),
        "last": date.fromordinal(one.last).isoformat(),
        "values": one.values,
        "sources": [source_object(source) for source in one.sources],
    }
