"""`steadystep chapter`: today's chapter, or that of another day, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from steadystep.chapters import Living, place_in
from steadystep.cli.arguments import programme_option
from steadystep.cli.programme import the_chapter, the_programme
from steadystep.cli.record import opened
from steadystep.cli.shown import say
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.cli.words import words_in
from steadystep.core import events as on
from steadystep.core.facts import Gate
from steadystep.explain.gates import before_a_chapter
from steadystep.explain.pictures import language as language_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.chapters import Chapter, Programme, Reading, TodaysChapter
    from steadystep.cli.record import Record
    from steadystep.explain import Translations

MOST_DAYS = 999


@verb(
    "chapter",
    says=gettext(
        """Read today's chapter, or that of another day of the programme.

        It is a few minutes long, and ends in one small step. Nothing is late.
        """
    ),
    examples=(
        "steadystep chapter",
        "steadystep chapter 13",
        "steadystep chapter --list",
        "steadystep chapter 13 --sources",
    ),
)
@click.argument("day", required=False, type=click.IntRange(1, MOST_DAYS), metavar="[DAY]")
@click.option("--list", "as_list", is_flag=True, help=gettext("List all days."))
@click.option("--place", is_flag=True, help=gettext("Go on where you put it down."))
@click.option("--sources", is_flag=True, help=gettext("Show where it all comes from."))
@click.option("--read", is_flag=True, help=gettext("Mark it as read, without asking."))
@click.option("--json", "as_json", is_flag=True, help=gettext("One JSON object."))
@programme_option
@click.pass_context
def chapter(
    ctx: click.Context,
    /,
    day: int | None,
    *,
    as_list: bool,
    place: bool,
    sources: bool,
    read: bool,
    as_json: bool,
    programme: str | None,
) -> None:
    """Show a chapter."""
    reader = Reader.of(opened(ctx), the_programme(programme))
    if as_list:
        _list(reader)
        return
    told = reader.chapter(day)
    if as_json:
        _print_json(reader, told)
    elif sources:
        from steadystep.cli.chapter_text import Sheet, console, write_sources

        write_sources(Sheet(console(), reader.words_of(told)), told)
    else:
        _show(reader, told, place=place)
        _mark(reader, told, read=read)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads, with a record of their own or without one.

    Attributes:
        record: Their record; nothing is written into one that has not begun.
        programme: What they read.
        reading: What they have read of it.
        todays: The chapter of today; None where nothing is new.
        has_begun: Whether there is a record yet.
    """

    record: Record
    programme: Programme
    reading: Reading
    todays: TodaysChapter | None
    has_begun: bool

    @classmethod
    def of(cls, record: Record, programme: Programme) -> Reader:
        """Look where they are in the programme."""
        lasting = record.lasting
        reading, todays = place_in(programme, lasting, record.today)
        return cls(record, programme, reading, todays, bool(lasting))

    def chapter(self, day: int | None) -> Chapter:
        """The chapter of a day; today's where none is named.

        Raises:
            CannotDo: It is not written yet, or nothing is new today.
        """
        words = self.record.words
        if day is not None:
            return the_chapter(self.programme, day, words)
        if self.todays is None:
            nothing = words.gettext("There is no new chapter today. To see all: {command}")
            raise CannotDo(nothing.format(command="steadystep chapter --list"))
        return the_chapter(self.programme, self.todays.day, words)

    def words_of(self, told: Chapter) -> Translations:
        """The catalogue of the chapter's language, which may be another than the reader's."""
        own = self.record.words
        return own if language_of(own) == told.language else words_in(told.language)


def _show(reader: Reader, told: Chapter, *, place: bool) -> None:
    from steadystep.cli.chapter_text import Sheet, console, write, write_step

    words = reader.words_of(told)
    sheet = Sheet(console(), words)
    if before := before_a_chapter(reader.record.today.standing.gate, words):
        sheet.line(before)
        sheet.gap()
    left = min(reader.reading.place(told.day), max(len(told.parts) - 1, 0))
    write(
        sheet,
        told,
        lambda name: _lives(reader, name, words),
        begin=left if place else 0,
    )
    write_step(sheet, told, ways(reader.record, told.opens))
    if left and not place:
        sheet.gap()
        sheet.line(words.gettext("You put it down before its end. To go on there:"))
        sheet.console.print(f"  steadystep chapter {told.day} --place")


def _lives(reader: Reader, name: str, words: Translations) -> Sequence[str]:
    """What lives under a name, in words, with the person's own numbers where there are some."""
    from steadystep.explain.living import twin

    record = reader.record
    try:
        if not reader.has_begun:
            return twin(name, words)
        return twin(
            name, words, today=record.today, entries=record.lasting, days=_year(record, name)
        )
    except KeyError:
        # Another programme may ask for what this version does not know.
        return ()


def _year(record: Record, name: str) -> Sequence[Any]:
    """The days that the own picture is made of; nothing else asks for them."""
    if name != "own-picture":
        return ()
    from steadystep.core.fold import in_order
    from steadystep.core.history import began_on, history
    from steadystep.core.paradox import looked_at_since

    began = began_on(in_order(record.entries))
    if began is None or began > record.day:
        return ()
    return list(history(record.entries, until=record.day, since=looked_at_since(began, record.day)))


def ways(record: Record, opens: str) -> tuple[str, ...]:
    """What can be typed to take the step that a chapter ends in."""
    if opens == "breathe" or record.today.standing.gate == Gate.RED_FLAG:
        return ()
    if record.today.plan is None:
        return ("steadystep start",)
    return {
        "choose-step": ("steadystep swap",),
        "bad-day": ("steadystep swap",),
        "todays-step": ("steadystep today", "steadystep moved"),
        "check-in": ("steadystep check-in",),
        "flare-page": ("steadystep flare",),
        "questions-to-ask": ('steadystep note "…"',),
    }.get(opens, ())


# Read, or not -----------------------------------------------------------------------------------


def _mark(reader: Reader, told: Chapter, *, read: bool) -> None:
    """Mark it as read after a yes; without a record there is nothing to write into."""
    record, words = reader.record, reader.record.words
    if not reader.has_begun or told.day in reader.reading.read:
        return
    click.echo()
    if not read and record.someone_is_there():
        read = _is_wanted(words.gettext("Mark it as read?"))
    if not read:
        from steadystep.cli.chapter_text import Sheet, console

        when = words.gettext("When you have read it: {command}")
        sheet = Sheet(console(), words)
        sheet.line(when.format(command=f"steadystep chapter {told.day} --read"))
        return
    record.write([on.ChapterRead(reader.programme.name, told.day)])
    say(words.gettext("Written: day {day} is read.").format(day=told.day))


def _is_wanted(question: str) -> bool:
    """Ask, where no is as good; whoever leaves at this point has said no."""
    try:
        return click.confirm(question, default=False, err=True)
    except click.Abort:
        click.echo(err=True)
        return False


def _list(reader: Reader) -> None:
    """All days, one on each line."""
    words, programme = reader.record.words, reader.programme
    language = language_of(words)
    for one in programme.plan:
        told = programme.chapter(one.day, language)
        title = (
            told.title if told else one.lines.get(language) or next(iter(one.lines.values()), "")
        )
        state = _state(reader, one.day, words)
        click.echo(f"{one.day:>3}  {title}{f'  ({state})' if state else ''}")


def _state(reader: Reader, day: int, words: Translations) -> str:
    if day not in reader.programme.written:
        return words.gettext("not written yet")
    if day in reader.reading.read:
        return words.gettext("read")
    if reader.todays is not None and reader.todays.day == day:
        return words.gettext("today")
    return ""


# For a program ----------------------------------------------------------------------------------


def _print_json(reader: Reader, told: Chapter) -> None:
    import json

    words = reader.words_of(told)
    parts = [
        {"lives": one.name, "said": list(_lives(reader, one.name, words))}
        if isinstance(one, Living)
        else {"heading": one.heading, "markdown": one.markdown}
        for one in told.parts
    ]
    row = {
        "programme": reader.programme.name,
        "day": told.day,
        "language": told.language,
        "title": told.title,
        "minutes": told.minutes,
        "parts": parts,
        "step": told.step,
        "ways": list(ways(reader.record, told.opens)),
        "tomorrow": told.tomorrow,
        "is_read": told.day in reader.reading.read,
        "reviewed": told.reviewed.isoformat(),
        "read_by": told.read_by,
    }
    click.echo(json.dumps(row, ensure_ascii=False))
