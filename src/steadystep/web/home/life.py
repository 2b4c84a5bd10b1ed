"""Twelve weeks of an invented person: one flare after a rise, one boom and bust, one illness.

What she says is the table below. What she was told is worked out by the rule itself, morning by
morning, so that the record is one that could have been.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core import acts
from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.decision import Action
from steadystep.core.events import Entry
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.fold import Fold, in_order
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.safety import Told
from steadystep.core.safety_questions import RED_FLAGS
from steadystep.core.today import Today, day_of, to_tell, today_of
from steadystep.explain import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.core.events import Event
    from steadystep.explain import Translations

PERSON = "me"

# One line a day, from the first to yesterday: pain, fatigue and sleep of 10, how much of the step
# was done, and what else was said. "-" is a day without a word.
#   done     y all of it, b a bit, n none, m three times as much, - nobody said
#   words    s stays where a step is offered (else she takes it), f a flare, ! far too much,
#            i ill (paused), r back again, t travel, p period, q poor night, x stress,
#            c medicine changed
DIARY = """
4 5 5 y | 5 5 4 y | 4 5 5 y | 5 6 6 y q | 4 5 5 y | 4 4 5 b | 5 5 5 y
4 5 4 y | 4 5 5 y | 4 5 5 y | 5 5 5 y | 4 4 4 y | 5 5 5 - | 4 5 5 y
4 5 5 y | 5 5 6 y x | 4 5 5 y | 4 4 4 y | 5 5 5 y p | 5 5 5 b | 4 5 4 y
4 5 5 y s | 4 5 5 y | 2 3 3 m ! | 7 7 6 n f | 7 8 6 n | 6 6 5 b | 5 5 5 y
5 5 5 y | 4 5 5 y | 4 4 4 y | 4 5 5 y | - | 4 5 5 y | 4 5 5 y
4 4 5 y | 4 5 4 y | 5 5 5 y | 4 5 5 y | 4 5 5 y t | 5 5 6 y t | 4 4 4 y
7 7 6 n f | 6 6 5 b | 5 5 5 y | 5 5 5 y | 4 5 5 y | 4 5 5 y | 4 5 5 y
5 5 5 y | 4 5 5 y | 5 5 5 n i | - | - | - | -
- | - | - | 5 5 6 n r | 5 5 5 y | 4 5 5 y | 4 4 5 y
4 5 5 y | 5 5 5 y c | 4 5 5 y | 4 4 4 y | 5 5 5 y p | 4 5 5 y | 4 5 5 y
4 4 4 y | 4 5 5 y | 4 5 5 y | 5 5 5 y | 3 3 4 y | 4 5 5 y | 4 5 5 y
4 4 4 y | 4 5 5 y | 4 5 5 y | 4 5 4 y | 5 5 5 y | 4 4 5 y | 4 5 5 y
"""

MARKS = {
    "i": on.Mark.ILLNESS,
    "t": on.Mark.TRAVEL,
    "p": on.Mark.PERIOD,
    "q": on.Mark.POOR_NIGHT,
    "x": on.Mark.STRESS,
    "c": on.Mark.MEDICATION_CHANGE,
}
PARTS = {"y": acts.Part.YES, "b": acts.Part.A_BIT, "n": acts.Part.NONE, "m": acts.Part.MORE}
# "Three times as much", as the boom of the fourth week.
BOOM_TIMES = 3
START = 40
BAD_DAY = 80
SURE = 8


class Line(NamedTuple):
    """One day of the diary."""

    answers: tuple[int, int, int] | None
    done: str
    words: tuple[str, ...]


def twelve_weeks(now: datetime, words: Translations, language: str) -> list[Entry]:
    """The whole record up to yesterday evening, as it was said and told.

    Args:
        now: The moment at the door; the plan began 84 days before its day.
        words: The catalogue in which she was told.
        language: What that language is called.
    """
    lines = list(diary())
    first = day_of(now) - timedelta(days=len(lines))
    log = _Log(now)
    for number, line in enumerate(lines):
        day = first + timedelta(days=number)
        if number == 0:
            log.say(day, 7, *_first_run())
        _live(log, day, line, words, language)
        log.close(day)
    return log.entries


def diary() -> Iterator[Line]:
    """Read the table."""
    for cell in DIARY.replace("\n", "|").split("|"):
        parts = cell.split()
        if not parts:
            continue
        if parts == ["-"]:
            yield Line(None, "-", ())
            continue
        pain, fatigue, sleep = (int(one) * 10 for one in parts[:3])
        yield Line((pain, fatigue, sleep), parts[3], tuple(parts[4:]))


class _Log:
    """What has been said so far, folded up to yesterday."""

    def __init__(self, now: datetime) -> None:
        self.zone = now.tzinfo
        self.entries: list[Entry] = []
        self.todays: list[Entry] = []
        self.fold = Fold()

    def at(self, day: date, hour: int) -> datetime:
        return datetime(day.year, day.month, day.day, hour, 10, tzinfo=self.zone)

    def say(self, day: date, hour: int, *events: Event) -> None:
        at = self.at(day, hour)
        for event in events:
            key = f"invented-{len(self.entries)}"
            entry = Entry(PERSON, at, at, event, key)
            self.entries.append(entry)
            self.todays.append(entry)

    def today(self, day: date, hour: int) -> Today:
        return today_of(self.todays, self.at(day, hour), fold=self.fold)

    def close(self, day: date) -> None:
        self.fold.evening(day, in_order(self.todays))
        self.todays = []


def _first_run() -> Sequence[Event]:
    """All safety questions answered no, a slow walk, and eight minutes on a bad day."""
    return (
        *(on.RedFlagsTold(asked, Told.NO) for asked in RED_FLAGS.values()),
        on.IllnessNamed(Told.NO),
        on.MalaiseGateTold(Told.NO),
        on.ClinicianFirstTold(()),
        on.ModifiersTold(()),
        on.MovementChosen(Movement.WALK, Unit.MINUTES, anchor="after_lunch"),
        on.BadDayTold(BAD_DAY),
        on.UsualTold(40, 50),
        on.PlanStarted(
            unit=Unit.MINUTES,
            start=START,
            usual_pain=40,
            usual_fatigue=50,
            movement=Movement.WALK,
            anchor="after_lunch",
        ),
    )


def _live(log: _Log, day: date, line: Line, words: Translations, language: str) -> None:
    """One day: the morning, what is offered, the step, the evening."""
    if "r" in line.words:
        log.say(day, 8, on.GateSet(Gate.OPEN), on.KeptMovingTold(kept=False))
    if line.answers is None:
        return
    _tell(log, day, 8, words, language)
    pain, fatigue, sleep = line.answers
    log.say(day, 8, on.CheckedIn(pain, fatigue, sleep))
    _tell(log, day, 8, words, language)
    _answer_morning(log, day, line)
    _tell(log, day, 9, words, language)
    dose = log.today(day, 9).dose
    if dose is not None and line.done in PARTS:
        more = dose * BOOM_TIMES if line.done == "m" else None
        log.say(day, 13, acts.did(dose, PARTS[line.done], more=more))
    _evening(log, day, line)
    _tell(log, day, 21, words, language)


def _answer_morning(log: _Log, day: date, line: Line) -> None:
    """A flare, a hard day, an offer taken or left."""
    asks = log.today(day, 8).asks
    if "f" in line.words:
        log.say(day, 8, on.FlareTold(FlareWord.A_FLARE))
    elif Ask.IS_IT_A_FLARE in asks:
        log.say(day, 8, on.FlareTold(FlareWord.A_HARD_DAY))
    decision = log.today(day, 9).decision
    if decision is not None and decision.action == Action.OFFER:
        reply = Reply.STAY if "s" in line.words else Reply.ACCEPT
        log.say(day, 9, on.ConfidenceTold(SURE), on.OfferAnswered(reply))


def _evening(log: _Log, day: date, line: Line) -> None:
    log.say(day, 20, *(on.Marked(MARKS[word]) for word in line.words if word in MARKS))
    if "!" in line.words:
        log.say(day, 20, on.DayTold(on.Busy.FAR_TOO_MUCH))
    if "i" in line.words:
        log.say(day, 20, on.GateSet(Gate.PAUSED))


def _tell(log: _Log, day: date, hour: int, words: Translations, language: str) -> None:
    """Write down what she is shown, where it changed."""
    today = log.today(day, hour)
    log.say(day, hour, *today.to_write)
    decision = log.today(day, hour).decision
    if decision is None:
        return
    given = to_tell(today, sentences(decision, words, today=day), language)
    if given is not None:
        log.say(day, hour, given)
