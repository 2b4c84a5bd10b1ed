"""`steadystep chapters`: for those who write a programme, or print one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from steadystep.chapters import LIVING, OPENS, check, claims
from steadystep.chapters.said import grade_in_words
from steadystep.cli.arguments import programme_option
from steadystep.cli.files import write_whole
from steadystep.cli.programme import BUNDLED, read, the_chapter, the_programme, twins_on_paper
from steadystep.cli.record import Home
from steadystep.cli.shown import filled, say
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import CANNOT, Topic, gettext, verb
from steadystep.cli.words import words, words_in
from steadystep.explain import banned_in
from steadystep.explain.pictures import language as language_of

if TYPE_CHECKING:
    from steadystep.chapters import Problem, Programme

MOST_DAYS = 999
A_DAY = click.IntRange(1, MOST_DAYS)
A_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(
    "chapters",
    cls=Topic,
    help=gettext(
        """Look through a programme of chapters, preview it, or print it.

        A programme is a folder of texts that anyone can write. Ours is one of them.
        """
    ),
    examples=(
        "steadystep chapters check",
        "steadystep chapters check my-programme",
        "steadystep chapters preview my-programme 3",
        "steadystep chapters paper 13 --language he",
        "steadystep chapters paper --all",
    ),
)
def chapters() -> None:
    """Go on to one of its verbs."""


# Looking through it -----------------------------------------------------------------------------


@verb(
    "check",
    says=gettext(
        """Look through a programme: what is to be mended, and where.

        Without FOLDER it is the programme inside Steadystep. A hint may stay as it is.
        """
    ),
    examples=("steadystep chapters check", "steadystep chapters check my-programme --json"),
)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=gettext("One JSON object on each line."))
@click.pass_context
def check_verb(ctx: click.Context, /, folder: Path | None, *, as_json: bool) -> None:
    """Say each problem with its file and its line, and end with 1 where one is to be mended."""
    programme, problems = looked_through(ctx, folder or BUNDLED)
    if as_json:
        _print_problems(problems)
    else:
        for one in problems:
            click.echo(str(one))
        click.echo(_in_all(programme, problems))
    if any(not one.is_hint for one in problems):
        ctx.exit(CANNOT)


def looked_through(ctx: click.Context, folder: Path) -> tuple[Programme, tuple[Problem, ...]]:
    """Read a programme, and hold it against every rule."""
    today = (ctx.find_object(Home) or Home()).clock().date()
    programme, unread = read(folder)
    more = check(programme, banned=banned_in, living=LIVING, opens=OPENS, today=today)
    return programme, (*unread, *more)


def _in_all(programme: Programme, problems: tuple[Problem, ...]) -> str:
    spoken = words()
    hints = sum(one.is_hint for one in problems)
    number = len(programme.chapters)
    read_ = spoken.ngettext("{number} chapter read.", "{number} chapters read.", number)
    told = [read_.format(number=number)]
    if to_mend := len(problems) - hints:
        mend = spoken.ngettext("{number} place to mend.", "{number} places to mend.", to_mend)
        told.append(mend.format(number=to_mend))
    else:
        told.append(spoken.gettext("Nothing is to be mended."))
    if hints:
        may = spoken.ngettext("{number} hint.", "{number} hints.", hints)
        told.append(may.format(number=hints))
    return spoken.pgettext("between two sentences", " ").join(told)


def _print_problems(problems: tuple[Problem, ...]) -> None:
    import json

    for one in problems:
        row = {"file": one.file, "line": one.line, "what": one.what, "is_hint": one.is_hint}
        click.echo(json.dumps(row, ensure_ascii=False))


# Looking at it ----------------------------------------------------------------------------------


@verb(
    "preview",
    says=gettext(
        """Write a page to look at in a browser: all languages side by side.

        What is to be mended stands on top. The page needs no network.
        """
    ),
    examples=(
        "steadystep chapters preview my-programme",
        "steadystep chapters preview my-programme 3 --into day-3.html",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("day", required=False, type=A_DAY, metavar="[DAY]")
@click.option("--into", type=A_FILE, metavar="FILE.html", help=gettext("Where it is written."))
@click.pass_context
def preview(ctx: click.Context, /, folder: Path, day: int | None, *, into: Path | None) -> None:
    """Write the page."""
    from steadystep.cli.preview import page_of

    programme, problems = looked_through(ctx, folder)
    days = programme.written if day is None else (the_chapter(programme, day, words()).day,)
    path = into or Path(f"{programme.name}{_day(day)}.html")
    write_whole(path, page_of(programme, days, problems).encode(), words())
    say(words().gettext("Written into {file}. Open it in a browser.").format(file=path))


# Printing it ------------------------------------------------------------------------------------


@verb(
    "paper",
    says=gettext(
        """Print a chapter into a PDF, or the whole programme as a booklet.

        A chapter takes two pages of A4 at most.
        """
    ),
    examples=(
        "steadystep chapters paper 13",
        "steadystep chapters paper 13 --language he --into day-13.pdf",
        "steadystep chapters paper --all",
    ),
)
@click.argument("day", required=False, type=A_DAY, metavar="[DAY]")
@click.option("--all", "every", is_flag=True, help=gettext("The whole programme, as a booklet."))
@click.option("--language", metavar="CODE", help=gettext("Its language, such as en or he."))
@click.option("--into", type=A_FILE, metavar="FILE.pdf", help=gettext("Where it is written."))
@programme_option
def paper_verb(
    day: int | None,
    *,
    every: bool,
    language: str | None,
    into: Path | None,
    programme: str | None,
) -> None:
    """Write the PDF."""
    if (day is None) != every:
        raise click.UsageError(words().gettext("Name one day, or --all."))
    told = the_programme(programme)
    code = _language(told, language)
    path = into or Path(f"{told.name}{_day(day)}-{code}.pdf")
    write_whole(path, _printed(told, day, code), words())
    say(words().gettext("Written into {file}.").format(file=path))


def _printed(programme: Programme, day: int | None, code: str) -> bytes:
    from steadystep.chapters.paper import booklet, paper

    if day is None:
        spoken = words_in(code)
        return booklet(programme, code, words=spoken, twins=twins_on_paper(spoken))
    chapter = the_chapter(programme, day, words(), code)
    spoken = words_in(chapter.language)
    return paper(chapter, programme, words=spoken, twins=twins_on_paper(spoken))


def _language(programme: Programme, asked: str | None) -> str:
    """The language that was asked for; else that of the terminal, where the programme speaks it.

    Raises:
        CannotDo: The programme does not speak what was asked for.
    """
    if asked is None:
        own = language_of(words())
        return own if own in programme.languages else programme.languages[0]
    if asked not in programme.languages:
        not_there = words().gettext("This programme is there in {languages}. Name one of them.")
        comma = words().pgettext("between two answers", ", ")
        raise CannotDo(not_there.format(languages=comma.join(programme.languages)))
    return asked


def _day(day: int | None) -> str:
    return "" if day is None else f"-day-{day:02}"


# What it says -----------------------------------------------------------------------------------


@verb(
    "sources",
    says=gettext("List all that a programme says to be so, how well it is known, and from where."),
    examples=("steadystep chapters sources", "steadystep chapters sources --json"),
)
@click.option("--language", metavar="CODE", help=gettext("Its language, such as en or he."))
@click.option("--json", "as_json", is_flag=True, help=gettext("One JSON object on each line."))
@programme_option
def sources(*, language: str | None, as_json: bool, programme: str | None) -> None:
    """List every claim with its sources."""
    told = the_programme(programme)
    code = _language(told, language)
    if as_json:
        _print_claims(told, code)
        return
    spoken = words_in(code)
    on_days = spoken.gettext("Days: {days}.")
    for one in claims(told, code):
        days = spoken.pgettext("between two answers", ", ").join(map(str, one.days))
        grade = grade_in_words(one.claim.grade, spoken)
        parts = (one.claim.text, grade, one.claim.doubt, on_days.format(days=days))
        say(" ".join(filter(None, parts)))
        for source in one.sources:
            where = f"doi {source.doi}" if source.doi else source.place
            for line in filled(" ".join(filter(None, (source.cite, where))), indent="  "):
                click.echo(line)
        click.echo()


def _print_claims(programme: Programme, code: str) -> None:
    import json

    for one in claims(programme, code):
        row = {
            "name": one.claim.name,
            "text": one.claim.text,
            "grade": one.claim.grade,
            "doubt": one.claim.doubt,
            "days": list(one.days),
            "sources": [
                {"name": each.name, "cite": each.cite, "doi": each.doi, "place": each.place,
                 "seen": each.seen}
                for each in one.sources
            ],
        }  # fmt: skip
        click.echo(json.dumps(row, ensure_ascii=False))


for _one in (check_verb, preview, paper_verb, sources):
    chapters.add_command(_one)
