"""The story of a replay, laid out for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from steadystep.cli.lines import assumptions
from steadystep.cli.words import words
from steadystep.explain import story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from steadystep.core.diary import DiaryDay, DiaryTerms
    from steadystep.importers.reading import Sentence

WIDTH = 80


def tell(
    days: Sequence[DiaryDay], terms: DiaryTerms, read_as: Sequence[Sentence], picture: Path | None
) -> None:
    """Print the story, what it rests on, and where the picture went."""
    for section in story(days, terms, words()):
        _heading(section.heading)
        _sentences(section.sentences)
    _heading(words().gettext("What this rests on"))
    for one in [*(one.said(words().gettext) for one in read_as), *assumptions(terms)]:
        click.echo(textwrap.fill(one, WIDTH, initial_indent="  - ", subsequent_indent="    "))
    if picture is not None:
        click.echo()
        click.echo(words().gettext("The picture is in {file}.").format(file=picture))


def _heading(heading: str) -> None:
    click.echo()
    click.secho(heading, bold=True)


def _sentences(sentences: Sequence[str]) -> None:
    for sentence in sentences:
        click.echo(textwrap.fill(sentence, WIDTH, initial_indent="  ", subsequent_indent="  "))
