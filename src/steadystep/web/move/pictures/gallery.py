"""Every picture, by the movement and the posture it shows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from steadystep.web.move.drawing.figures import Frame, frames
from steadystep.web.move.pictures import breath, mobility, own, resistance, walk

if TYPE_CHECKING:
    from steadystep.web.move.drawing.figures import Picture
    from steadystep.web.move.library.shapes import Posture

PICTURES: dict[tuple[str, Posture], Picture] = {
    **walk.PICTURES,
    **mobility.PICTURES,
    **resistance.PICTURES,
    **breath.PICTURES,
    **own.PICTURES,
}


@cache
def drawn(slug: str, posture: Posture) -> tuple[Frame, ...]:
    """The frames of a movement. They are few, and the same for everybody: drawn once."""
    return tuple(frames(PICTURES[slug, posture]))
