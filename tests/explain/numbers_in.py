"""The numbers that stand in a sentence, and the numbers that may stand there."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import TYPE_CHECKING

from steadystep.core.reasons import Felt

if TYPE_CHECKING:
    from steadystep.core.decision import Decision

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DATE = re.compile(rf"\b(\d+) ({'|'.join(MONTHS)})\b")
NUMBER = re.compile(r"(\d[\d,]*)?(½)|(\d[\d,]*(?:\.\d)?)")
# Spans that the words name themselves, as part of what a measure is called.
NAMES = re.compile(r"answers in 7 d|7-day|28-day")


def tenths_in(text: str) -> set[int]:
    """Every number of a text, in tenths, dates left out."""
    found = set()
    for whole, half, plain in NUMBER.findall(NAMES.sub("", DATE.sub("", text))):
        if half:
            found.add(int((whole or "0").replace(",", "")) * 10 + 5)
        else:
            found.add(round(float(plain.replace(",", "")) * 10))
    return found


def dates_in(text: str) -> set[tuple[int, int]]:
    """Every date of a text, as day and month."""
    return {(int(day), MONTHS.index(month) + 1) for day, month in DATE.findall(text)}


def enforced(decision: Decision) -> tuple[set[int], set[tuple[int, int]]]:
    """Every number of the decision and its reason, and every date.

    A count is told whole, a dose or an answer is kept in tenths: either reading is the same number.
    """
    kept = [decision.level, decision.dose, decision.offered, decision.would_have_been]
    days = [] if decision.next_look is None else [decision.next_look]
    facts = [getattr(decision.reason, part.name) for part in dataclasses.fields(decision.reason)]
    for fact in facts:
        if isinstance(fact, Felt):
            kept += [fact.tenths, fact.usual, fact.warning]
        elif isinstance(fact, date):
            days.append(fact)
        elif isinstance(fact, int):
            kept.append(fact)
    known = [one for one in kept if one is not None]
    return {*known, *(one * 10 for one in known)}, {(one.day, one.month) for one in days}
