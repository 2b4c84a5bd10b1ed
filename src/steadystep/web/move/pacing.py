"""The numbers of a session, and when one began. Pure: the page says what time it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

# What to do while moving. The advice is a choice of ours (design finding 20.1). One public page on
# pacing says that pain of 20 to 30 minutes after moving is no flare (S25); nobody has checked that
# page against a primary source, so no figure of it is shown as a fact.
RISE_MOST = 2  # points of 10 above the start: up to here slower, beyond it stop for today
SETTLED_MINUTES = 30

# A slow breath: in for 4 seconds, out for 6. A choice: six breaths a minute, out longer than in.
BREATH_IN_SECONDS = 4
BREATH_OUT_SECONDS = 6

# A choice: nobody means a session that began longer ago; the longest step is half an hour.
LONGEST_HOURS = 3
# A choice: two clocks of one person may differ by so much.
CLOCKS_DIFFER_SECONDS = 60

_NUMBER = re.compile(r"\d{1,11}", re.ASCII)
_A_TENTH = timedelta(seconds=6)


class Unfit(Enum):
    """Why a start cannot be used."""

    NO_PLAN = "no_plan"
    UNREADABLE = "unreadable"
    AHEAD = "ahead"
    LONG_AGO = "long_ago"


@dataclass(frozen=True, slots=True)
class Begun:
    """A session under way.

    Attributes:
        since: When it began, in the person's own time.
        now: What time it is.
        step: The step as it stood then, tenths of a unit.
    """

    since: datetime
    now: datetime
    step: int

    @property
    def minutes(self) -> int:
        """How long it has lasted, tenths of a minute."""
        return max((self.now - self.since) // _A_TENTH, 0)

    @property
    def stamp(self) -> int:
        """Its start as an address carries it: whole seconds of the world's clock."""
        return stamp(self.since)


def begun(since: str, step: str, now: datetime, *, most: int) -> Begun | Unfit:
    """Read a session from an address or a form.

    Args:
        since: Whole seconds of the world's clock, as `stamp` wrote them.
        step: Tenths of a unit.
        now: What time it is, with the person's offset.
        most: The largest step there is, tenths.
    """
    if not (_NUMBER.fullmatch(since) and _NUMBER.fullmatch(step) and 0 < int(step) <= most):
        return Unfit.UNREADABLE
    began = datetime.fromtimestamp(int(since), now.tzinfo)
    if began - now > timedelta(seconds=CLOCKS_DIFFER_SECONDS):
        return Unfit.AHEAD
    if now - began > timedelta(hours=LONGEST_HOURS):
        return Unfit.LONG_AGO
    return Begun(began, now, int(step))


def stamp(moment: datetime) -> int:
    """A moment as an address carries it."""
    return int(moment.timestamp())
