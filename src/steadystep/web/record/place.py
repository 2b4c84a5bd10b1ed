"""Where the person's things are kept on this machine."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from platformdirs import user_data_path

HOME_OF_THE_LOG = "STEADYSTEP_HOME"


def folder() -> Path:
    """The folder of the log: the tests' own, the one named by the environment, or the person's."""
    if settings.STEADYSTEP_FOLDER is not None:
        return Path(settings.STEADYSTEP_FOLDER)
    named = os.environ.get(HOME_OF_THE_LOG)
    return Path(named) if named else user_data_path("steadystep", appauthor=False)
