"""`steadystep serve`: the pages are a program of their own, and are started by their name."""

from __future__ import annotations

import runpy
import sys

import click

from steadystep.cli.arguments import programme_option
from steadystep.cli.verbs import gettext, verb

# This door and that one are strangers: neither knows what the other is made of.
PAGES = "steadystep.web"
LARGEST_PORT = 65_535


@verb(
    "serve",
    says=gettext(
        """Open your pages in the browser of this machine. Nobody else can reach them.

        The first line is the address to open. Its key is made anew at each start.
        Ctrl-C closes it.
        """
    ),
    examples=("steadystep serve", "steadystep serve --demo"),
)
@click.option(
    "--demo", is_flag=True, help=gettext("Show an invented person. Your own record stays shut.")
)
@click.option(
    "--port",
    type=click.IntRange(1, LARGEST_PORT),
    metavar="N",
    help=gettext("The port to answer on. Without it: 2248, or the next that is free."),
)
@click.option("--no-browser", is_flag=True, help=gettext("Print the address, and open no browser."))
@programme_option
def serve(*, demo: bool, port: int | None, no_browser: bool, programme: str | None) -> None:
    """Start the pages in this very program."""
    told = [*(["--demo"] if demo else []), *(["--no-browser"] if no_browser else [])]
    if port is not None:
        told += ["--port", str(port)]
    if programme is not None:
        told += ["--programme", programme]
    sys.argv[1:] = told
    runpy.run_module(PAGES, run_name="__main__", alter_sys=True)
