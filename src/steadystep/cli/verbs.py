"""The verbs of `steadystep`: where each is found, how it is helped with, and how it ends.

A verb is loaded when it is asked for; `--help` and `today` load no other.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from steadystep.cli.trouble import CannotDo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CANNOT = 1
# Where the environment names an organisation's own programme of chapters, for every verb at once.
PROGRAMME = "STEADYSTEP_PROGRAMME"


def gettext(sentence: str) -> str:
    """Mark a sentence for translators; it is said in the reader's language where it is shown."""
    return sentence


@dataclass(frozen=True, slots=True)
class Listed:
    """One verb in the list of `--help`.

    Attributes:
        name: What is typed.
        module: The file it lives in.
        in_short: What it does, in a few words.
    """

    name: str
    module: str
    in_short: str


SECTIONS: tuple[tuple[str, tuple[Listed, ...]], ...] = (
    (
        gettext("Each day"),
        (
            Listed("today", "today", gettext("Today's step, why, and what is asked.")),
            Listed("check-in", "check_in", gettext("Say how you are.")),
            Listed("moved", "moved", gettext("Say what you did.")),
            Listed("flare", "flare", gettext("Say that this is a flare.")),
            Listed("easier", "less", gettext("Ask for less today.")),
            Listed("skip", "less", gettext("Leave the step, or a question, for today.")),
            Listed("answer", "answer", gettext("Answer another question of the day.")),
            Listed("accept", "offer", gettext("Try the step that is offered.")),
            Listed("stay", "offer", gettext("Stay where you are.")),
            Listed("chapter", "chapter", gettext("Read today's chapter.")),
        ),
    ),
    (
        gettext("Look back"),
        (
            Listed("why", "why", gettext("Why today's step, or that of another day.")),
            Listed("history", "history", gettext("Your days, one on each line.")),
            Listed("undo", "undo", gettext("Take back what you said last.")),
            Listed("mark", "mark", gettext("Mark a day: illness, travel and such.")),
            Listed("note", "mark", gettext("Write a few words about a day.")),
        ),
    ),
    (
        gettext("Your plan"),
        (
            Listed("start", "start", gettext("Begin, or go on where you were.")),
            Listed("smaller", "less", gettext("A smaller step from now on.")),
            Listed("more", "more", gettext("Ask to try more, where the rule allows it.")),
            Listed("swap", "swap", gettext("Change to another movement.")),
            Listed("pause", "pause", gettext("Let the plan rest.")),
            Listed("resume", "pause", gettext("Go on after a rest.")),
        ),
    ),
    (
        gettext("Your record"),
        (
            Listed("bring", "bring", gettext("Bring the export of a watch or an app.")),
            Listed("export", "keep", gettext("Write all you said into a file.")),
            Listed("restore", "keep", gettext("Read such a file back.")),
            Listed("forget", "forget", gettext("Delete your record.")),
        ),
    ),
    (
        gettext("Besides"),
        (
            Listed("serve", "serve", gettext("Open your pages in the browser.")),
            Listed("replay", "replay", gettext("What the rule would have said of a diary.")),
            Listed("study", "study", gettext("Compare plans on invented people.")),
            Listed("chapters", "chapters", gettext("For those who write chapters, or print them.")),
        ),
    ),
)
_LISTED = {one.name: one for _, verbs in SECTIONS for one in verbs}


class _Translated(click.Command):
    """Whatever has a help: it is written in the reader's language."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write it."""
        super(_Translated, _in_their_language(self)).format_help(ctx, formatter)


class Verbs(_Translated, click.Group):
    """All verbs, in the order of a person's day, each loaded when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's shape
        """Name every verb."""
        return list(_LISTED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a verb from its file."""
        listed = _LISTED.get(cmd_name)
        if listed is None:
            return None
        home = import_module(f"steadystep.cli.{listed.module}")
        verb: click.Command = getattr(home, cmd_name.replace("-", "_"))
        return verb

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the verbs under what they are for."""
        words = _words()
        for heading, verbs in SECTIONS:
            with formatter.section(words(heading)):
                formatter.write_dl([(one.name, words(one.in_short)) for one in verbs])


class Verb(_Translated):
    """One verb. What it cannot do is said on stderr in plain words, and ends with 1."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **options)
        self.examples = tuple(examples)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed. A number below zero looks like an option, and is none."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as why:
            if why.option_name[1:2].isdecimal():
                raise click.UsageError(_words()(gettext("Numbers begin at 0.")), ctx) from why
            raise

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever a verb gives back
        """Do it."""
        try:
            return super().invoke(ctx)
        except CannotDo as why:
            click.echo(str(why), err=True)
            ctx.exit(CANNOT)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's shape
        """Teach by example."""
        if self.examples:
            with formatter.section(_words()(gettext("Examples"))), formatter.indentation():
                for one in self.examples:
                    formatter.write(f"{'':{formatter.current_indent - 2}}{one}\n")


class Topic(Verb, click.Group):
    """A verb that has verbs of its own."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List them, each by the first sentence of its help."""
        words = _words()
        rows = [
            (name, words(one.help or "").partition("\n")[0])
            for name in self.list_commands(ctx)
            if (one := self.get_command(ctx, name)) is not None
        ]
        with formatter.section(words(gettext("What you can do"))):
            formatter.write_dl(rows)


def verb(
    name: str,
    *,
    says: str,
    examples: Sequence[str] = (),
) -> Callable[[Callable[..., Any]], Verb]:
    """Make a function a verb."""
    return click.command(name, cls=Verb, help=says, examples=examples)


def _in_their_language(command: click.Command) -> Any:  # noqa: ANN401 - the same kind of command
    """The same command with its sentences in the reader's language."""
    words, spoken = _words(), copy(command)
    spoken.help = command.help and words(command.help)
    spoken.params = [copy(one) for one in command.params]
    for one in spoken.params:
        if isinstance(one, click.Option):
            one.help = one.help and words(one.help)
    return spoken


def _words() -> Callable[[str], str]:
    """Help is in the language of the terminal: it is given without opening the record."""
    from steadystep.cli.words import words

    return words().gettext
