"""`steadystep serve`: the pages are a program of their own, and are started by their name."""

from __future__ import annotations

import runpy
import sys

import click

PAGES = "steadystep.web"


@click.command(
    short_help="Open your pages in the browser.",
    add_help_option=False,
    context_settings={"ignore_unknown_options": True},
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def serve(words: tuple[str, ...]) -> None:
    """Start the pages; they know their own words."""
    # This door and that one are strangers: neither knows what the other is made of.
    sys.argv[1:] = words
    runpy.run_module(PAGES, run_name="__main__", alter_sys=True)
