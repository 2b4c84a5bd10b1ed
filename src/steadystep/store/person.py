"""One person's record: what the doors read and write, and today as it stands."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, overload

from steadystep.core.events import DecisionGiven, Entry, PreferenceSet
from steadystep.core.fold import in_order, told
from steadystep.core.policy import GUARDED
from steadystep.core.today import day_of, fold_before, to_tell, today_of
from steadystep.store.log import Shelf, Wanted, fresh_key, with_keys
from steadystep.store.snapshot import last_to_pack, put_aside, take_up
from steadystep.store.trouble import LogTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from steadystep.core.decision import Decision
    from steadystep.core.events import Event
    from steadystep.core.fold import Fold
    from steadystep.core.policy import Policy
    from steadystep.core.today import Today
    from steadystep.store.log import Log, Placed
    from steadystep.store.snapshot import Aside

_SAID = logging.getLogger(__name__)


class PersonLog:
    """One person's record. It has no clock: what time it is, the doors say."""

    def __init__(
        self,
        log: Log,
        person: str,
        *,
        policy: Policy = GUARDED,
        new_key: Callable[[], str] = fresh_key,
    ) -> None:
        """Look at one person's part of a log.

        Args:
            log: Where it is kept. Where folds can be put aside there, today is quick.
            person: Whose.
            policy: The numbers at the gentle pace.
            new_key: Makes keys for entries that come without one.
        """
        self.person = person
        self._log = log
        self._shelf = log if isinstance(log, Shelf) else None
        self._policy = policy
        self._new_key = new_key

    def read(self) -> list[Entry]:
        """All entries, in the order in which they were written. A morning does not need them."""
        return [one.entry for one in self._log.read(self.person)]

    def entries(self, *, since: date | None = None) -> list[Entry]:
        """The entries in the order in which they were written.

        Args:
            since: The first local day whose entries are wanted; all of them if not given.
        """
        if since is None:
            return self.read()
        return [one.entry for one in self._log.read(self.person, Wanted(since=since))]

    def lasting(self) -> list[Entry]:
        """The entries whose word holds beyond their day, taken back ones left out. They are few."""
        return in_order(one.entry for one in self._log.read(self.person, Wanted(lasting=True)))

    def preference(self, name: str) -> str | None:
        """What the person chose last for their pages; None where they never did."""
        chosen = [one.event for one in self.lasting() if isinstance(one.event, PreferenceSet)]
        return next((one.value for one in reversed(chosen) if one.name == name), None)

    @overload
    def append(self, said: Iterable[Entry]) -> list[Entry]: ...

    @overload
    def append(
        self,
        said: Iterable[Event],
        *,
        at: datetime,
        recorded: datetime,
        keys: Sequence[str] | None = None,
    ) -> list[Entry]: ...

    def append(
        self,
        said: Iterable[Event] | Iterable[Entry],
        *,
        at: datetime | None = None,
        recorded: datetime | None = None,
        keys: Sequence[str] | None = None,
    ) -> list[Entry]:
        """Write what was said: all of it or none. It is on the disk when this returns.

        What was written under the same key before is left as it was.

        Args:
            said: Events that happened together, or entries that say themselves when.
            at: When the events happened, with its offset from UTC.
            recorded: When they were told.
            keys: A key for each event, such as the form's; each gets a new one if not given.

        Returns:
            The entries, each with its key: by it, it can be taken back.

        Raises:
            ValueError: An entry is of somebody else.
        """
        if at is None or recorded is None:
            entries = [one for one in said if isinstance(one, Entry)]
        else:
            entries = self._happened(said, at, recorded, keys)
        if any(one.person != self.person for one in entries):
            raise ValueError("an entry is of somebody else")
        keyed = with_keys(entries, self._new_key)
        self._log.append(keyed)
        return keyed

    def forget(self) -> None:
        """Delete all that this person ever told."""
        self._log.forget(self.person)

    def today(self, now: datetime) -> Today:
        """Today as it stands at this moment."""
        fold, entries = self._at_hand(now)
        return today_of(entries, now, fold=fold, policy=self._policy)

    def tell(
        self, now: datetime, say: Callable[[Decision], Sequence[str]], *, language: str
    ) -> Today:
        """Today, with what is to be shown written down before it is shown.

        Args:
            now: The moment at the door.
            say: Puts a decision into the sentences that will be shown.
            language: The language they are in.
        """
        today = self.today(now)
        if today.to_write:
            self._note(now, {f"usual-{today.day}-{one.symptom}": one for one in today.to_write})
            today = self.today(now)
        given = to_tell(today, say(today.decision) if today.decision else (), language)
        if given is None:
            return today
        number = len(told(self.entries(since=today.day), DecisionGiven))
        self._note(now, {f"told-{today.day}-{number}": given})
        return self.today(now)

    def _note(self, now: datetime, named: Mapping[str, Event]) -> None:
        """Write what nobody said, under names by which two pages write it once."""
        self.append(named.values(), at=now, recorded=now, keys=list(named))

    def _happened(
        self,
        events: Iterable[Event | Entry],
        at: datetime,
        recorded: datetime,
        keys: Sequence[str] | None,
    ) -> list[Entry]:
        """The entries of events that happened together."""
        happened = [one for one in events if not isinstance(one, Entry)]
        names = [""] * len(happened) if keys is None else keys
        return [
            Entry(self.person, at, recorded, event, key)
            for event, key in zip(happened, names, strict=True)
        ]

    def _at_hand(self, now: datetime) -> tuple[Fold | None, list[Entry]]:
        """The fold of the days before, where one is put aside, and the entries since."""
        today = day_of(now)
        if self._shelf is None:
            return None, [one.entry for one in self._read(today)]
        aside = take_up(self._shelf.kept(self.person), now=now, policy=self._policy)
        read = [] if aside is None else self._read(today, aside.wanted(today))
        if aside is None or aside.is_overtaken(read):
            aside, read = None, self._read(today)
        if aside is not None and aside.closed == last_to_pack(today):
            return aside.fold, [one.entry for one in read]
        return self._put_aside(now, aside, read), [one.entry for one in read]

    def _read(self, today: date, wanted: Wanted | None = None) -> list[Placed]:
        """Entries for today's page. Why a step was told is read of today's decisions alone."""
        return list(self._log.read(self.person, wanted, decisions_from=today))

    def _put_aside(self, now: datetime, aside: Aside | None, read: Sequence[Placed]) -> Fold | None:
        """Fold on to some days before today, and put that aside for the next time."""
        fold = fold_before(
            last_to_pack(day_of(now)) + timedelta(days=1),
            [one.entry for one in read],
            fold=aside.fold if aside else None,
            policy=self._policy,
        )
        place = max([aside.place if aside else 0, *(one.place for one in read)])
        kept = put_aside(fold, read, now=now, place=place, policy=self._policy)
        if kept is not None and self._shelf is not None:
            try:
                self._shelf.keep(self.person, kept)
            except LogTrouble as why:
                # It makes the next time quicker, and nothing else depends on it.
                _SAID.warning("The fold could not be put aside: %s", why)
        return None if fold.closed is None else fold
