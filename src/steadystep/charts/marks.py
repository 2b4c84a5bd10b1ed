"""The shapes of the signs. Each is told apart by its outline before its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts.svg import num, path

if TYPE_CHECKING:
    from collections.abc import Iterable


def dot(x: float, y: float) -> str:
    """A point; drawn with a round pen it is a dot of the pen's width."""
    return f"M{num(x)} {num(y)}h0"


def circle(x: float, y: float, r: float) -> str:
    """A ring: something offered."""
    arc = f"a{num(r)} {num(r)} 0 1 0 "
    return f"M{num(x - r)} {num(y)}{arc}{num(2 * r)} 0{arc}{num(-2 * r)} 0z"


def diamond(x: float, y: float, r: float) -> str:
    """A diamond: a warning."""
    r *= 1.3
    return f"M{num(x)} {num(y - r)}l{num(r)} {num(r)} {num(-r)} {num(r)} {num(-r)} {num(-r)}z"


def square(x: float, y: float, r: float) -> str:
    """A square: a flare day."""
    return f"M{num(x - r)} {num(y - r)}h{num(2 * r)}v{num(2 * r)}h{num(-2 * r)}z"


def upward(x: float, y: float, r: float) -> str:
    """A triangle that points up: a boom."""
    return f"M{num(x)} {num(y - r)}l{num(r)} {num(1.8 * r)}h{num(-2 * r)}z"


def downward(x: float, y: float, r: float) -> str:
    """A triangle that points down: a bust."""
    return f"M{num(x)} {num(y + r)}l{num(r)} {num(-1.8 * r)}h{num(-2 * r)}z"


def arrow_down(x: float, y: float, r: float) -> str:
    """An arrow whose tip lies on y: a step back."""
    head = f"m{num(-r)} {num(-r)}l{num(r)} {num(r)} {num(r)} {num(-r)}"
    return f"M{num(x)} {num(y - 3.2 * r)}V{num(y)}{head}"


def flag(x: float, y: float, r: float) -> str:
    """A pennant on a pole: the person's own word."""
    pennant = f"l{num(2.2 * r)} {num(r)} {num(-2.2 * r)} {num(r)}"
    return f"M{num(x - r)} {num(y + 1.4 * r)}v{num(-2.8 * r)}{pennant}"


def notch(x: float, y: float, r: float) -> str:
    """Two slanted strokes across a bar: it goes on beyond the paper."""
    stroke = f"l{num(2 * r)} {num(-r)}"
    return f"M{num(x - r)} {num(y + r)}{stroke}M{num(x - r)} {num(y + 2 * r)}{stroke}"


def asterisk(x: float, y: float, r: float) -> str:
    """A star of three strokes, as of a footnote: something else went on."""
    slope, rise = 0.87 * r, 0.5 * r
    return (
        f"M{num(x)} {num(y - r)}v{num(2 * r)}"
        f"M{num(x - slope)} {num(y - rise)}l{num(2 * slope)} {num(2 * rise)}"
        f"M{num(x - slope)} {num(y + rise)}l{num(2 * slope)} {num(-2 * rise)}"
    )


def bracket(left: float, right: float, y: float, r: float) -> str:
    """A bar with turned-up ends: days between which something is watched."""
    return f"M{num(left)} {num(y - r)}v{num(r)}H{num(right)}v{num(-r)}"


def filled(shapes: Iterable[str], colour: str, *, rim: float) -> str:
    """Fill the shapes, within a rim of paper so that neighbours stay apart."""
    if not rim:
        return path("".join(shapes), fill=colour)
    return path("".join(shapes), fill=colour, stroke="paper", stroke_width=rim)


def solid(shapes: Iterable[str], colour: str, *, line: float) -> str:
    """Fill the shapes and draw their outline in one colour: as large as an outlined neighbour."""
    return outlined(shapes, colour, line=line, inside=colour)


def outlined(shapes: Iterable[str], colour: str, *, line: float, inside: str = "paper") -> str:
    """Draw the outline of the shapes around paper."""
    return path(
        "".join(shapes), fill=inside, stroke=colour, stroke_width=line, stroke_linejoin="round"
    )


def drawn(shapes: Iterable[str], colour: str, *, line: float) -> str:
    """Draw the shapes as strokes, with nothing inside."""
    return path(
        "".join(shapes),
        stroke=colour,
        stroke_width=line,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def apart(places: Iterable[tuple[float, float]], room: float) -> list[tuple[float, float]]:
    """Leave out marks that would cover the one before; the first of a crowd stays."""
    kept: list[tuple[float, float]] = []
    for x, y in places:
        if not kept or x - kept[-1][0] >= room:
            kept.append((x, y))
    return kept


def crowns(places: Iterable[tuple[float, float]], room: float) -> list[tuple[float, float]]:
    """Of marks that would cover one another keep one, at the height of the highest."""
    kept: list[tuple[float, float]] = []
    for x, y in places:
        if kept and x - kept[-1][0] < room:
            kept[-1] = (kept[-1][0], min(kept[-1][1], y))
        else:
            kept.append((x, y))
    return kept
