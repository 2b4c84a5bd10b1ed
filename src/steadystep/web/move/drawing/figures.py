"""Pictures: one or two frames of a movement, each the inside of a small SVG of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from steadystep.web.move.drawing.body import body
from steadystep.web.move.drawing.person import Part, person
from steadystep.web.move.drawing.shapes import number, path
from steadystep.web.move.drawing.space import ASIDE, Camera, Vec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.web.move.drawing.body import Pose
    from steadystep.web.move.drawing.props import Prop

# How long the barbs of an arrow are, and how wide they open (radians).
_BARB, _OPENS = 7.0, 0.55
_MARGIN = 5.0
# So that somebody who stands is as tall as somebody who opens the arms.
_NARROWEST = 104.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where something goes: from one point to another.

    Attributes:
        start: From where.
        end: To where.
        bulge: How far the line bends aside, in parts of its length; positive is to its right.
        both: It points both ways.
    """

    start: Vec
    end: Vec
    bulge: float = 0
    both: bool = False


@dataclass(frozen=True, slots=True)
class Shot:
    """One frame: a pose, what stands around it, and where it moves."""

    pose: Pose
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """One or two frames seen by one camera.

    Attributes:
        shots: The frames.
        camera: From where.
        shadow: The middle of the shadow on the floor, and half its width; 0 is none.
    """

    shots: tuple[Shot, ...]
    camera: Camera = ASIDE
    shadow: tuple[float, float] = (0, 34)


Point = tuple[float, float]


class Frame(NamedTuple):
    """One frame, drawn: what stands inside its SVG, and the box it needs."""

    inside: str
    box: str


class _Line(NamedTuple):
    """An arrow on paper: start, the point it bends towards, end."""

    start: Point
    bend: Point
    end: Point
    both: bool


class _Shade(NamedTuple):
    """A shadow on the floor: its middle, and half its width and height."""

    middle: Point
    half: Point


def frames(picture: Picture) -> list[Frame]:
    """Draw a picture: every frame in the same box, so that what differs is what moves."""
    drawn = [_parts(shot, picture.camera) for shot in picture.shots]
    arrows = [[_line(one, picture.camera) for one in shot.arrows] for shot in picture.shots]
    shade = _shade(picture)
    box = _box([*_dots(drawn), *_bends(arrows), *_rim(shade)])
    return [
        Frame(
            _shadow(shade)
            + "".join(f'<path class="{one.kind}" d="{path(one.rings)}"/>' for one in parts)
            + "".join(_arrow(line) for line in lines),
            box,
        )
        for parts, lines in zip(drawn, arrows, strict=True)
    ]


def _parts(shot: Shot, camera: Camera) -> list[Part]:
    whole = body(shot.pose)
    parts = person(whole, camera)
    for prop in shot.props:
        parts.extend(prop.parts(camera, whole))
    return sorted(parts, key=lambda part: part.near)


def _line(arrow: Arrow, camera: Camera) -> _Line:
    start, end = camera.sees(arrow.start)[:2], camera.sees(arrow.end)[:2]
    along = (end[0] - start[0], end[1] - start[1])
    # A curve comes half as near to the point it bends towards.
    bend = (
        (start[0] + end[0]) / 2 - along[1] * arrow.bulge * 2,
        (start[1] + end[1]) / 2 + along[0] * arrow.bulge * 2,
    )
    return _Line(start, bend, end, arrow.both)


def _shade(picture: Picture) -> _Shade:
    middle, half = picture.shadow
    x, y, _ = picture.camera.sees(Vec(middle, 0, 0))
    return _Shade((x, y), (half, half * math.sin(math.radians(picture.camera.pitch))))


# The box ----------------------------------------------------------------------------------------


def _dots(drawn: Iterable[Iterable[Part]]) -> list[Point]:
    return [
        (dot.x, dot.y)
        for parts in drawn
        for part in parts
        for ring in part.rings
        for dot in ring.dots
    ]


def _bends(arrows: Iterable[Iterable[_Line]]) -> list[Point]:
    return [
        (
            (line.start[0] + line.bend[0] * 2 + line.end[0]) / 4,
            (line.start[1] + line.bend[1] * 2 + line.end[1]) / 4,
        )
        for lines in arrows
        for line in lines
    ] + [point for lines in arrows for line in lines for point in (line.start, line.end)]


def _rim(shade: _Shade) -> list[Point]:
    (x, y), (across, down) = shade
    return [(x - across, y - down), (x + across, y + down)] if across else []


def _box(dots: Sequence[Point]) -> str:
    left, right = min(x for x, _ in dots) - _MARGIN, max(x for x, _ in dots) + _MARGIN
    top, bottom = min(y for _, y in dots) - _MARGIN, max(y for _, y in dots) + _MARGIN
    missing = max(_NARROWEST - (right - left), 0)
    box = (left - missing / 2, top, right - left + missing, bottom - top)
    return " ".join(number(one) for one in box)


# On paper ---------------------------------------------------------------------------------------


def _shadow(shade: _Shade) -> str:
    if not shade.half[0]:
        return ""
    (x, y), (across, down) = shade
    where = f'cx="{number(x)}" cy="{number(y)}" rx="{number(across)}" ry="{number(down)}"'
    return f'<ellipse class="ground" {where}/>'


def _arrow(line: _Line) -> str:
    drawn = f"M{_at(line.start)}Q{_at(line.bend)} {_at(line.end)}" + _barbs(line.bend, line.end)
    if line.both:
        drawn += _barbs(line.bend, line.start)
    return f'<path class="way" d="{drawn}"/>'


def _barbs(before: Point, tip: Point) -> str:
    back = math.atan2(before[1] - tip[1], before[0] - tip[0])
    ends = [
        (tip[0] + _BARB * math.cos(back + side), tip[1] + _BARB * math.sin(back + side))
        for side in (-_OPENS, _OPENS)
    ]
    return f"M{_at(ends[0])}L{_at(tip)}L{_at(ends[1])}"


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
