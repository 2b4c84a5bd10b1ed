"""A person on paper: each part of the body outlined, the far parts first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from steadystep.web.move.drawing.shapes import Ball, Ring, chain, outline

if TYPE_CHECKING:
    from steadystep.web.move.drawing.body import Body, Bones
    from steadystep.web.move.drawing.space import Camera, Vec

# How thick each part is, root, middle, end and tip; centimetres.
_ARM = (5.2, 4.2, 3.2, 2.4)
_LEG = (8.0, 5.8, 4.0)
_HEEL, _INSTEP, _TOES = 3.2, 3.8, 2.6
_SHOULDER, _CHEST, _WAIST, _WAIST_HALF, _HIP = 5.4, 9.0, 8.0, 3.6, 7.8
_NECK, _HAIR, _FACE, _JAW, _NOSE = 4.0, 10.6, 8.6, 5.6, 1.5
# A limb this much farther away than its twin is drawn as the far one; centimetres.
_FAR = 7.0
# A face that looks further away than this has its hair in front; sine of an angle.
_AWAY = -0.2
# What lies on its neighbour without a seam.
_SEAMLESS = " seamless"


class Part(NamedTuple):
    """One part of a drawing: how near it is, what it is of, and its outline."""

    near: float
    kind: str
    rings: tuple[Ring, ...]


def person(whole: Body, camera: Camera) -> list[Part]:
    """A body as the camera sees it, the farthest part first."""
    parts = [*_trunk(whole, camera), *_head(whole, camera)]
    for arm, twin, shoulder in zip(whole.arms, whole.arms[::-1], whole.shoulders, strict=True):
        inwards = shoulder * 0.62 + (whole.chest + whole.waist) * 0.19
        parts.extend(_arm(arm, twin, inwards, camera))
    for leg, twin in zip(whole.legs, whole.legs[::-1], strict=True):
        parts.extend(_leg(leg, twin, whole, camera))
    return sorted(parts, key=lambda part: part.near)


def _trunk(whole: Body, camera: Camera) -> list[Part]:
    balls = [_ball(camera, one, _SHOULDER) for one in whole.shoulders]
    chest = _ball(camera, (whole.chest + whole.waist) * 0.5, _CHEST)
    across = (whole.hips[1] - whole.hips[0]).unit() * _WAIST_HALF
    waist = [_ball(camera, whole.waist + across * side, _WAIST) for side in (-1, 1)]
    hips = [_ball(camera, one, _HIP) for one in whole.hips]
    neck = [_ball(camera, one, _NECK) for one in (whole.chest, whole.throat)]
    near = _near(camera, whole.waist)
    return [
        Part(near - 0.2, "legs", outline([*hips, *waist])),
        Part(near, "top", outline([*balls, chest, *waist])),
        Part(_near(camera, whole.throat) - 6, "skin", outline(neck)),
    ]


def _head(whole: Body, camera: Camera) -> list[Part]:
    """A face, and hair behind it."""
    hair = _ball(camera, whole.head + whole.face.at(-2.2, 2.4), _HAIR)
    face = [
        _ball(camera, whole.head + whole.face.at(1.6, -1), _FACE),
        _ball(camera, whole.head + whole.face.at(4.4, -7.6), _JAW),
        _ball(camera, whole.head + whole.face.at(10.4, -3), _NOSE),
    ]
    near = _near(camera, whole.head)
    towards = _near(camera, whole.face.forward)
    return [
        Part(near, "hair", outline([hair])),
        Part(near + (0.1 if towards > _AWAY else -0.1), f"skin{_SEAMLESS}", outline(face)),
    ]


def _arm(arm: Bones, twin: Bones, inwards: Vec, camera: Camera) -> list[Part]:
    joints = (arm.root, arm.middle, arm.end, arm.tip)
    balls = [_ball(camera, at, thick) for at, thick in zip(joints, _ARM, strict=True)]
    far = _far(arm, twin, camera)
    sleeve = _near(camera, (arm.root + arm.middle) * 0.5)
    forearm = _near(camera, (arm.middle + arm.end) * 0.5)
    # Where the sleeve begins there is no seam.
    shoulder = outline([balls[0], _ball(camera, inwards, 4.4)])
    return [
        Part(forearm, f"skin{far}", chain(balls[1:])),
        Part(sleeve, f"top{far}", chain(balls[:2])),
        *([] if far else [Part(sleeve, f"top{_SEAMLESS}", shoulder)]),
    ]


def _leg(leg: Bones, twin: Bones, whole: Body, camera: Camera) -> list[Part]:
    near = _near(camera, leg.middle * 0.5 + leg.end * 0.5)
    joints = (leg.root, leg.middle, leg.end)
    balls = [_ball(camera, at, thick) for at, thick in zip(joints, _LEG, strict=True)]
    far = _far(leg, twin, camera)
    heel = leg.heel or leg.end
    foot = [
        _ball(camera, heel, _HEEL),
        _ball(camera, leg.end, _INSTEP),
        _ball(camera, leg.tip, _TOES),
    ]
    hips = outline([_ball(camera, one, _HIP) for one in whole.hips])
    return [
        Part(near, f"shoe{far}", outline(foot)),
        Part(near + 0.1, f"legs{far}", chain(balls)),
        *([] if far else [Part(near + 0.2, f"legs{_SEAMLESS}", hips)]),
    ]


def _far(limb: Bones, twin: Bones, camera: Camera) -> str:
    """Is this the far one of two? Seen from the front neither is."""
    apart = camera.level(limb.root) - camera.level(twin.root)
    return " far" if apart < -_FAR else ""


def _ball(camera: Camera, at: Vec, radius: float) -> Ball:
    across, down, _ = camera.sees(at)
    return Ball(across, down, radius)


def _near(camera: Camera, at: Vec) -> float:
    return camera.sees(at)[2]
