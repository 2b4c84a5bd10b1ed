"""What a movement of the library is made of. Its sentences are msgids; a page translates them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steadystep.core.movements import Movement

CHOICE = "choice"


class Posture(StrEnum):
    """How a movement is done today."""

    STANDING = "standing"
    SITTING = "sitting"
    LYING = "lying"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to do a movement.

    Attributes:
        posture: Standing, sitting or lying.
        steps: What to do, a short sentence or two each.
        heart: Which of the steps says it all, where there is room for one.
        turn_round: It leads away: half the time is the way back.
    """

    posture: Posture
    steps: tuple[str, ...]
    heart: int = 1
    turn_round: bool = False

    @property
    def in_short(self) -> str:
        """The one step that says it all."""
        return self.steps[self.heart]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One movement of the library.

    Attributes:
        slug: Its word in an address. Preferences name it, so it never changes.
        kind: Which of the kinds of movement it is one of.
        name: What it is called.
        ways: How it can be done, standing first.
        source: Where it comes from, or the word "choice".
    """

    slug: str
    kind: Movement
    name: str
    ways: tuple[Way, ...]
    source: str = CHOICE

    def way(self, posture: Posture) -> Way:
        """The way in this posture; the nearest to the chair where there is none."""
        found = {one.posture: one for one in self.ways}
        return found.get(posture) or found[Posture.SITTING]
