"""Facts written as plain values come back as they were; what is not plain is told where it is."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.decision import Decision
from steadystep.core.facts import FlareWord, Gate
from steadystep.core.observations import Symptom
from steadystep.core.plain import NotPlain, UnknownPart, from_plain, to_plain
from steadystep.core.reasons import FlareOnItsOwn, Reason, RedFlagKind
from steadystep.core.safety import PemScreen, RedFlagQuestion, Told
from tests.core.records import A_SCREEN

st.register_type_strategy(PemScreen, A_SCREEN)
KINDS: list[Any] = [*get_args(on.Event), *get_args(Reason), Decision, PemScreen]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
@settings(max_examples=15)
@given(st.data())
def test_every_fact_of_a_record_comes_back_as_it_was(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401 - a type
    fact = data.draw(st.from_type(kind))
    assert from_plain(kind, json.loads(json.dumps(to_plain(fact)))) == fact


def test_words_stand_for_what_an_enumeration_names() -> None:
    assert to_plain(on.FlareTold(FlareWord.A_FLARE)) == {"word": "a_flare"}
    assert to_plain(on.GateSet(Gate.RED_FLAG, RedFlagKind.URGENT)) == {
        "gate": "red_flag",
        "how_soon": "urgent",
    }
    assert to_plain(on.RedFlagsTold((RedFlagQuestion.CHEST,), Told.NOT_SURE)) == {
        "asked": ["chest"],
        "told": "not_sure",
    }
    assert to_plain(5) == 5


def test_what_is_not_there_takes_the_value_it_had_before_it_was_thought_of() -> None:
    assert from_plain(on.CheckedIn, {"pain": 40}) == on.CheckedIn(pain=40)


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        (on.SessionTold, {"done": "50"}, "done: '50' is not a whole number"),
        (on.SessionTold, {"done": True}, "done: True is not a whole number"),
        (on.SessionTold, {"done": None}, "done: None is not a whole number"),
        (on.SessionTold, {"done": 5.0}, "done: 5.0 is not a whole number"),
        (on.SessionTold, {}, "'done' is not there"),
        (on.SessionTold, [50], r"\[50\] has no named parts"),
        (on.PageSeen, {"page": 1}, "page: 1 is not text"),
        (on.ScreenAsked, {"due": 1}, "due: 1 is not true or false"),
        (on.LongFlareTold, {"began": "soon"}, "is not there"),
        (on.ClinicianWordNoted, {"about": "plan", "who": "", "on": "soon"}, "'soon' is not a date"),
        (on.ClinicianWordNoted, {"about": "plan", "who": "", "on": 3}, "on: 3 is not a date"),
        (on.FlareTold, {"word": 1}, "word: 1 is not text"),
        (on.RedFlagsTold, {"asked": "chest", "told": "yes"}, "asked: 'chest' is not a list"),
        (
            on.MalaiseScreenTold,
            {
                "screen": {
                    "items": [[1, 2, 3]],
                    "worse_after_minimal_effort": True,
                    "worse_after_mental_effort": True,
                    "hours": 1,
                }
            },
            "does not hold 2 values",
        ),
        (
            on.MalaiseScreenTold,
            {
                "screen": {
                    "items": [[1, 9]],
                    "worse_after_minimal_effort": True,
                    "worse_after_mental_effort": True,
                    "hours": 1,
                }
            },
            "screen: the malaise screen has five items",
        ),
    ],
)
def test_a_value_that_does_not_say_it_is_named(
    kind: type[object], value: object, says: str
) -> None:
    with pytest.raises(NotPlain, match=says) as told:
        from_plain(kind, value)
    assert not isinstance(told.value, UnknownPart)


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        (on.SessionTold, {"done": 50, "hopping": True}, "'hopping' is no part this version knows"),
        (on.Marked, {"mark": "heat"}, "mark: 'heat' is no word this version knows"),
    ],
)
def test_what_a_newer_version_wrote_is_told_apart_from_what_is_wrong(
    kind: type[object], value: object, says: str
) -> None:
    with pytest.raises(UnknownPart, match=says):
        from_plain(kind, value)


# A reason carries its kind ----------------------------------------------------------------------


def a_decision(**reason: object) -> dict[str, Any]:
    """A decision as plain values, with this for its reason."""
    return {
        "day": "2026-01-05",
        "action": "hold",
        "level": 50,
        "dose": 50,
        "offered": None,
        "unit": "minutes",
        "reason": reason,
        "blocked_by": [],
        "would_have_been": None,
        "flare": "none",
        "ask_flare": False,
        "good_day": False,
        "boom": False,
        "bust": False,
        "watching": False,
        "missing": [],
        "next_look": None,
        "reference": {"usual_pain": 40, "usual_fatigue": 40, "rise_pain": 10, "rise_fatigue": 10},
        "pain": 40,
        "fatigue": None,
        "policy": "rule-of-two 1 gentle",
        "engine": "1",
    }


def test_a_reason_is_read_by_its_kind() -> None:
    felt = {"symptom": "pain", "tenths": 60, "usual": 40, "warning": 60, "marked": False}
    decision = from_plain(Decision, a_decision(kind="flare_on_its_own", felt=felt))
    assert isinstance(decision.reason, FlareOnItsOwn)
    assert decision.reason.felt.symptom == Symptom.PAIN
    assert to_plain(decision) == a_decision(kind="flare_on_its_own", felt=felt)


def test_a_reason_without_a_kind_or_of_a_kind_from_the_future_is_refused() -> None:
    for reason in ({}, {"kind": ["red_flag"]}):
        with pytest.raises(NotPlain, match=r"reason: .* does not say its kind"):
            from_plain(Decision, a_decision(**reason))
    with pytest.raises(UnknownPart, match="reason: 'full_moon' is no kind this version knows"):
        from_plain(Decision, a_decision(kind="full_moon"))
