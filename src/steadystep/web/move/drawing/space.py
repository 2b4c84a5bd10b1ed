"""Points, directions and a camera. Lengths are centimetres; a person faces +x, up is +y.

+z is the person's right-hand side. Angles are degrees.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vec:
    """A point or a direction."""

    x: float
    y: float
    z: float = 0

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, by: float) -> Vec:
        return Vec(self.x * by, self.y * by, self.z * by)

    def dot(self, other: Vec) -> float:
        """How far two directions point the same way."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other: Vec) -> Vec:
        """The direction at right angles to both."""
        return Vec(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    def length(self) -> float:
        """How long it is."""
        return math.sqrt(self.dot(self))

    def unit(self) -> Vec:
        """The same direction, one long; nothing stays nothing."""
        return self * (1 / (self.length() or 1))

    def about(self, axis: Vec, degrees: float) -> Vec:
        """Turn about an axis, by the right-hand rule (Rodrigues)."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return self * cos + axis.cross(self) * sin + axis * (axis.dot(self) * (1 - cos))


UP = Vec(0, 1)


@dataclass(frozen=True, slots=True)
class Frame:
    """Which way a part of the body faces: forward, up along itself, and to its right."""

    forward: Vec = Vec(1, 0, 0)
    up: Vec = Vec(0, 1, 0)
    right: Vec = Vec(0, 0, 1)

    def at(self, forward: float, up: float, right: float = 0) -> Vec:
        """A point told in this frame's own directions."""
        return self.forward * forward + self.up * up + self.right * right

    def moved(self, *, lean: float = 0, tilt: float = 0, turn: float = 0) -> Frame:
        """Turn to the right, tilt to the right, then lean forward; each by its degrees."""
        forward, up, right = (
            one.about(self.up, -turn).about(self.forward, tilt).about(self.right, -lean)
            for one in (self.forward, self.up, self.right)
        )
        return Frame(forward, up, right)

    def towards(self, raised: float, out: float, side: int) -> Vec:
        """A limb's direction: 0 hangs down, raised 90 points forward, 180 up; out is sideways."""
        flat = math.cos(math.radians(out))
        return self.at(
            math.sin(math.radians(raised)) * flat,
            -math.cos(math.radians(raised)) * flat,
            side * math.sin(math.radians(out)),
        )


def bend_between(start: Vec, end: Vec, bones: tuple[float, float], hint: Vec) -> tuple[Vec, Vec]:
    """Where an elbow or a knee lies, and how far the limb then reaches.

    Args:
        start: The shoulder or hip.
        end: What is reached for.
        bones: The lengths of the two bones.
        hint: Roughly where the joint points to; never along the limb.
    """
    first, second = bones
    way = end - start
    reach = min(max(way.length(), abs(first - second) + 0.1), (first + second) * 0.999)
    along = way.unit()
    foot = (reach * reach + first * first - second * second) / (2 * reach)
    height = math.sqrt(max(first * first - foot * foot, 0))
    aside = (hint - along * hint.dot(along)).unit()
    return start + along * foot + aside * height, start + along * reach


@dataclass(frozen=True, slots=True)
class Camera:
    """From where a drawing is seen: 0 from the person's right, 90 from the front."""

    yaw: float = 35
    pitch: float = 8

    def sees(self, point: Vec) -> tuple[float, float, float]:
        """Right and down on the paper, and how near."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        across = Vec(math.cos(yaw), 0, -math.sin(yaw))
        to_eye = Vec(math.sin(yaw), 0, math.cos(yaw)) * math.cos(pitch) + Vec(0, math.sin(pitch))
        up = to_eye.cross(across)
        return point.dot(across), -point.dot(up), point.dot(to_eye)

    def level(self, point: Vec) -> float:
        """How near, whatever the height."""
        yaw = math.radians(self.yaw)
        return point.x * math.sin(yaw) + point.z * math.cos(yaw)


# From the person's right, and a little from the front and above.
ASIDE = Camera()
