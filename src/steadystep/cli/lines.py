"""The JSON lines of a replay: the contract that others build on. One day, one line, in order."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from steadystep.cli.words import words
from steadystep.core.reasons import DOSES, TENTHS, Felt
from steadystep.explain import assumed as assumed_words
from steadystep.explain import expert, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.core.decision import Decision
    from steadystep.core.diary import DiaryDay, DiaryTerms
    from steadystep.core.reasons import Reason
    from steadystep.explain import Translations
    from steadystep.importers.reading import Sentence


def json_lines(
    days: Sequence[DiaryDay], terms: DiaryTerms, read_as: Sequence[Sentence]
) -> Iterator[str]:
    """Write one object for each calendar day; the first also says what was assumed."""
    for number, day in enumerate(days):
        row = line(day)
        if number == 0:
            row["assumed"] = [one.said(words().gettext) for one in read_as] + assumptions(terms)
        yield json.dumps(row, ensure_ascii=False)


def assumptions(terms: DiaryTerms) -> list[str]:
    """What a replay takes for granted under these terms, in words."""
    return [assumed_words(one, terms, words()) for one in terms.assumed]


def line(day: DiaryDay) -> dict[str, Any]:
    """One day of a diary as plain values, doses in units."""
    return decision_line(day.decision, words())


def decision_line(decision: Decision, words: Translations) -> dict[str, Any]:
    """One decision as plain values, doses in units."""
    return {
        "day": decision.day.isoformat(),
        "action": decision.action.value,
        "level": units(decision.level),
        "dose": units(decision.dose),
        "offered": units(decision.offered),
        "unit": decision.unit.value,
        "reason": reason_object(decision.reason),
        "blocked_by": list(decision.blocked_by),
        "would_have_been": units(decision.would_have_been),
        "flare": decision.flare.value,
        "boom": decision.boom,
        "bust": decision.bust,
        "missing": list(decision.missing),
        "next_look": decision.next_look.isoformat() if decision.next_look else None,
        "said": said(decision, words),
        "expert": expert(decision, words),
        "policy": decision.policy,
        "engine": decision.engine,
    }


def units(tenths: int | None) -> int | float | None:
    """Tenths as people count: whole where it is whole."""
    if tenths is None:
        return None
    return tenths // 10 if tenths % 10 == 0 else tenths / 10


def reason_object(reason: Reason) -> dict[str, Any]:
    """A reason with its kind first and its numbers in units and points."""
    return {"kind": reason.kind, "rule": reason.rule, **_numbers(reason)}


def _numbers(holder: Reason | Felt) -> dict[str, Any]:
    return {one.name: _plain(one.name, getattr(holder, one.name)) for one in fields(holder)}


def _plain(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever a reason holds
    if isinstance(value, Felt):
        return _numbers(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and name in DOSES | TENTHS:
        return units(value)
    return value
