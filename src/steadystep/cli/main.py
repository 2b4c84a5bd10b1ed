"""`steadystep`: the program, and how it ends. Each verb lives in a file of its own."""

from __future__ import annotations

import errno
import sys

import click

from steadystep import __version__
from steadystep.cli.verbs import CANNOT, Verbs, gettext


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    help=gettext(
        """One small movement a day, by a rule you can read.

        \b
        Begin, and then each morning:
          steadystep start
          steadystep today
        \b
        Or look at a diary first:
          steadystep replay --example boom-buster
          steadystep replay diary.csv
        """
    ),
    epilog=gettext("Your files stay on this machine. Nothing is sent anywhere."),
)
@click.version_option(__version__, message="steadystep %(version)s")
def steadystep() -> None:
    """Gather the verbs."""


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
