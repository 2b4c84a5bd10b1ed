"""Where the person's things are kept on this machine."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from steadystep.store import home


def folder() -> Path:
    """The folder of the log: the one this start was given, or the person's own."""
    given = settings.STEADYSTEP_FOLDER
    return home() if given is None else Path(given)
