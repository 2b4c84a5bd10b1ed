"""A body of joints: from how it is held to where everything is. Lengths are centimetres."""

from __future__ import annotations

from dataclasses import dataclass

from steadystep.web.move.drawing.space import Frame, Vec, bend_between

# The lengths of a person of about 165 cm; a choice, as round as a drawing needs.
HIP_HALF, SHOULDER_HALF = 7.6, 15.5
THIGH, SHIN, ANKLE_HEIGHT = 42.0, 40.0, 6.0
HEEL_BACK, TOES_AHEAD = 5.0, 16.0
UPPER_ARM, FOREARM, HAND = 28.0, 24.0, 9.0
LOWER_SPINE, UPPER_SPINE, NECK, HEAD_UP = 20.0, 27.0, 9.0, 12.0
HIP_HEIGHT = ANKLE_HEIGHT + SHIN + THIGH - 0.4
LEFT, RIGHT = -1, 1
# Which of two a side is, in a pair told left first.
FIRST = {LEFT: 0, RIGHT: 1}


@dataclass(frozen=True, slots=True)
class Swing:
    """A limb held in the air: the directions of its two bones, raised and out, in degrees.

    Attributes:
        first: Upper arm or thigh.
        second: Forearm or shin.
        end: How far the hand or the toes are bent from there; toes: positive is up.
    """

    first: tuple[float, float] = (0, 0)
    second: tuple[float, float] = (0, 0)
    end: float = 0


@dataclass(frozen=True, slots=True)
class Reach:
    """A limb that is somewhere: a hand on a chair, a foot on the floor.

    Attributes:
        at: Where the wrist or the ankle is.
        hint: Roughly where the elbow or the knee points to.
        end: Where the fingers point to, or the toes.
    """

    at: Vec
    hint: Vec
    end: Vec | None = None


Limb = Swing | Reach


@dataclass(frozen=True, slots=True)
class Pose:
    """How a body is held. Angles are degrees, positive forward or to the person's right.

    Attributes:
        hip: The middle of the pelvis.
        pelvis: How far the whole body leans; -90 lies on the back.
        lean: How far the back leans from the pelvis on.
        curl: How far the upper back bends on from there.
        tilt: How far the back bends sideways.
        turn: How far the shoulders turn.
        nod: How far the head bends down.
        look: How far the head turns.
        ear: How far the head tilts.
        shrug: How far the shoulders are raised, in centimetres.
        ahead: How far the shoulders are drawn forward, in centimetres.
        left_arm: The left arm.
        right_arm: The right arm.
        left_leg: The left leg.
        right_leg: The right leg.
    """

    hip: Vec
    left_arm: Limb
    right_arm: Limb
    left_leg: Limb
    right_leg: Limb
    pelvis: float = 0
    lean: float = 0
    curl: float = 0
    tilt: float = 0
    turn: float = 0
    nod: float = 0
    look: float = 0
    ear: float = 0
    shrug: float = 0
    ahead: float = 0


@dataclass(frozen=True, slots=True)
class Bones:
    """A limb's joints, from the body outwards; the last two are heel and toes, or hand."""

    root: Vec
    middle: Vec
    end: Vec
    tip: Vec
    heel: Vec | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """Where everything is."""

    hips: tuple[Vec, Vec]
    waist: Vec
    shoulders: tuple[Vec, Vec]
    chest: Vec
    throat: Vec
    head: Vec
    face: Frame
    arms: tuple[Bones, Bones]
    legs: tuple[Bones, Bones]


def body(pose: Pose) -> Body:
    """Work out where everything is when a body is held like this."""
    pelvis = Frame().moved(lean=pose.pelvis)
    lower = pelvis.moved(lean=pose.lean, tilt=pose.tilt / 2, turn=pose.turn / 2)
    upper = lower.moved(lean=pose.curl, tilt=pose.tilt / 2, turn=pose.turn / 2)
    face = upper.moved(lean=pose.nod, tilt=pose.ear, turn=pose.look)
    waist = pose.hip + lower.up * LOWER_SPINE
    chest = waist + upper.up * UPPER_SPINE
    neck = upper.moved(lean=pose.nod / 2, tilt=pose.ear / 2)
    throat = chest + neck.up * NECK
    hips = _both(pose.hip, pelvis, HIP_HALF)
    shoulders = _both(
        chest + upper.at(pose.ahead, pose.shrug - 2), upper, SHOULDER_HALF - abs(pose.ahead) / 3
    )
    return Body(
        hips=hips,
        waist=waist,
        shoulders=shoulders,
        chest=chest,
        throat=throat,
        head=throat + face.at(1.5, HEAD_UP),
        face=face,
        arms=(
            _arm(shoulders[0], pose.left_arm, upper, LEFT),
            _arm(shoulders[1], pose.right_arm, upper, RIGHT),
        ),
        legs=(
            _leg(hips[0], pose.left_leg, pelvis, LEFT),
            _leg(hips[1], pose.right_leg, pelvis, RIGHT),
        ),
    )


def _both(middle: Vec, frame: Frame, half: float) -> tuple[Vec, Vec]:
    return middle - frame.right * half, middle + frame.right * half


def _arm(shoulder: Vec, limb: Limb, frame: Frame, side: int) -> Bones:
    if isinstance(limb, Reach):
        elbow, wrist = bend_between(shoulder, limb.at, (UPPER_ARM, FOREARM), limb.hint)
        fingers = limb.end or wrist - elbow
        return Bones(shoulder, elbow, wrist, wrist + fingers.unit() * HAND)
    elbow = shoulder + frame.towards(*limb.first, side) * UPPER_ARM
    wrist = elbow + frame.towards(*limb.second, side) * FOREARM
    raised, out = limb.second
    return Bones(shoulder, elbow, wrist, wrist + frame.towards(raised + limb.end, out, side) * HAND)


def _leg(hip: Vec, limb: Limb, frame: Frame, side: int) -> Bones:
    if isinstance(limb, Reach):
        knee, ankle = bend_between(hip, limb.at, (THIGH, SHIN), limb.hint)
        toes = (limb.end or Vec(1, 0, side * 0.16)).unit()
    else:
        knee = hip + frame.towards(*limb.first, side) * THIGH
        ankle = knee + frame.towards(*limb.second, side) * SHIN
        raised, out = limb.second
        toes = frame.towards(raised + 90 + limb.end, out, side)
    return Bones(hip, knee, ankle, *_foot(knee, ankle, toes))


def _foot(knee: Vec, ankle: Vec, toes: Vec) -> tuple[Vec, Vec]:
    """Toes and heel: the sole lies along the toes, an ankle's height away from the shin."""
    down = (ankle - knee) - toes * (ankle - knee).dot(toes)
    sole = ankle + down.unit() * (ANKLE_HEIGHT - 3)
    return sole + toes * TOES_AHEAD, sole - toes * HEEL_BACK
