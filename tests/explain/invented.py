"""Invented reasons and decisions, each as the rule could have made it."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from steadystep.core import reasons
from steadystep.core.decision import Action, Decision, Flare
from steadystep.core.diary import DiaryDay
from steadystep.core.facts import DayFacts
from steadystep.core.observations import Symptom, Unit
from steadystep.core.reasons import BLOCKER_KINDS, Felt, Limit, Reason, RedFlagKind
from steadystep.core.signal import Reference

# A Tuesday.
TODAY = date(2024, 4, 30)
KINDS: tuple[type[Any], ...] = typing.get_args(Reason)
WITHOUT_A_PLAN = (
    reasons.RedFlag,
    reasons.ClinicianFirst,
    reasons.Paused,
    reasons.NoPlanYet,
)

DOSES = st.one_of(
    st.sampled_from((5, 10, 15, 25, 50, 100, 300)), st.integers(1, 300), st.integers(1, 20_000_000)
)
DAYS_AWAY = st.integers(-10, 60).map(lambda days: TODAY + timedelta(days=days))
ANSWERS = st.integers(0, 100)
FELT = st.one_of(
    st.builds(Felt, marked=st.booleans()),
    st.builds(Felt, st.sampled_from(Symptom), ANSWERS, ANSWERS, ANSWERS, st.booleans()),
    # Half-told: no such answer is heard by the rule, and none may break a sentence.
    st.builds(
        Felt,
        st.none() | st.sampled_from(Symptom),
        st.none() | ANSWERS,
        st.none() | ANSWERS,
        st.none() | ANSWERS,
    ),
)
BY_TYPE: dict[str, st.SearchStrategy[Any]] = {
    "bool": st.booleans(),
    "date": DAYS_AWAY,
    "Felt": FELT,
    "Symptom": st.sampled_from(Symptom),
    "Limit": st.sampled_from(Limit),
    "RedFlagKind": st.sampled_from(RedFlagKind),
}
A_DOSE = {"dose", "dose_before", "dose_now", "next_dose", "offered", "envelope"}


def a(kind: type[Any]) -> st.SearchStrategy[Reason]:
    """Invent a reason of this kind, each of its numbers by what it counts."""
    parts = {part.name: _part(part.name, str(part.type)) for part in dataclasses.fields(kind)}
    return st.builds(kind, **parts)


def _part(name: str, what: str) -> st.SearchStrategy[Any]:
    if what == "int":
        return DOSES if name in A_DOSE else st.integers(0, 400)
    return BY_TYPE[what]


REASONS: st.SearchStrategy[Reason] = st.one_of(*(a(kind) for kind in KINDS))


@st.composite
def decisions(draw: st.DrawFn, reason: st.SearchStrategy[Reason] = REASONS) -> Decision:
    """Invent a decision around a reason."""
    why = draw(reason)
    known = not isinstance(why, WITHOUT_A_PLAN)
    dose = draw(DOSES) if known else None
    return decided(
        why,
        unit=draw(st.sampled_from(Unit)),
        level=draw(DOSES) if known else None,
        dose=dose,
        offered=why.offered if isinstance(why, reasons.Ready) else None,
        blocked_by=tuple(draw(st.lists(st.sampled_from(BLOCKER_KINDS), unique=True, max_size=4))),
        would_have_been=draw(st.none() | DOSES),
        flare=draw(st.sampled_from(Flare)),
        ask_flare=draw(st.booleans()),
        good_day=draw(st.booleans()),
        missing=tuple(draw(st.lists(st.sampled_from(("answer", "fatigue", "load")), unique=True))),
        next_look=draw(st.none() | DAYS_AWAY),
    )


def decided(why: Reason, **parts: Any) -> Decision:  # noqa: ANN401 - any part of a decision
    """A decision with this reason, at five minutes unless told otherwise."""
    told = Decision(
        day=TODAY,
        action=Action.HOLD,
        level=50,
        dose=50,
        offered=None,
        unit=Unit.MINUTES,
        reason=why,
        blocked_by=(),
        would_have_been=None,
        flare=Flare.NONE,
        ask_flare=False,
        good_day=False,
        boom=False,
        bust=False,
        watching=False,
        missing=(),
        next_look=TODAY + timedelta(days=2),
        reference=Reference(40, 40, 15, 15),
        pain=40,
        fatigue=40,
        policy="rule-of-two 1 gentle",
        engine="1",
    )
    return told._replace(**parts)


def a_day(
    number: int,
    why: Reason,
    facts: dict[str, Any] | None = None,
    **parts: Any,  # noqa: ANN401 - any part of a decision
) -> DiaryDay:
    """The nth day of a replayed diary."""
    day = TODAY + timedelta(days=number)
    return DiaryDay(DayFacts(day=day, **(facts or {})), decided(why, day=day, **parts))
