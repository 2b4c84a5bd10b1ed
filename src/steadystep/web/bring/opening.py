"""Before the pages open: what an export that was ended in the middle left behind is put right."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.conf import settings

from steadystep.store import LogTrouble, PersonLog, SqliteLog, SqliteObserved
from steadystep.store.bringing import put_right
from steadystep.web.bring.place import sweep
from steadystep.web.record.door import ME

if TYPE_CHECKING:
    from pathlib import Path


def clear_up(home: Path) -> None:
    """Delete what was left; where it had been kept but the rule had not heard of it, it hears now.

    A trouble with the record is no reason not to open: the pages say it where it matters.
    """
    if not sweep(home):
        return
    with suppress(LogTrouble), SqliteObserved(home) as observed:
        put_right(PersonLog(SqliteLog(home), ME), observed, now=settings.STEADYSTEP_CLOCK())
