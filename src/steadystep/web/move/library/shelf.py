"""The whole library, and how it is looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.web.move.library import breath, mobility, own, resistance, walk

if TYPE_CHECKING:
    from steadystep.core.movements import Movement
    from steadystep.web.move.library.shapes import Sheet

LIBRARY: tuple[Sheet, ...] = (
    *walk.SHEETS,
    *mobility.SHEETS,
    *resistance.SHEETS,
    *breath.SHEETS,
    *own.SHEETS,
)


def of_kind(kind: Movement) -> tuple[Sheet, ...]:
    """The movements of a kind, the plainest first."""
    return tuple(sheet for sheet in LIBRARY if sheet.kind == kind)


def find(slug: str) -> Sheet | None:
    """The movement of this name; None where there is none."""
    return next((sheet for sheet in LIBRARY if sheet.slug == slug), None)
