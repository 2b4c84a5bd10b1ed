"""`steadystep`: the verbs, and how the program ends. A verb imports what it needs."""

from __future__ import annotations

import errno
import sys

import click

from steadystep import __version__
from steadystep.cli.replay import replay

CANNOT = 1


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog="Your files stay on this machine. Nothing is sent anywhere.",
)
@click.version_option(__version__, message="steadystep %(version)s")
def steadystep() -> None:
    """Plan one small movement a day, by a rule you can read.

    \b
    Try it on an invented diary:
      steadystep replay --example boom-buster
    Then on your own:
      steadystep replay diary.csv
    """  # noqa: D301 - click reads the backspace as "keep these lines"


steadystep.add_command(replay)


def main() -> None:
    """Run a verb. Exit 0: fine. 1: cannot be done, said on stderr. 2: the call's words are off."""
    try:
        steadystep()
    except BrokenPipeError:
        # Whoever was reading has heard enough, as with `| head`.
        sys.stderr.close()
        sys.exit(CANNOT)
    except OSError as problem:
        if problem.errno != errno.ENOSPC:
            raise
        click.echo("The answer cannot be written: the disk is full. Make some room.", err=True)
        # Python would try once more on its way out.
        sys.stdout = None
        sys.exit(CANNOT)


if __name__ == "__main__":
    main()
