"""Nights of Health Connect: stages where an app tells them, and else the time from bed to waking.

Some apps write a night as hundreds of sessions of a minute each. Sessions of one app that follow
each other without a stage are made one stretch, which says the same in fewer words: the time that
any of them covers counts once, whichever way they are cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.importers.health_connect.kinds import SLEEP_STAGES, UNKNOWN_STAGE
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from steadystep.importers.epochs import Stay
    from steadystep.importers.export import Into

# Choices. Sessions with a gap of a minute or less between them are one.
GAP_SECONDS: Final = 60
# No stretch that is put together is longer than this.
LONGEST_RUN_SECONDS: Final = 18 * 3600
# Seven hundred years of nights. Of more of them it is not known which have stages.
MOST_NIGHTS: Final = 250_000
_WITHOUT_STAGES: Final = Sentence(
    "A night without stages counts as sleep from its start to its end."
)


class Nights:
    """Takes stages, then sessions, and hands on stretches of sleep."""

    def __init__(self, into: Into) -> None:
        self._into = into
        self._staged: set[int] = set()
        # What each source's sessions make so far.
        self._runs: dict[int, Stay] = {}

    def stage(self, night: object, stage: object, source: int, stay: Stay, name: str) -> bool:
        """Hand on a stage, and tell whether it was one."""
        kind = SLEEP_STAGES.get(stage) if type(stage) is int else None
        if kind is None:
            self._into.left_out(
                "sleep of an unknown stage" if stage == UNKNOWN_STAGE else f"stage {name}"
            )
            return False
        if type(night) is int and len(self._staged) < MOST_NIGHTS:
            self._staged.add(night)
        self._into.stretch(kind, source, *stay, stay.tenths)
        return True

    def night(self, night: object, source: int, stay: Stay) -> None:
        """Hand on a session of sleep, or keep it until it is known how far it goes on."""
        if night in self._staged:
            self._into.stretch(Kind.IN_BED, source, *stay, stay.tenths)
            return
        self._into.assumed(_WITHOUT_STAGES)
        run = self._runs.get(source)
        if run is None or not _goes_on(run, stay):
            self._hand_on(source)
            self._runs[source] = stay
        elif stay.end > run.end:
            self._runs[source] = run._replace(end=stay.end)

    def finish(self) -> None:
        """Hand on what was kept."""
        for source in list(self._runs):
            self._hand_on(source)

    def _hand_on(self, source: int) -> None:
        run = self._runs.pop(source, None)
        if run is not None:
            self._into.stretch(Kind.ASLEEP, source, *run, run.tenths)


def _goes_on(run: Stay, stay: Stay) -> bool:
    """Tell whether a session begins where the stretch before it ends."""
    return (
        run.offset == stay.offset
        and run.start <= stay.start <= run.end + GAP_SECONDS
        and stay.end - run.start <= LONGEST_RUN_SECONDS
    )
