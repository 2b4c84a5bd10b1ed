"""Questions asked one at a time, of somebody who is there. They go to stderr; answers are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from steadystep.cli.arguments import LEFT_OUT, MOST_OF_TEN, amount_in
from steadystep.cli.shown import filled
from steadystep.core.facts import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from steadystep.cli.record import Record

Answer = TypeVar("Answer")

NONE_OF_THEM = "0"


def tell(*paragraphs: str) -> None:
    """Say something beside a question."""
    for paragraph in paragraphs:
        for line in filled(paragraph):
            click.echo(line, err=True)


def ask(question: str, read: Callable[[str], Answer]) -> Answer:
    """Ask until the answer can be read. `read` raises click.UsageError with what helps."""
    answer: Answer = click.prompt(
        question, value_proc=read, default="", show_default=False, err=True
    )
    return answer


def ask_of_ten(record: Record, question: str) -> int | None:
    """A number from 0 to 10, as tenths; Enter leaves it out."""
    return ask_amount(record, question, MOST_OF_TEN)


def ask_amount(record: Record, question: str, most: int) -> int | None:
    """An amount, as tenths; Enter leaves it out."""
    told = ask(question, lambda text: amount_in(text.strip() or LEFT_OUT, most, record.words))
    return None if told == NONE else told


def ask_one_of(record: Record, choices: Mapping[str, str], *, by_number: bool = True) -> str:
    """One of several choices, by its number or its word. What is asked was told before.

    Args:
        record: Whose words are spoken.
        choices: What may be typed, and what it means in the person's words.
        by_number: Choices are numbered from 1. Where they are numbers themselves, they are not.
    """
    words = record.words
    numbered = {str(at): code for at, code in enumerate(choices, start=1)} if by_number else {}
    for code, typed in zip(choices, numbered or choices, strict=True):
        click.echo(f"  {typed}  {choices[code]}", err=True)

    def read(text: str) -> str:
        typed = text.strip().lower()
        code = numbered.get(typed, typed)
        if code not in choices:
            shown = words.pgettext("between two answers", ", ").join(numbered or choices)
            say = words.gettext("Type one of these: {choices}.")
            raise click.UsageError(say.format(choices=shown))
        return code

    return ask(words.gettext("Your answer"), read)


def ask_many_of(record: Record, choices: Mapping[str, str]) -> list[str]:
    """All that fit, by their numbers; 0 is none of them. Saying nothing is no answer."""
    words, codes = record.words, list(choices)
    click.echo(f"  {NONE_OF_THEM}  {words.gettext('None of these')}", err=True)
    for number, code in enumerate(codes, start=1):
        click.echo(f"  {number}  {choices[code]}", err=True)

    def read(text: str) -> list[str]:
        typed = text.replace(",", " ").split()
        if typed == [NONE_OF_THEM]:
            return []
        if not typed or not all(one.isdecimal() and 1 <= int(one) <= len(codes) for one in typed):
            raise click.UsageError(
                words.gettext("Type the numbers that fit, such as 1 3, or 0 for none.")
            )
        return [codes[int(one) - 1] for one in typed]

    return ask(words.gettext("Your answer"), read)
