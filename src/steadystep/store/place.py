"""Where a person's things lie on this machine."""

from __future__ import annotations

import os
from pathlib import Path

# Names another folder, for whoever keeps their things elsewhere.
HOME_NAMED_BY = "STEADYSTEP_HOME"
RECORD = "record.sqlite3"
# Beside the record, so that writing many rows never holds it up.
OBSERVED = "observed.sqlite3"


def home() -> Path:
    """The folder of the record: the one the environment names, else the system's for such things.

    Nothing is made here; a log makes its folder when it is first needed.
    """
    named = os.environ.get(HOME_NAMED_BY)
    if named:
        return Path(named).expanduser()
    try:
        # Not there in a bare install, which reads and writes logs all the same.
        from platformdirs import user_data_path  # noqa: PLC0415 - as said above
    except ImportError:
        data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
        return Path(data).expanduser() / "steadystep"
    return user_data_path("steadystep", appauthor=False)
