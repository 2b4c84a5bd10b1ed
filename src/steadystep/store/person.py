"""One person's record: what the doors read and write, and today as it stands."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from typing import TYPE_CHECKING, overload

from steadystep.core.events import DecisionGiven, Entry, PreferenceSet
from steadystep.core.fold import in_order, told
from steadystep.core.policy import GUARDED
from steadystep.core.today import day_of, fold_before, to_tell, today_of
from steadystep.store.log import Placed, Shelf, Wanted, fresh_key, with_keys
from steadystep.store.snapshot import last_to_pack, put_aside, reaches_back, take_up
from steadystep.store.trouble import LogTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from steadystep.core.decision import Decision
    from steadystep.core.events import Event
    from steadystep.core.fold import Fold
    from steadystep.core.policy import Policy
    from steadystep.core.today import Today
    from steadystep.store.log import Log
    from steadystep.store.snapshot import Aside

# A choice. A person may answer while the record is folded, but not each time.
FOLDED_TRIES = 3
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

    def entries(self, *, since: date | None = None, decisions_from: date = date.min) -> list[Entry]:
        """The entries in the order in which they were written.

        Args:
            since: The first local day whose entries are wanted; all of them if not given.
            decisions_from: Decisions told before this day are read without their parts. They are
                most of a long record, and of the memory that it takes.
        """
        wanted = None if since is None else Wanted(since=since)
        read = self._log.read(self.person, wanted, decisions_from=decisions_from)
        return [one.entry for one in read]

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
        keyed = self._keyed(entries)
        self._log.append(keyed)
        return keyed

    def append_folded(self, said: Iterable[Entry], *, now: datetime) -> None:
        """Write entries that reach far back, and spare the next look at today the replay.

        They are folded in before anybody sees them, and seen along with the fold. The replay of a
        long record takes seconds: whoever brings an export waits for it, and no page does.

        Args:
            said: Entries that say themselves when; all of them are written, or none.
            now: The moment at the door.
        """
        keyed = self._keyed(said)
        if self._shelf is not None and reaches_back(keyed, now):
            for _ in range(FOLDED_TRIES):
                read = self._read(day_of(now))
                there, place = {one.entry.key for one in read}, _last(read)
                new = [one for one in keyed if one.key not in there]
                coming = [*read, *(Placed(place, one) for one in new)]
                fold = self._folded(now, None, coming)
                kept = put_aside(fold, coming, now=now, place=place, policy=self._policy)
                if kept is None or self._shelf.append_folded(new, kept):
                    break
        # Where it was not written yet, it is now. What is there already is left as it is.
        self._log.append(keyed)

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

    def _keyed(self, entries: Iterable[Entry]) -> list[Entry]:
        """Entries, each with a key.

        Raises:
            ValueError: One is of somebody else.
        """
        some = list(entries)
        if any(one.person != self.person for one in some):
            raise ValueError("an entry is of somebody else")
        return with_keys(some, self._new_key)

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
        aside, read = self._taken_up(self._shelf, now)
        if aside is not None and aside.closed == last_to_pack(today):
            return aside.fold, [one.entry for one in read]
        return self._put_aside(self._shelf, now, aside, read), [one.entry for one in read]

    def _taken_up(self, shelf: Shelf, now: datetime) -> tuple[Aside | None, list[Placed]]:
        """The fold put aside and what was written since; where none holds, all that was written."""
        today, kept = day_of(now), shelf.kept(self.person)
        while (aside := take_up(kept, now=now, policy=self._policy)) is not None:
            read = self._read(today, aside.wanted(today))
            if not aside.is_overtaken(read):
                return aside, read
            # Another one may have been put aside just now, along with what overtook this one.
            before, kept = kept, shelf.kept(self.person)
            if kept == before:
                break
        return None, self._read(today)

    def _read(self, today: date, wanted: Wanted | None = None) -> list[Placed]:
        """Entries for today's page. Why a step was told is read of today's decisions alone."""
        return list(self._log.read(self.person, wanted, decisions_from=today))

    def _put_aside(
        self, shelf: Shelf, now: datetime, aside: Aside | None, read: Sequence[Placed]
    ) -> Fold | None:
        """Fold on to some days before today, and put that aside for the next time."""
        fold = self._folded(now, aside, read)
        place = max(aside.place if aside else 0, _last(read))
        kept = put_aside(fold, read, now=now, place=place, policy=self._policy)
        if kept is not None:
            try:
                shelf.keep(self.person, kept)
            except LogTrouble as why:
                # It makes the next time quicker, and nothing else depends on it.
                _SAID.warning("The fold could not be put aside: %s", why)
        return None if fold.closed is None else fold

    def _folded(self, now: datetime, aside: Aside | None, read: Sequence[Placed]) -> Fold:
        """The record folded up to some days before today."""
        return fold_before(
            last_to_pack(day_of(now)) + timedelta(days=1),
            [one.entry for one in read],
            fold=aside.fold if aside else None,
            policy=self._policy,
        )


def _last(read: Sequence[Placed]) -> int:
    """The place of the last entry that was read."""
    return max((one.place for one in read), default=0)
