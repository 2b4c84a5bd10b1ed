"""A body on paper stays a body: bones keep their length, hands reach, feet stand on the floor."""

from __future__ import annotations

import math
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from steadystep.web.move.drawing.body import (
    ANKLE_HEIGHT,
    FOREARM,
    LEFT,
    RIGHT,
    SHIN,
    THIGH,
    UPPER_ARM,
    Bones,
    Limb,
    Pose,
    Reach,
    body,
)
from steadystep.web.move.drawing.figures import Arrow, Picture, Shot, frames
from steadystep.web.move.drawing.shapes import Ball, Dot, Ring, chain, number, outline, path
from steadystep.web.move.drawing.space import UP, Camera, Frame, Vec, bend_between
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.pictures.gallery import PICTURES, drawn
from steadystep.web.move.pictures.held import CHAIR, SITTING, STANDING

POSES = [
    pytest.param(shot.pose, id=f"{slug}-{posture}-{number}")
    for (slug, posture), picture in PICTURES.items()
    for number, shot in enumerate(picture.shots, start=1)
]
# Centimetres by which a drawn hand may be off what it holds.
NEAR_ENOUGH = 1.5

far = st.floats(-100, 100)
angle = st.floats(-180, 180)
vectors = st.builds(Vec, far, far, far)
directions = vectors.filter(lambda one: one.length() > 1).map(Vec.unit)


@given(vectors, directions, angle)
def test_turning_keeps_a_length(some: Vec, axis: Vec, degrees: float) -> None:
    assert math.isclose(some.about(axis, degrees).length(), some.length(), abs_tol=1e-6)


@given(angle, angle, angle)
def test_a_turned_frame_stays_square(lean: float, tilt: float, turn: float) -> None:
    frame = Frame().moved(lean=lean, tilt=tilt, turn=turn)

    assert math.isclose(frame.forward.dot(frame.up), 0, abs_tol=1e-9)
    assert (frame.forward.cross(frame.up) - frame.right).length() < 1e-9


def test_leaning_goes_forward_and_turning_and_tilting_to_the_right() -> None:
    assert Frame().moved(lean=90).up.x == pytest.approx(1)
    assert Frame().moved(tilt=90).up.z == pytest.approx(1)
    assert Frame().moved(turn=90).forward.z == pytest.approx(1)


@given(vectors, vectors, directions)
def test_bones_keep_their_length_wherever_a_hand_goes(start: Vec, end: Vec, hint: Vec) -> None:
    assume((end - start).cross(hint).length() > 0.1)
    joint, reached = bend_between(start, end, (UPPER_ARM, FOREARM), hint)

    assert (joint - start).length() <= UPPER_ARM + 0.01
    assert (reached - start).length() <= UPPER_ARM + FOREARM


def test_a_hand_that_can_reach_is_where_it_is_to_be() -> None:
    joint, reached = bend_between(Vec(0, 0), Vec(30, 10), (28, 24), UP * -1)

    assert (reached - Vec(30, 10)).length() == pytest.approx(0)
    assert joint.y < 0


def test_the_camera_sees_right_from_the_right_and_up_as_up() -> None:
    assert Camera(0, 0).sees(Vec(1, 2, 3)) == pytest.approx((1, -2, 3))
    assert Camera(90, 0).sees(Vec(1, 2, 3)) == pytest.approx((-3, -2, 1))


# Every pose ------------------------------------------------------------------------------------


def limbs(pose: Pose) -> list[tuple[Limb, Bones, float]]:
    whole = body(pose)
    return [
        (pose.left_arm, whole.arms[0], UPPER_ARM + FOREARM),
        (pose.right_arm, whole.arms[1], UPPER_ARM + FOREARM),
        (pose.left_leg, whole.legs[0], THIGH + SHIN),
        (pose.right_leg, whole.legs[1], THIGH + SHIN),
    ]


@pytest.mark.parametrize("pose", POSES)
def test_every_hand_and_foot_reaches_what_it_is_drawn_on(pose: Pose) -> None:
    for limb, bones, longest in limbs(pose):
        if isinstance(limb, Reach):
            assert (limb.at - bones.root).length() <= longest + NEAR_ENOUGH


@pytest.mark.parametrize("pose", POSES)
def test_nothing_of_a_body_is_under_the_floor(pose: Pose) -> None:
    whole = body(pose)
    points = [whole.head, whole.waist]
    for _, bones, _ in limbs(pose):
        points += [bones.middle, bones.end, bones.tip]

    assert min(point.y for point in points) >= 0


@pytest.mark.parametrize("pose", POSES)
def test_a_body_stands_sits_or_lies_on_something(pose: Pose) -> None:
    """Somebody in the air would be an odd sheet: a foot or the back is down."""
    feet = min(bones.end.y for _, bones, _ in limbs(pose)[2:])

    assert feet < ANKLE_HEIGHT + 16


@pytest.mark.parametrize("pose", POSES)
def test_no_knee_bends_backwards(pose: Pose) -> None:
    """Seen along the thigh the shin bends to the back, whichever way the body lies."""
    pelvis = Frame().moved(lean=pose.pelvis)
    for _, leg, _ in limbs(pose)[2:]:
        hinge = (leg.middle - leg.root).cross(leg.end - leg.middle).dot(pelvis.right)
        assert hinge <= 100


def test_left_is_left_and_right_is_right() -> None:
    whole = body(STANDING)

    assert whole.shoulders[0].z * LEFT > 0
    assert whole.shoulders[1].z * RIGHT > 0


# On paper --------------------------------------------------------------------------------------


def test_the_outline_of_one_ball_is_a_circle_of_one_arc() -> None:
    assert path(outline([Ball(0, 0, 5)])).count("A5 5 0 1 1") == 1


def test_the_outline_of_two_balls_is_two_arcs_and_two_lines() -> None:
    drawing = path(outline([Ball(0, 0, 5), Ball(30, 0, 3)]))

    assert drawing.count("A") == 2
    assert drawing.endswith("Z")


def test_a_chain_has_one_outline_for_each_bone() -> None:
    assert len(chain([Ball(0, 0, 5), Ball(30, 0, 3), Ball(30, 30, 2)])) == 2


def test_an_open_line_stays_open() -> None:
    assert path([Ring((Dot(0, 0), Dot(1.04, 2)), closed=False)]) == "M0 0L1 2"


@pytest.mark.parametrize(
    ("value", "written"), [(3.0, "3"), (-0.01, "0"), (2.25, "2.2"), (7.96, "8")]
)
def test_a_number_is_written_short(value: float, written: str) -> None:
    assert number(value) == written


def test_both_frames_share_one_box_so_that_what_differs_is_what_moves() -> None:
    first, second = drawn("knee-bend", Posture.STANDING)

    assert first.box == second.box
    assert first.inside != second.inside


def test_an_arrow_may_point_both_ways() -> None:
    one = Picture((Shot(STANDING, (), (Arrow(Vec(0, 0), Vec(0, 9)),)),))
    two = Picture((Shot(STANDING, (), (Arrow(Vec(0, 0), Vec(0, 9), both=True),)),))

    assert frames(two)[0].inside.count("M") == frames(one)[0].inside.count("M") + 1


def test_a_chair_may_stand_before_a_person_or_behind() -> None:
    behind = frames(Picture((Shot(SITTING, (CHAIR,)),)))[0].inside

    assert behind.index('class="prop"') < behind.index('class="top')


@pytest.mark.parametrize("key", PICTURES, ids="-".join)
def test_a_frame_is_sound_svg_without_inline_style(key: tuple[str, Posture]) -> None:
    for frame in drawn(*key):
        ET.fromstring(f"<svg>{frame.inside}</svg>")  # noqa: S314 - our own drawing
        assert "style" not in frame.inside
        assert "nan" not in frame.inside


@pytest.mark.parametrize("key", PICTURES, ids="-".join)
def test_nothing_of_a_drawing_lies_outside_its_box(key: tuple[str, Posture]) -> None:
    for frame in drawn(*key):
        left, top, wide, high = map(float, frame.box.split())
        for x, y in _points(frame.inside):
            assert left <= x <= left + wide
            assert top <= y <= top + high


def test_a_drawing_is_small_enough_for_a_slow_connection() -> None:
    """A choice: no frame above three kilobytes before it is packed."""
    assert max(len(frame.inside) for key in PICTURES for frame in drawn(*key)) <= 3_000


def _points(inside: str) -> list[tuple[float, float]]:
    """The points on paper that lines begin and end at."""
    found = []
    for one in ET.fromstring(f"<svg>{inside}</svg>").iter("path"):  # noqa: S314 - our own drawing
        if one.get("class") == "way":
            continue
        for step in one.attrib["d"].replace("Z", "").replace("M", "L").split("L")[1:]:
            for end in step.replace("A", " A").split(" A"):
                x, y = end.split()[-2:]
                found.append((float(x), float(y)))
    return found
