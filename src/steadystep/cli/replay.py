"""`steadystep replay`: a diary as if the rule had been there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.diary import DiaryDay, DiaryTerms
    from steadystep.importers.reading import Choices, Sentence

EXAMPLES = ("steady", "boom-buster", "slow-responder")
UNITS = ("minutes", "reps", "steps")


@click.command(
    epilog="""\
    \b
    Examples:
      steadystep replay --example boom-buster
      steadystep replay diary.csv
      steadystep replay diary.csv --pain "worst pain" --load walk --unit minutes
      steadystep replay visible.csv --picture record.svg
      steadystep replay watch.csv --person 1503960366 --json
    """
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--example", type=click.Choice(EXAMPLES), help="Read a bundled invented diary.")
@click.option("--pain", metavar="COLUMN", help='The column with pain. "none" leaves it out.')
@click.option(
    "--fatigue", metavar="COLUMN", help="The column with fatigue. Energy is turned round."
)
@click.option("--load", metavar="COLUMN", help="The column with how much you moved.")
@click.option("--flare", metavar="COLUMN", help='Days you called a flare. "none" leaves them out.')
@click.option("--sleep", metavar="COLUMN", help="How well you slept; high is good.")
@click.option("--unit", type=click.Choice(UNITS), help="What the load is counted in.")
@click.option("--scale", metavar="0-3", help="The scale of the answers. It is 0-10 if not said.")
@click.option(
    "--dates", type=click.Choice(("ymd", "dmy", "mdy")), help="The order of day, month and year."
)
@click.option("--person", metavar="ID", help="Whose days to read, where a file holds several.")
@click.option("--start", metavar="MINUTES", default=5.0, show_default=True,
              help="The walk that is assumed where the diary has no load.")  # fmt: skip
@click.option("--pacing-only", is_flag=True, help="ME/CFS or malaise: an envelope, no increase.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a day, one on each line.")
@click.option("--picture", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.svg",
              help="Draw the record: .svg the picture, .html with a table beside it.")  # fmt: skip
@click.pass_context
def replay(ctx: click.Context, /, file: Path | None, example: str | None, **told: Any) -> None:  # noqa: ANN401
    """Show what the Rule of Two would have said, day by day.

    FILE is a diary: a table with a date and what you wrote down (CSV), or an export of the
    Visible app. Columns are found by their names, and it is said which.

    A diary contains no plan, so some things are assumed. You are screened negative. With a load
    (steps, active minutes) the first step comes from three known days. A day is done when its
    load is 80 % of the step or more. An offer is taken when the next three known loads reach it.
    Without a load, a walk is done on every day with an answer, and offers are taken at the next
    answer. Nobody followed this.

    The line of a day is the decision of that morning: it knows answers up to that day, and loads
    up to the day before.
    """
    from steadystep.cli.diary_file import read_record
    from steadystep.cli.trouble import CannotDo

    if (file is None) == (example is None):
        raise click.UsageError(_one_diary(), ctx)
    try:
        choices = _choices(told)
        # An invented diary has no days still to come, even where a clock is set far back.
        today = date.max if example else None
        record = read_record(
            _path(file, example), choices, ask=_may_ask(told["as_json"]), today=today
        )
        terms = record.terms(start=_start(told["start"]), pacing_only=told["pacing_only"])
        days = record.replay(terms)
        _show(days, record.assumed, terms, told)
        _tell_unreadable(record.unreadable, record.unreadable_count)
    except CannotDo as problem:
        click.echo(str(problem), err=True)
        ctx.exit(1)


def _one_diary() -> str:
    from steadystep.cli.words import words

    return words().gettext("Name one diary: a FILE, or --example.")


def _show(
    days: Sequence[DiaryDay], assumed: Sequence[Sentence], terms: DiaryTerms, told: dict[str, Any]
) -> None:
    from steadystep.cli.lines import json_lines
    from steadystep.cli.pictures import write_picture
    from steadystep.cli.storytelling import tell

    if told["picture"] is not None:
        write_picture(days, terms, told["picture"])
    if told["as_json"]:
        for line in json_lines(days, terms, assumed):
            click.echo(line)
    else:
        tell(days, terms, assumed, told["picture"])


def _choices(told: dict[str, Any]) -> Choices:
    from steadystep.cli.trouble import CannotDo
    from steadystep.core.observations import Unit
    from steadystep.importers.reading import CannotRead, Choices, parse_scale

    try:
        scale = None if told["scale"] is None else parse_scale(told["scale"])
    except CannotRead as problem:
        raise CannotDo(str(problem)) from problem
    names = ("pain", "fatigue", "load", "flare", "sleep", "dates", "person")
    unit = None if told["unit"] is None else Unit(told["unit"])
    return Choices(scale=scale, unit=unit, **{name: told[name] for name in names})


def _start(minutes: float) -> int:
    """Minutes to tenths; the ladder's own ends are the limits."""
    from steadystep.cli.words import words
    from steadystep.core.ladder import MINUTES

    low, high = MINUTES.doses[0], MINUTES.doses[-1]
    if not low <= minutes * 10 <= high:
        message = words().gettext("Say a walk of {least} to {most} minutes.")
        raise click.BadParameter(
            message.format(least=f"{low / 10:g}", most=high // 10), param_hint="--start"
        )
    return int(minutes * 10)


def _path(file: Path | None, example: str | None) -> Path:
    if file is not None:
        return file
    return Path(__file__).parent.parent / "examples" / f"{example}.csv"


def _may_ask(as_json: bool) -> bool:  # noqa: FBT001 - one flag
    """Is somebody there to answer?"""
    import sys

    return not as_json and sys.stdin.isatty() and sys.stderr.isatty()


def _tell_unreadable(first: Sequence[str], count: int) -> None:
    """Say on stderr which rows could not be read: the first few, and how many in all."""
    if not count:
        return
    from steadystep.cli.words import words

    unread = words().ngettext(
        "{number} place could not be read:", "{number} places could not be read:", count
    )
    click.echo(unread.format(number=count), err=True)
    for one in first:
        click.echo(f"  {one}", err=True)
    click.echo(f"  {_the_others(count - len(first))}", err=True)


def _the_others(unshown: int) -> str:
    from steadystep.cli.words import words

    if not unshown:
        return words().gettext("The others were read.")
    return (
        words()
        .ngettext(
            "and {number} more. The others were read.",
            "and {number} more. The others were read.",
            unshown,
        )
        .format(number=unshown)
    )
