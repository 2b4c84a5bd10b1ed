"""A fold put aside, so that a morning after many years is as quick as the first.

It can be dropped at any time. It is left lying wherever anything about it is in doubt: then the
whole record is replayed, and says the same.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from steadystep.core.course import ENGINE
from steadystep.core.events import LASTING, ReferenceSet, TakenBack
from steadystep.core.fold import local_day
from steadystep.core.packing import pack, unpack
from steadystep.core.plain import NotPlain
from steadystep.core.today import NOT_UNDONE, UNDO_HOURS, day_of, first_at_hand
from steadystep.store.log import Kept, Wanted
from steadystep.store.notation import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from steadystep.core.events import Entry
    from steadystep.core.fold import Fold
    from steadystep.core.policy import Policy
    from steadystep.store.log import Placed

# A choice: how many days before today the last packed day lies. What is told of yesterday, or of
# the day before, then costs no replay.
DAYS_BEFORE_TODAY = 3
# A release may mend the fold without touching the rule; it starts afresh.
_ENGINE = f"{ENGINE} {import_module('steadystep').__version__}"
# How many signs the sum before a text takes.
_SUM = 8


class Aside(NamedTuple):
    """A fold that was put aside, ready to go on.

    Attributes:
        fold: The fold.
        closed: The last day it closed.
        place: The place of the last entry that was read for it.
    """

    fold: Fold
    closed: date
    place: int

    def wanted(self, today: date) -> Wanted:
        """What has to be read besides."""
        since = min(self.closed + timedelta(days=1), first_at_hand(today))
        return Wanted(since=since, after=self.place, lasting=True)

    def is_overtaken(self, read: Iterable[Placed]) -> bool:
        """Does something written since then reach back behind the last packed day?"""
        told = list(read)
        later = {one.entry.key: one.entry for one in told if local_day(one.entry) > self.closed}
        return any(self._reaches_back(one.entry, later) for one in told if one.place > self.place)

    def _reaches_back(self, entry: Entry, later: dict[str, Entry]) -> bool:
        if local_day(entry) <= self.closed or isinstance(entry.event, ReferenceSet):
            # Usual as it is set today holds for the looks before it too.
            return True
        if not isinstance(entry.event, TakenBack):
            return False
        taken = later.get(entry.event.key)
        return taken is None or isinstance(taken.event, ReferenceSet)


def put_aside(
    fold: Fold, read: Sequence[Placed], *, now: datetime, place: int, policy: Policy
) -> Kept | None:
    """Pack a fold; None where there is nothing to pack yet, or where it would hide something.

    Args:
        fold: The fold, some days before today.
        read: The entries that were read for it.
        now: The moment at the door.
        place: The place of the last entry there is.
        policy: The numbers at the gentle pace.
    """
    packed = pack(fold)
    if packed is None or fold.closed is None:
        return None
    if any(_can_be_undone(one.entry, fold.closed, now) for one in read):
        return None
    text = text_of({"made": now.isoformat(), "fold": packed})
    return Kept(_numbers(policy), _ENGINE, place, _signed(text))


def take_up(kept: Kept | None, *, now: datetime, policy: Policy) -> Aside | None:
    """Take a fold up again; None where there is none that can be trusted today."""
    if kept is None or (kept.policy, kept.engine) != (_numbers(policy), _ENGINE):
        return None
    text = kept.packed[_SUM:]
    if _signed(text) != kept.packed:
        return None
    try:
        values = json.loads(text)
        made, fold = datetime.fromisoformat(values["made"]), unpack(values["fold"], policy)
    except (KeyError, NotPlain):
        return None
    # A clock that was put back sees what was still to come.
    if made > now or fold.closed is None or fold.closed > last_to_pack(day_of(now)):
        return None
    return Aside(fold, fold.closed, kept.place)


def last_to_pack(today: date) -> date:
    """The last day that a fold put aside today has closed."""
    return today - timedelta(days=DAYS_BEFORE_TODAY)


def reaches_back(entries: Iterable[Entry], now: datetime) -> bool:
    """Does any of these, written now, reach back behind the last packed day?"""
    # Whatever is taken back may lie there.
    closed = last_to_pack(day_of(now))
    return any(
        local_day(one) <= closed or isinstance(one.event, (TakenBack, ReferenceSet))
        for one in entries
    )


def _can_be_undone(entry: Entry, closed: date, now: datetime) -> bool:
    """Would the packed fold hide something that today's page still offers to take back?"""
    # What nobody takes back from today's page, such as a file that was brought, may lie there.
    is_hidden = local_day(entry) <= closed and not isinstance(entry.event, (*LASTING, *NOT_UNDONE))
    return is_hidden and entry.recorded > now - timedelta(hours=UNDO_HOURS)


def _numbers(policy: Policy) -> str:
    """The version of the numbers, and a sum of them: two policies of one's own are two."""
    return f"{policy.version} {crc32(repr(policy).encode()):08x}"


def _signed(text: str) -> str:
    """A text with a sum before it, by which a damaged one is noticed."""
    return f"{crc32(text.encode()):08x}{text}"
