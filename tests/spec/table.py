"""A diary as a table: read it, live it day by day, and compare what the rule says.

A row is a day, or a run of days (`8–14`). In a run `3/5` is a 3, a 5, a 3 and so on, and
`4/–` a 4 every other day. A day may be told in two rows, as it happens: the answer in the morning,
the word on an offer later. A blank cell was not told, or is not looked at. What is expected of a
run holds on each of its days.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from steadystep.core import shapes
from steadystep.core.facts import DayFacts, FlareWord, Gate, Reply, UsualWord
from steadystep.core.observations import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from steadystep.core.course import Course
    from steadystep.core.decision import Decision

# A Monday, so that day 1 of every table is one.
DAY_ONE = date(2026, 1, 5)


class NotATable(ValueError):
    """The table cannot be read: a column nobody knows, or a day that is told by no row."""


class ToldDifferently(AssertionError):
    """The rule says something else than the table."""


class Row(NamedTuple):
    """One row: its line, the run of days it tells of, and its cells by column without blanks."""

    line: int
    first: int
    last: int
    cells: dict[str, str]


class Seen(NamedTuple):
    """What the rule said at one moment, and where the course stood."""

    number: int
    row: Row
    decision: Decision


# ---------------------------------------------------------------------------- reading


def read(table: str) -> list[Row]:
    """Read a table; say which column or day is the trouble where it is not one."""
    columns, *lines = [[cell.strip() for cell in line.split("|")] for line in lines_of(table)]
    unknown = [one for one in columns if one not in {"day", *TOLD, *EXPECTED}]
    if unknown or columns[0] != "day":
        raise NotATable(f"no table has a column {unknown or columns[0]}")
    rows: list[Row] = []
    for line, cells in enumerate(lines, start=1):
        if len(cells) != len(columns):
            raise NotATable(f"day {cells[0]} has {len(cells)} cells for {len(columns)} columns")
        first, _, last = cells[0].partition("–")
        told = {name: cell for name, cell in zip(columns[1:], cells[1:], strict=True) if cell}
        rows.append(Row(line, int(first), int(last or first), told))
    _all_days_are_told(rows)
    return rows


def lines_of(table: str) -> list[str]:
    """The lines of a table, heading first."""
    return [line.strip() for line in table.strip().splitlines() if line.strip()]


def _all_days_are_told(rows: list[Row]) -> None:
    day = 0
    for row in rows:
        again = row.first == row.last == day
        if row.first != day + 1 and not again:
            raise NotATable(f"day {day + 1} is told by no row")
        day = row.last


def moments(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """Every day of every run, one after the other, each as a row of its own."""
    for row in rows:
        for number in range(row.first, row.last + 1):
            turns = {name: _turn(cell, number - row.first) for name, cell in row.cells.items()}
            yield number, row._replace(cells={name: cell for name, cell in turns.items() if cell})


def _turn(cell: str, day: int) -> str:
    """The value of a cell whose values take turns."""
    turns = cell.split("/")
    return turns[day % len(turns)].strip("–")


def date_of(number: int) -> date:
    """The date of a numbered day."""
    return DAY_ONE + timedelta(days=number - 1)


def number_of(day: date | None) -> str:
    """The number of a date, as a cell."""
    return "" if day is None else str((day - DAY_ONE).days + 1)


# ---------------------------------------------------------------------------- what is told


def tenths(cell: str) -> int:
    """Read a number of a table, in the core's whole tenths."""
    return round(float(cell.replace("½", ".5")) * 10)


def _did(cell: str) -> dict[str, Any]:
    if cell == "free":
        return {"planned": False}
    words = {"yes": 100, "a bit": 50, "no": 0}
    return {"did": words[cell] if cell in words else int(cell.removesuffix("%"))}


def _load(cell: str) -> dict[str, Any]:
    return {"far_too_much": True} if cell == "far too much" else {"load": tenths(cell)}


TOLD: dict[str, Callable[[str], dict[str, Any]]] = {
    "pain": lambda cell: {"pain": tenths(cell)},
    "fatigue": lambda cell: {"fatigue": tenths(cell)},
    "sleep": lambda cell: {"sleep": tenths(cell)},
    "feels": lambda cell: {"than_usual": ["better", "same", "worse", "much worse"].index(cell) - 1},
    "flare": lambda cell: {
        "flare": {"yes": FlareWord.A_FLARE, "hard day": FlareWord.A_HARD_DAY}[cell]
    },
    "load": _load,
    "did": _did,
    "told at": lambda cell: {"answered_at": int(cell.removesuffix(":00"))},
    "moved at": lambda cell: {"did_at": int(cell.removesuffix(":00"))},
    "reply": lambda cell: {
        "reply": {"accept": Reply.ACCEPT, "stay": Reply.STAY, "try more": Reply.TRY_MORE}[cell]
    },
    "own step": lambda cell: {"chosen": tenths(cell)},
    "gate": lambda cell: {"gate": Gate[cell.upper().replace(" ", "_")]},
    "ceiling": lambda cell: {"ceiling": tenths(cell)},
    "goal": lambda cell: {"goal": tenths(cell)},
    "guard": lambda cell: {"guard": tenths(cell)},
    "sure": lambda cell: {"confidence": int(cell)},
    "screen": lambda cell: {"screen_due": cell == "due"},
    "something else": lambda cell: {"more": cell == "more"},
    "my usual": lambda cell: {"usual_word": UsualWord[cell.upper()]},
    "kept moving": lambda cell: {"kept_moving": cell == "yes"},
    "rmssd": lambda cell: {"rmssd": tenths(cell)},
    "heart rate": lambda cell: {"resting_heart_rate": tenths(cell)},
}


def facts_of(number: int, cells: dict[str, str]) -> DayFacts:
    """The facts of a day from the cells that were told of it."""
    facts: dict[str, Any] = {}
    for name, cell in cells.items():
        if name in TOLD:
            facts |= TOLD[name](cell)
    day = date_of(number)
    for hour in ("answered_at", "did_at"):
        if hour in facts:
            facts[hour] += day.toordinal() * 24
    return DayFacts(day=day, **facts)


# ---------------------------------------------------------------------------- what is expected


def spoken(kind: str) -> str:
    """A kind as it is written in a table."""
    return kind.replace("_", " ")


def plain(number: int | None) -> str:
    """Tenths as they are written in a table."""
    if number is None or number == shapes.NONE:
        return "none"
    whole, part = divmod(number, 10)
    return f"{whole}.{part}" if part else str(whole)


def dose(decision: Decision, number: int | None) -> str:
    """A dose as it is written in a table: minutes and repetitions as they are, steps whole."""
    if number is not None and decision.unit == Unit.STEPS:
        return str(number // 10)
    return plain(number)


def _yes(*, said: bool) -> str:
    return "yes" if said else "no"


def _warns_at(decision: Decision) -> str:
    reference = decision.reference
    if reference.usual_pain == shapes.NONE:
        return "none"
    return plain(reference.usual_pain + reference.rise_pain)


def _numbers(decision: Decision, names: str) -> str:
    """The numbers a reason carries, those that the table asks for."""
    asked = [one.strip().rpartition(" ")[0] for one in names.split(",")]
    return ", ".join(
        f"{name} {_number(getattr(decision.reason, name.replace(' ', '_')))}" for name in asked
    )


def _number(carried: object) -> str:
    return number_of(carried) if isinstance(carried, date) else str(carried)


# How each column that the rule fills is written, from the decision and what the table asks for.
EXPECTED: dict[str, Callable[[Decision, str], str]] = {
    "says": lambda said, _: spoken(said.action),
    "level": lambda said, _: dose(said, said.level),
    "dose": lambda said, _: dose(said, said.dose),
    "offered": lambda said, _: dose(said, said.offered),
    "because": lambda said, _: spoken(said.reason.kind),
    "numbers": _numbers,
    "blocked by": lambda said, _: ", ".join(map(spoken, said.blocked_by)) or "nothing",
    "look": lambda said, _: number_of(said.next_look) or "none",
    "is": lambda said, _: spoken(said.flare),
    "asks": lambda said, _: _yes(said=said.ask_flare),
    "good day": lambda said, _: _yes(said=said.good_day),
    "watching": lambda said, _: _yes(said=said.watching),
    "boom": lambda said, _: _yes(said=said.boom),
    "usual": lambda said, _: plain(said.reference.usual_pain),
    "warns at": lambda said, _: _warns_at(said),
    "missing": lambda said, _: ", ".join(said.missing) or "nothing",
}


def differences(seen: Seen) -> dict[str, str]:
    """The cells in which the rule says something else, and what it says."""
    return {
        name: said
        for name, cell in seen.row.cells.items()
        if name in EXPECTED and (said := EXPECTED[name](seen.decision, cell)) != cell
    }


def told_differently(table: str, seen: Seen, found: dict[str, str]) -> str:
    """The table itself, a mark at the row that differs, and the cells that do."""
    marked = [
        f"{'→' if line == seen.row.line else ' '} {text}"
        for line, text in enumerate(lines_of(table))
    ]
    cells = [
        f"day {seen.number}, {name}: the table says {seen.row.cells[name]!r}, the rule {said!r}"
        for name, said in found.items()
    ]
    return "\n".join(["", *marked, "", *cells, f"day {seen.number} in full: {seen.decision}"])


# ---------------------------------------------------------------------------- living it


def compare(table: str, told: Iterable[Seen]) -> None:
    """Compare each moment with the table, and show the table at the first one that differs."""
    for seen in told:
        if found := differences(seen):
            raise ToldDifferently(told_differently(table, seen, found))


def live(rows: list[Row], course: Course) -> Iterator[Seen]:
    """Live the days one by one: ask in the morning, and twice, since asking changes nothing."""
    told: dict[str, str] = {}
    facts, day, did = None, 0, shapes.UNKNOWN
    for number, row in moments(rows):
        if facts is not None and number != day:
            course.evening(facts, did=did)
            told, did = {}, shapes.UNKNOWN
        told, day = told | row.cells, number
        facts = facts_of(number, told)
        decision = course.morning(facts)
        if course.morning(facts) != decision:
            raise ToldDifferently(f"day {number}: asked twice, the rule says two things")
        if "did" in row.cells:
            did = _of_the_rung(facts.did, decision)
        yield Seen(number, row, decision)


def _of_the_rung(did: int, decision: Decision) -> int:
    """What was done of the dose that was told at that moment, in percent of the rung."""
    if did == shapes.UNKNOWN or not decision.level or not decision.dose:
        return did
    return did * decision.dose // decision.level
