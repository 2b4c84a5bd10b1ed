"""Which column is what. What the person said comes first, and what was assumed is always told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from steadystep.core.observations import Symptom, Unit
from steadystep.importers.columns import (
    Column,
    Role,
    fold,
    is_called,
    mentions,
    named_columns,
    playing,
    scale_in,
    speaking_of_dates,
    speaking_of_pain,
)
from steadystep.importers.dates import looks_like_a_date
from steadystep.importers.reading import LEAVE_OUT, CannotRead, Scale, Sentence, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from steadystep.importers.reading import Choices

_MOST_NAMED: Final = 12
# Steps of a whole day are the surest load. A load without a name for its unit is the least sure.
_LOADS: Final = (
    (Role.STEPS, Unit.STEPS),
    (Role.ACTIVE_MINUTES, Unit.MINUTES),
    (Role.MINUTES, Unit.MINUTES),
    (Role.REPS, Unit.REPS),
    (Role.LOAD, None),
)


@dataclass(frozen=True, slots=True)
class Rated:
    """A column of answers, and how they become 0 (none) to 10 (worst)."""

    column: Column
    symptom: Symptom
    scale: Scale
    best_is_high: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns a diary is read from. Three columns of dates are year, month and day."""

    width: int
    dates: tuple[Column, ...]
    person: Column | None
    rated: tuple[Rated, ...]
    load: Column | None
    unit: Unit | None
    flare: Column | None
    assumed: tuple[Sentence, ...]


def lay_out(header: Sequence[str], choices: Choices) -> Layout:
    """Find the columns, or say which one to name."""
    if choices.unit and choices.unit not in tuple(Unit):
        raise CannotRead(_no_unit(choices.unit), flag="--unit")
    columns = named_columns(header)
    dates = _dates(columns)
    search = _Search(columns, dates, choices)
    person = search.person()
    rated = [rated for rated in (search.pain(), search.fatigue(), search.sleep()) if rated]
    load, unit = search.load()
    flare = search.flare()
    if not (rated or load or flare):
        raise CannotRead(_nothing_to_use(columns, search.said), flag="--pain")
    used = [*dates, *(rated.column for rated in rated), *filter(None, (person, load, flare))]
    return Layout(
        width=len(header),
        dates=dates,
        person=person,
        rated=tuple(rated),
        load=load,
        unit=unit,
        flare=flare,
        assumed=(
            *search.said,
            *_said_of_scales(rated, choices),
            *_said_of_others([column for column in columns if column not in used]),
        ),
    )


def _dates(columns: Sequence[Column]) -> tuple[Column, ...]:
    parts = [playing(role, columns) for role in (Role.YEAR, Role.MONTH, Role.DAY_OF_MONTH)]
    whole = playing(Role.DATE, columns)
    if all(parts) and all(is_called(column, Role.DAY_OF_MONTH) for column in whole):
        return tuple(part[0] for part in parts)
    if whole:
        _refuse_twins(whole, flag=None)
        return (whole[0],)
    alike = speaking_of_dates(columns)
    if len(alike) == 1:
        return (alike[0],)
    if alike:
        raise CannotRead(
            Sentence(
                "Several columns could hold the day: {columns}. Call the right one “date”.",
                {"columns": listed(alike)},
            )
        )
    if any(looks_like_a_date(column.name) for column in columns):
        raise CannotRead(
            Sentence(
                "The first line holds a date, not the names of the columns. "
                "Put a line such as date,pain,steps above it."
            )
        )
    raise CannotRead(
        Sentence(
            "No column holds the day. Call it “date”. The columns are: {columns}.",
            {"columns": listed(columns)},
        )
    )


class _Search:
    """The columns still free, and what has been said about those taken."""

    def __init__(
        self, columns: Sequence[Column], dates: Iterable[Column], choices: Choices
    ) -> None:
        self.said: list[Sentence] = []
        self._choices = choices
        self._elsewhere: list[Column] = []
        self._pain = _chosen(columns, choices.pain, "--pain")
        self._fatigue = _chosen(columns, choices.fatigue, "--fatigue")
        self._sleep = _chosen(columns, choices.sleep, "--sleep")
        self._load = _chosen(columns, choices.load, "--load")
        self._flare = _chosen(columns, choices.flare, "--flare")
        taken = (*dates, self._pain, self._fatigue, self._sleep, self._load, self._flare)
        self._free = [column for column in columns if column not in taken]

    def person(self) -> Column | None:
        people = playing(Role.PERSON, self._free)
        return people[0] if people else None

    def pain(self) -> Rated | None:
        if self._choices.pain == LEAVE_OUT:
            return None
        column = self._pain or self._likely_pain()
        if column is None:
            return None
        self._say(Sentence("Pain comes from “{column}”.", {"column": shown(column.name)}))
        return self._rated(column, Symptom.PAIN)

    def _likely_pain(self) -> Column | None:
        exact = playing(Role.PAIN, self._free)
        plain = [column for column in exact if column.folded == "pain"]
        worst = playing(Role.WORST_PAIN, self._free)
        for likely in (plain, exact, worst, speaking_of_pain(self._free)):
            if len(likely) == 1:
                return likely[0]
            if likely:
                raise CannotRead(
                    Sentence(
                        "Several columns are about pain: {columns}. Choose one with --pain.",
                        {"columns": listed(likely)},
                    ),
                    flag="--pain",
                )
        return None

    def fatigue(self) -> Rated | None:
        if self._choices.fatigue == LEAVE_OUT:
            return None
        column = (
            self._fatigue
            or self._first(Role.FATIGUE, "--fatigue")
            or self._first(Role.ENERGY, "--fatigue")
        )
        if column is None:
            return None
        values = {"column": shown(column.name)}
        if is_called(column, Role.ENERGY):
            self._say(
                Sentence(
                    "Fatigue comes from “{column}”, turned round: low energy is tired.", values
                )
            )
            return self._rated(column, Symptom.FATIGUE, best_is_high=True)
        self._say(Sentence("Fatigue comes from “{column}”.", values))
        return self._rated(column, Symptom.FATIGUE)

    def sleep(self) -> Rated | None:
        if self._choices.sleep == LEAVE_OUT:
            return None
        if self._sleep and is_called(self._sleep, Role.SLEEP_HOURS):
            raise CannotRead(_hours_of_sleep(self._sleep), flag="--sleep")
        column = (
            self._sleep
            or self._first(Role.SLEEP_QUALITY, "--sleep")
            or self._first(Role.SLEEP_TROUBLE, "--sleep")
            or self._first(Role.SLEEP, "--sleep")
        )
        if column is None:
            for hours in playing(Role.SLEEP_HOURS, self._free)[:1]:
                self._say(_hours_of_sleep(hours))
            return None
        values = {"column": shown(column.name)}
        if is_called(column, Role.SLEEP_TROUBLE):
            self._say(Sentence("Poor sleep comes from “{column}”.", values))
            return self._rated(column, Symptom.SLEEP)
        self._say(
            Sentence("Sleep comes from “{column}”, turned round: high is a good night.", values)
        )
        return self._rated(column, Symptom.SLEEP, best_is_high=True)

    def load(self) -> tuple[Column | None, Unit | None]:
        if self._choices.load == LEAVE_OUT:
            return None, None
        column, unit = (self._load, None) if self._load else self._likely_load()
        if column is None:
            return None, None
        unit = self._choices.unit or unit or _unit_in(column)
        if unit is None:
            raise CannotRead(
                Sentence(
                    "“{column}” does not tell what it counts. "
                    "Add --unit minutes, --unit reps or --unit steps.",
                    {"column": shown(column.name)},
                ),
                flag="--unit",
            )
        self._say(_said_of_load(column, unit))
        if self._elsewhere:
            self._say(
                Sentence(
                    "Movement is counted elsewhere too: {columns}. Choose with --load.",
                    {"columns": listed(self._elsewhere)},
                )
            )
        return column, unit

    def _likely_load(self) -> tuple[Column | None, Unit | None]:
        wanted = self._choices.unit
        loads = [
            (column, unit)
            for role, unit in _LOADS
            if (column := self._first(role, "--load")) is not None
        ]
        fitting = [(column, unit) for column, unit in loads if unit in (wanted or unit, None)]
        if loads and not fitting:
            raise CannotRead(
                Sentence(
                    "No column is called by the unit you named. Choose one with --load: {columns}.",
                    {"columns": listed([column for column, _ in loads])},
                ),
                flag="--load",
            )
        if not fitting:
            return None, None
        self._elsewhere = [column for column, _ in loads if column != fitting[0][0]]
        return fitting[0]

    def flare(self) -> Column | None:
        if self._choices.flare == LEAVE_OUT:
            return None
        column = self._flare or self._first(Role.FLARE, "--flare")
        if column:
            self._say(Sentence("Flares come from “{column}”.", {"column": shown(column.name)}))
        return column

    def _first(self, role: Role, flag: str) -> Column | None:
        columns = playing(role, self._free)
        _refuse_twins(columns, flag)
        return columns[0] if columns else None

    def _rated(self, column: Column, symptom: Symptom, *, best_is_high: bool = False) -> Rated:
        scale = self._choices.scale or scale_in(column.name) or Scale()
        return Rated(column, symptom, scale, best_is_high)

    def _say(self, sentence: Sentence) -> None:
        self.said.append(sentence)


def _chosen(columns: Sequence[Column], name: str | None, flag: str) -> Column | None:
    if name is None or name == LEAVE_OUT:
        return None
    named = [column for column in columns if column.name == name.strip()]
    named = named or [column for column in columns if column.folded == fold(name)]
    _refuse_twins(named, flag)
    if not named:
        raise CannotRead(
            Sentence(
                "There is no column “{name}” for {flag}. The columns are: {columns}.",
                {"name": shown(name), "flag": flag, "columns": listed(columns)},
            ),
            flag=flag,
        )
    return named[0]


def _refuse_twins(columns: Sequence[Column], flag: str | None) -> None:
    """Two columns of one name cannot be told apart by anyone."""
    if len({column.folded for column in columns[:2]}) < len(columns[:2]):
        raise CannotRead(
            Sentence(
                "Two columns are called “{name}”. Give one of them another name and read again.",
                {"name": shown(columns[0].name)},
            ),
            flag=flag,
        )


def _no_unit(unit: str) -> Sentence:
    return Sentence(
        "“{unit}” is no unit. Write --unit minutes, --unit reps or --unit steps.",
        {"unit": shown(unit)},
    )


def _unit_in(column: Column) -> Unit | None:
    return next((unit for role, unit in _LOADS if mentions(column, role)), None)


def _said_of_load(column: Column, unit: Unit) -> Sentence:
    values = {"column": shown(column.name)}
    match unit:
        case Unit.STEPS:
            return Sentence("Movement comes from “{column}”, counted in steps.", values)
        case Unit.MINUTES:
            return Sentence("Movement comes from “{column}”, counted in minutes.", values)
        case Unit.REPS:
            return Sentence("Movement comes from “{column}”, counted in repetitions.", values)
        case _:
            assert_never(unit)


def _said_of_scales(rated: Iterable[Rated], choices: Choices) -> Iterator[Sentence]:
    for scale in dict.fromkeys(rated.scale for rated in rated):
        if scale != Scale():
            yield Sentence(
                "Answers from {bottom} to {top} are stretched to 0-10.",
                {"bottom": scale.bottom, "top": scale.top},
            )
        elif choices.scale is None:
            yield Sentence("Answers are taken to run from 0 to 10. Name another with --scale.")


def _said_of_others(columns: Sequence[Column]) -> Iterator[Sentence]:
    if columns:
        yield Sentence("Not used: {columns}.", {"columns": listed(columns)})


def _hours_of_sleep(column: Column) -> Sentence:
    return Sentence(
        "“{column}” tells how long sleep was, not how good, so it is left out.",
        {"column": shown(column.name)},
    )


def _nothing_to_use(columns: Sequence[Column], said: Sequence[Sentence]) -> Sentence:
    if said:
        return Sentence(
            "{said} No other column could be used. Choose one with --pain, --fatigue or --load.",
            {"said": said[0]},
        )
    return Sentence(
        "Beside the day, no column could be used. Choose one with --pain, --fatigue or --load. "
        "The columns are: {columns}.",
        {"columns": listed(columns)},
    )


def listed(columns: Sequence[Column]) -> str:
    """Name the columns, and how many more there are."""
    names = ", ".join(shown(column.name) for column in columns[:_MOST_NAMED])
    more = len(columns) - _MOST_NAMED
    return f"{names}, … (+{more})" if more > 0 else names
