"""Lives that lead to each state of Today. Each sets the log and the clock of a home."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.events import Entry
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import RedFlagQuestion, Told
from steadystep.web.record.door import ME
from tests.web.house import A_MORNING

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.core.events import Event
    from tests.web.house import Home

A_FLARE, ACCEPT, STAY = FlareWord.A_FLARE, Reply.ACCEPT, Reply.STAY

DAY_ONE = A_MORNING.replace(hour=7, minute=0)
# Seven days and one: the first on which a step may be offered, where the movement is known.
OFFER_DAY = 15


def at(day: int, hour: float) -> datetime:
    """An hour of a numbered day; day 1 is the first."""
    return DAY_ONE + timedelta(days=day - 1, hours=hour - 7)


def say(home: Home, day: int, hour: float, *events: Event) -> None:
    """Something was said at that hour, and written down then."""
    write(home, *((at(day, hour), event) for event in events))


def write(home: Home, *said: tuple[datetime, Event]) -> None:
    """Write what was said at its hour."""
    home.log.append(Entry(ME, when, when, event) for when, event in said)


def begin(home: Home, **plan: Any) -> None:  # noqa: ANN401 - the fields of the event
    """No red flags; a walk of five minutes after lunch, begun on the first day."""
    about: dict[str, Any] = {
        "unit": Unit.MINUTES,
        "start": 50,
        "new_movement": False,
        "usual_pain": 40,
        "usual_fatigue": 50,
        "movement": Movement.WALK,
        "anchor": "after_lunch",
    } | plan
    safe = (
        on.RedFlagsTold(tuple(RedFlagQuestion), Told.NO),
        on.IllnessNamed(Told.NO),
        on.MalaiseGateTold(Told.NO),
        on.ClinicianFirstTold(()),
        on.ModifiersTold(()),
    )
    say(home, 1, 7, *safe, on.PlanStarted(**about))


def ordinary(home: Home, *days: int, done: int | None = 50) -> None:
    """Days at usual: answered at eight, the step done at ten."""
    answers = [(at(day, 8), on.CheckedIn(pain=40, fatigue=50, sleep=30)) for day in days]
    steps = [(at(day, 10), on.SessionTold(done)) for day in days if done is not None]
    write(home, *answers, *steps)


def now_is(home: Home, day: int, hour: float) -> None:
    """Set the clock."""
    home.wall.time = at(day, hour)


def morning(home: Home, day: int = 4, **plan: Any) -> None:  # noqa: ANN401 - the fields of the event
    """An ordinary morning: the check-in is asked."""
    begin(home, **plan)
    ordinary(home, *range(1, day), done=plan.get("start", 50))
    now_is(home, day, 8.5)


def answered(home: Home, day: int = 4, **plan: Any) -> None:  # noqa: ANN401 - the fields of the event
    """The same, checked in: nothing is asked."""
    morning(home, day, **plan)
    say(home, day, 8, on.CheckedIn(pain=40, fatigue=50, sleep=30))


def first_morning(home: Home) -> None:
    begin(home)
    now_is(home, 1, 8)


def weeks(home: Home, days: int = OFFER_DAY, **plan: Any) -> None:  # noqa: ANN401 - the same
    """Two steady weeks, the page that closes the first one read."""
    begin(home, **plan)
    ordinary(home, *range(1, days), done=plan.get("start", 50))
    say(home, 8, 9, on.PageSeen("week_one"))
    now_is(home, days, 8.5)


def offer(home: Home, confidence: int | None = None) -> None:
    """A step is offered."""
    weeks(home)
    say(home, OFFER_DAY, 8, on.CheckedIn(pain=40, fatigue=50, sleep=30))
    if confidence is not None:
        say(home, OFFER_DAY, 8.25, on.ConfidenceTold(confidence))


def kept_moving(home: Home) -> None:
    begin(home)
    ordinary(home, *range(1, 9))
    now_is(home, 14, 8)


def yesterday_unknown(home: Home) -> None:
    begin(home)
    ordinary(home, 1, 2)
    ordinary(home, 3, done=None)
    now_is(home, 4, 8)


def watch(home: Home) -> None:
    """A watch saw most of yesterday's step, and nothing was told of it."""
    yesterday_unknown(home)
    say(home, 3, 12, on.SessionSeen(60, Unit.MINUTES, "Apple Watch"))


def watch_today(home: Home) -> None:
    """The same of today."""
    answered(home)
    say(home, 4, 8.4, on.SessionSeen(45, Unit.MINUTES, "Apple Watch"))


def stale(home: Home) -> None:
    """The watch's data came each day, and stopped on the first day."""
    answered(home)
    say(home, 2, 9, on.DataSeen("Apple Watch", at(1, 9).date(), 28))


def silent(home: Home) -> None:
    begin(home)
    ordinary(home, 1, 2, 3)
    say(home, 5, 10, on.SessionTold(50))
    now_is(home, 6, 8)


def fog(home: Home) -> None:
    morning(home)
    say(home, 4, 8, on.PreferenceSet("fog", "on"))


def fog_of_yesterday(home: Home) -> None:
    morning(home)
    say(home, 3, 8, on.PreferenceSet("fog", "on"))


def is_it_a_flare(home: Home, **plan: Any) -> None:  # noqa: ANN401 - the fields of the event
    begin(home, **plan)
    ordinary(home, *range(1, 8))
    say(home, 8, 8, on.CheckedIn(pain=90, fatigue=50, sleep=60))
    now_is(home, 8, 8.5)


def sore(home: Home) -> None:
    is_it_a_flare(home, unit=Unit.REPS, start=50, resistance=True, movement=Movement.RESISTANCE)


def long_flare(home: Home) -> None:
    begin(home)
    ordinary(home, *range(1, 8))
    say(home, 8, 8, on.FlareTold(FlareWord.A_FLARE))
    for day in (9, 10, 11):
        say(home, day, 8, on.CheckedIn(pain=90, fatigue=50, sleep=50))
    ordinary(home, 12, 13, done=30)
    say(home, 13, 9, on.PageSeen("week_one"))
    now_is(home, 13, 12)


def usual_moved(home: Home) -> None:
    """Usual pain was set at 4 after two weeks; the four weeks since lie a point higher."""
    begin(home)
    pain = [(30, 40, 50)[day % 3] for day in range(14)] + [50] * 29
    write(
        home,
        *((at(day, 8), on.CheckedIn(one, 50, 30)) for day, one in enumerate(pain, start=1)),
        *((at(day, 10), on.SessionTold(50)) for day in range(1, 43)),
        (at(8, 9), on.PageSeen("week_one")),
    )
    # She opened the page on the day on which usual was set.
    home.log.tell(at(15, 9), lambda _: (), language="en")
    now_is(home, 43, 8.5)


def screen_due(home: Home) -> None:
    weeks(home)
    say(home, 2, 9, on.MalaiseGateTold(Told.YES), on.ScreenAsked(due=True))
    say(home, OFFER_DAY, 8, on.CheckedIn(pain=40, fatigue=50, sleep=30))


def done(home: Home) -> None:
    """Done a moment ago: how hard was it?"""
    answered(home)
    say(home, 4, 8.4, on.SessionTold(50))


def after(home: Home) -> None:
    done(home)
    say(home, 4, 8.45, on.EffortTold(2))
    now_is(home, 4, 9)


def not_today(home: Home) -> None:
    answered(home)
    say(home, 4, 8.4, on.SessionTold(0))


def week(home: Home) -> None:
    answered(home, 8)
    say(home, 8, 8.25, on.OfferAnswered(Reply.STAY))


def evening(home: Home) -> None:
    answered(home)
    now_is(home, 4, 20)


def flare(home: Home) -> None:
    answered(home)
    say(home, 4, 8.4, on.FlareTold(FlareWord.A_FLARE))


def easier(home: Home) -> None:
    answered(home)
    say(home, 4, 8.4, on.EasierToday(30))


def changed(home: Home) -> None:
    done(home)
    key = next(one.key for one in reversed(home.entries()))
    now_is(home, 4, 8.5)
    say(home, 4, 8.45, on.TakenBack(key))


def red_flag(home: Home) -> None:
    answered(home)
    say(home, 4, 8.4, on.GateSet(Gate.RED_FLAG, RedFlagKind.URGENT))


def clinician_first(home: Home) -> None:
    answered(home)
    say(home, 4, 8.4, on.GateSet(Gate.CLINICIAN_FIRST))


def paused(home: Home) -> None:
    answered(home)
    say(home, 4, 8.4, on.GateSet(Gate.PAUSED))


def pacing_only(home: Home) -> None:
    morning(home)
    say(home, 4, 8.4, on.GateSet(Gate.PACING_ONLY))


def window(home: Home) -> None:
    """A bigger step was done yesterday: the body is listened to."""
    begin(home, new_movement=True)
    ordinary(home, *range(1, 9))
    say(home, 9, 8, on.CheckedIn(pain=40, fatigue=50, sleep=30), on.DoseChosen(60))
    say(home, 9, 9, on.PageSeen("week_one"))
    say(home, 9, 10, on.SessionTold(60))
    now_is(home, 10, 11)


def long_names(home: Home) -> None:
    """The longest that a card can hold: a name of one's own, and steps in thousands."""
    begin(
        home,
        movement=Movement.OWN,
        unit=Unit.STEPS,
        start=20_000,
        name="Up and down the garden path, slowly",
        anchor="in_the_afternoon",
    )
    ordinary(home, 1, 2, done=20_000)
    ordinary(home, 3, done=None)
    now_is(home, 4, 8)


def blind(home: Home) -> None:
    """Usual pain is so high that a number could not show a flare."""
    morning(home, usual_pain=90)


STATES: dict[str, tuple[Callable[[Home], None], Ask]] = {
    "first_morning": (first_morning, Ask.CHECK_IN),
    "morning": (morning, Ask.CHECK_IN),
    "answered": (answered, Ask.NOTHING),
    "offer": (offer, Ask.CONFIDENCE),
    "offer_sure": (lambda home: offer(home, 8), Ask.OFFER),
    "kept_moving": (kept_moving, Ask.KEPT_MOVING),
    "yesterday": (yesterday_unknown, Ask.YESTERDAY),
    "watch": (watch, Ask.WATCH_SESSION),
    "watch_today": (watch_today, Ask.WATCH_SESSION),
    "stale": (stale, Ask.NOTHING),
    "silent": (silent, Ask.SILENT_DAYS),
    "fog": (fog, Ask.CHECK_IN),
    "fog_of_yesterday": (fog_of_yesterday, Ask.CHECK_IN),
    "is_it_a_flare": (is_it_a_flare, Ask.IS_IT_A_FLARE),
    "sore": (sore, Ask.IS_IT_A_FLARE),
    "long_flare": (long_flare, Ask.LONG_FLARE),
    "usual_moved": (usual_moved, Ask.USUAL),
    "screen_due": (screen_due, Ask.SCREEN),
    "done": (done, Ask.EFFORT),
    "after": (after, Ask.AFTER),
    "not_today": (not_today, Ask.NOTHING),
    "week": (week, Ask.WEEK),
    "evening": (evening, Ask.EVENING),
    "flare": (flare, Ask.NOTHING),
    "easier": (easier, Ask.NOTHING),
    "changed": (changed, Ask.NOTHING),
    "red_flag": (red_flag, Ask.ALL_CLEAR),
    "clinician_first": (clinician_first, Ask.NOTHING),
    "paused": (paused, Ask.NOTHING),
    "pacing_only": (pacing_only, Ask.CHECK_IN),
    "window": (window, Ask.CHECK_IN),
    "long_names": (long_names, Ask.YESTERDAY),
    "blind": (blind, Ask.CHECK_IN),
}
