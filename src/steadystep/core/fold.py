"""A record folded, one closed day after the other; today is looked at and changes nothing.

What was done is measured against the dose that was told, and an accepted step is a fact even where
today's knowledge would not have offered it. What was brought from elsewhere is folded beside what
the person told here, and the more careful of the two is said (`brought`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar, assert_never

from steadystep.core import events as on
from steadystep.core.brought import (
    WORSE,
    is_heard,
    lately,
    more_careful,
    usual_from,
    with_brought,
)
from steadystep.core.course import Course
from steadystep.core.facts import NONE, DayFacts, FlareWord, Gate, Reply, Terms, UsualWord
from steadystep.core.ladder import MOVEMENT
from steadystep.core.policy import GUARDED, STEADY_SPACING_DAYS, Policy
from steadystep.core.reasons import Limit, RedFlagKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.core.brought import BroughtUsual, Diary
    from steadystep.core.course import Window
    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry, Event, PlanStarted

Kind = TypeVar("Kind")

DAY_TURNS = timedelta(hours=4)
SECONDS_AN_HOUR = 3_600
DAYS_A_WEEK = 7
# Hours are counted from where the calendar's days are, so that a day whose hour nobody told, and
# which is taken at noon, stands beside the others.
HOURS_BEFORE_1970 = date(1970, 1, 1).toordinal() * 24


class NoPlanError(Exception):
    """The record holds no plan: there is nothing to decide about."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stays in force from day to day until an event changes it."""

    gate: Gate = Gate.OPEN
    how_soon: RedFlagKind = RedFlagKind.CLINICIAN
    ceiling: int | None = None
    goal: int | None = None
    screen_due: bool = False
    pace: on.Pace = on.Pace.GENTLE


class _Morning(NamedTuple):
    """A morning about to be decided.

    Attributes:
        course: The record as the person told it.
        facts: The day as they told it so far.
        warned: The same record with what was brought; None where nothing was.
        heard: The day with what was brought of it.
    """

    course: Course
    facts: DayFacts
    warned: Course | None
    heard: DayFacts


def local_day(entry: Entry) -> date:
    """The person's day an event belongs to: until 04:00 it is still yesterday."""
    return (entry.at - DAY_TURNS).date()


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that count, as they happened; what was taken back is left out."""
    told = list(entries)
    gone = {one.event.key for one in told if isinstance(one.event, on.TakenBack)}
    counting = told if not gone else [one for one in told if not (one.key and one.key in gone)]
    return sorted(counting, key=lambda one: (one.at, one.recorded, one.key or repr(one.event)))


def by_day(ordered: Iterable[Entry]) -> dict[date, list[Entry]]:
    """The entries of each local day, in their order."""
    days: dict[date, list[Entry]] = {}
    for entry in ordered:
        days.setdefault(local_day(entry), []).append(entry)
    return days


def told(entries: Iterable[Entry], kind: type[Kind]) -> list[Kind]:
    """The events of one kind among these entries, in their order."""
    return [one.event for one in entries if isinstance(one.event, kind)]


def hour_of(entry: Entry) -> int:
    """The absolute hour at which something happened."""
    return hour_at(entry.at)


def hour_at(moment: datetime) -> int:
    """The absolute hour of a moment; windows count in these."""
    return HOURS_BEFORE_1970 + int(moment.timestamp()) // SECONDS_AN_HOUR


class Fold:
    """The fold of one person's record. Days are closed in order, each once.

    `morning` decides and changes nothing, however often it is asked. `evening` closes the day.
    """

    def __init__(self, policy: Policy = GUARDED, *, usual_known_until: date | None = None) -> None:
        """Begin before the first day.

        Args:
            policy: The numbers at the gentle pace.
            usual_known_until: The day of the record's last `ReferenceSet`. Until then usual is a
                fact, and is not worked out anew.
        """
        self.policy = policy
        self.usual_known_until = usual_known_until
        self.standing = Standing()
        self.plan: PlanStarted | None = None
        self.course: Course | None = None
        self.warned: Course | None = None
        self.diary: tuple[Diary, ...] = ()
        self.last_planned: date | None = None
        self.closed: date | None = None
        self.began_on: date | None = None
        self.flare_began: date | None = None
        self.last_flare: tuple[date, date] | None = None
        self.usual_written_on: date | None = None

    def standing_before(self, entries: Iterable[Entry]) -> None:
        """Take in what was said before the first plan."""
        before = list(entries)
        self.standing = _standing(self.standing, before)
        self.diary = _diary(before)

    def morning(self, day: date, todays: Sequence[Entry]) -> Decision:
        """Decide for a day from its events and all the days closed before it.

        Raises:
            NoPlanError: No plan has begun by then.
        """
        _, decision = _decide(self._ready(day, todays))
        return decision

    def evening(self, day: date, todays: Sequence[Entry]) -> Decision:
        """Close a day; return what the rule said for it.

        Raises:
            NoPlanError: No plan has begun by then.
        """
        morning = self._ready(day, todays)
        alone, decision = _decide(morning)
        course, facts, warned, heard = morning
        usual_is_known = self.usual_known_until is not None and day < self.usual_known_until
        done = _done(todays)
        did = _percent(todays, alone, is_alone=True)
        course.evening(facts, did=did, done=done, look=not usual_is_known)
        if warned is not None:
            warned.evening(heard, did=_percent(todays, decision), done=done, look=False)
            warned.keep_to(course)
        self.standing = _standing(self.standing, todays)
        self.plan = _plan(todays) or self.plan
        self.course, self.warned = course, warned
        self.diary = lately((*self.diary, *_diary(todays)), day)
        if facts.planned:
            self.last_planned = day
        if any(isinstance(one.event, on.ReferenceSet) for one in todays):
            self.usual_written_on = day
        if _plan(todays):
            self.began_on = day
        self._see_flare(day, warned or course)
        self.closed = day
        return decision

    # What a door asks about, besides the decision --------------------------------------------

    def has_plan(self, todays: Sequence[Entry]) -> bool:
        """Is there a plan by today?"""
        return self.course is not None or _plan(todays) is not None

    def plan_on(self, todays: Sequence[Entry]) -> PlanStarted | None:
        """The plan in force today."""
        return _plan(todays) or self.plan

    def standing_on(self, todays: Sequence[Entry]) -> Standing:
        """What is in force today."""
        return _standing(self.standing, todays)

    def window(self, day: date, todays: Sequence[Entry], now: datetime) -> Window | None:
        """The window as it stands at this moment, with what was done today."""
        morning = self._ready(day, todays)
        alone, decision = _decide(morning)
        course, facts, is_alone = morning.course, morning.facts, decision is alone
        if morning.warned is not None and not is_alone:
            course, facts = morning.warned, morning.heard
        did = _percent(todays, decision, is_alone=is_alone)
        return course.window(hour_at(now), facts._replace(did=did))

    def dose_alone(self, day: date, todays: Sequence[Entry]) -> int | None:
        """The dose that the record alone tells, where what was brought makes it another one."""
        alone, decision = _decide(self._ready(day, todays))
        return None if alone.dose == decision.dose else alone.dose

    def silent_days(self) -> int:
        """Days without any answer up to the last closed one, seven at the most."""
        if self.course is None or self.closed is None or self.began_on is None:
            return 0
        seen = self.course.state.body.seen
        silent = (seen & -seen).bit_length() - 1 if seen else DAYS_A_WEEK
        return min(silent, (self.closed - self.began_on).days + 1)

    def usual_to_write(self, todays: Sequence[Entry]) -> tuple[on.ReferenceSet, ...]:
        """Usual as it was set at a look that the record does not hold yet."""
        if self.course is None or self.course.looked_on is None:
            return ()
        if any(isinstance(one.event, on.ReferenceSet) for one in todays):
            return ()
        written = self.usual_written_on
        if written is not None and written > self.course.looked_on:
            return ()
        return self.course.usual_as_set()

    def _see_flare(self, day: date, course: Course) -> None:
        """Remember when the last flare began, and when it was calm again."""
        if course.state.body.flaring:
            self.flare_began = self.flare_began or day
        elif self.flare_began is not None:
            self.last_flare, self.flare_began = (self.flare_began, day), None

    def _ready(self, day: date, todays: Sequence[Entry]) -> _Morning:
        """The courses as they stand this morning, and the day as far as it is told."""
        standing = _standing(self.standing, todays)
        course = self._course(todays)
        usual: BroughtUsual = ()
        if self.diary and (self.course is None or is_heard(todays)):
            usual = usual_from(self.diary, day, self.policy.hearing())
        warned = self._warned(todays, course, usual)
        for one in (course, warned):
            if one is not None:
                _know_today(one, todays, _at_pace(self.policy, standing.pace))
        facts = _facts(day, todays, standing)
        if not _is_planned(day, todays, self.last_planned, course.terms.per_week):
            facts = facts._replace(planned=False)
        return _Morning(course, facts, warned, with_brought(facts, todays, usual))

    def _warned(
        self, todays: Sequence[Entry], course: Course, usual: BroughtUsual
    ) -> Course | None:
        """The course that hears what was brought too; it begins where the first of it lies."""
        plan, before = self.plan_on(todays), self.warned
        if before is not None and _plan(todays) is None:
            return before
        fills = self.course is None and usual
        if plan is None or not (before or fills or is_heard(todays)):
            return None
        warned = begin_course(plan, self.policy)
        if before is None:
            warned.recall(course.memory())
            warned.fill_usual(usual)
        else:
            warned.carry_on(before)
        return warned

    def _course(self, todays: Sequence[Entry]) -> Course:
        """The course in force; a plan begun today has one of its own that knows the body."""
        begun = _plan(todays)
        if begun is None:
            if self.course is None:
                raise NoPlanError("this record holds no plan yet")
            return self.course
        course = begin_course(begun, self.policy)
        if self.course is not None:
            course.carry_on(self.course)
        return course


def _decide(morning: _Morning) -> tuple[Decision, Decision]:
    """What the record says as the person told it, and what is said."""
    alone = morning.course.morning(morning.facts)
    if morning.warned is None:
        return alone, alone
    return alone, more_careful(alone, morning.warned.morning(morning.heard))


def _know_today(course: Course, todays: Iterable[Entry], policy: Policy) -> None:
    """Go by the pace in force, and by usual as the record says it was set today."""
    course.follow(policy)
    for entry in todays:
        if isinstance(entry.event, on.ReferenceSet):
            course.usual_was_set(entry.event)


def _diary(entries: Iterable[Entry]) -> tuple[Diary, ...]:
    """What other diaries hold, day by day, of these entries."""
    return tuple(
        (local_day(one), one.event) for one in entries if isinstance(one.event, on.DiaryBrought)
    )


def begin_course(plan: PlanStarted, policy: Policy) -> Course:
    """A course on a plan's own terms, knowing usual as it was told."""
    terms = Terms(
        unit=plan.unit,
        ladder=MOVEMENT[plan.unit],
        per_week=plan.per_week,
        new_movement=plan.new_movement,
        resistance=plan.resistance,
        ignore_heart=plan.ignore_heart,
    )
    course = Course(terms, policy, start=plan.start)
    course.told_usual(pain=plan.usual_pain, fatigue=plan.usual_fatigue)
    return course


def _plan(todays: Iterable[Entry]) -> PlanStarted | None:
    """The last plan begun that day."""
    begun = told(todays, on.PlanStarted)
    return begun[-1] if begun else None


def _at_pace(policy: Policy, pace: on.Pace) -> Policy:
    if pace == on.Pace.GENTLE:
        return policy
    return replace(policy, spacing_days=STEADY_SPACING_DAYS)


def _standing(standing: Standing, todays: Iterable[Entry]) -> Standing:
    """What is in force after today's events."""
    for entry in todays:
        standing = _after(standing, entry.event)
    return standing


def _after(standing: Standing, event: Event) -> Standing:
    match event:
        case on.GateSet():
            return replace(standing, gate=event.gate, how_soon=event.how_soon)
        case on.LimitSet(limit=Limit.GOAL):
            return replace(standing, goal=event.dose)
        case on.LimitSet():
            return replace(standing, ceiling=event.dose)
        case on.ScreenAsked():
            return replace(standing, screen_due=event.due)
        case on.PaceChosen():
            return replace(standing, pace=event.pace)
        case _:
            return standing


def _facts(day: date, todays: Sequence[Entry], standing: Standing) -> DayFacts:
    facts = DayFacts(
        day=day,
        gate=standing.gate,
        how_soon=standing.how_soon,
        ceiling=standing.ceiling,
        goal=standing.goal,
        screen_due=standing.screen_due,
    )
    offered = _offered(todays)
    for entry in todays:
        facts = _told(facts, entry, offered)
    return facts


def _is_planned(day: date, todays: Sequence[Entry], last: date | None, per_week: int) -> bool:
    """Was a session planned? One was told, or the plan's own rhythm is due one.

    Days between two sessions of a plan of three a week are no days without movement.
    """
    if last is None or any(isinstance(one.event, on.SessionTold) for one in todays):
        return True
    return (day - last).days * per_week >= DAYS_A_WEEK


def _offered(todays: Sequence[Entry]) -> int | None:
    """What was offered to the person that day, as it was told."""
    given = told(todays, on.DecisionGiven)
    return next((one.offered for one in reversed(given) if one.offered is not None), None)


def _told(facts: DayFacts, entry: Entry, offered: int | None) -> DayFacts:  # noqa: C901, PLR0912 - one case an event
    """The day with one more event taken in."""
    event, hour = entry.event, hour_of(entry)
    match event:
        case on.CheckedIn(pain=None, fatigue=None):
            # A night told by itself is no answer of the body: it moves no window on.
            return facts._replace(sleep=_worst(facts.sleep, event.sleep))
        case on.CheckedIn():
            return facts._replace(
                pain=_worst(facts.pain, event.pain),
                fatigue=_worst(facts.fatigue, event.fatigue),
                sleep=_worst(facts.sleep, event.sleep),
                answered_at=hour,
            )
        case on.FogAnswered():
            worst = max(event.than_usual, facts.than_usual or event.than_usual)
            return facts._replace(than_usual=worst, answered_at=hour)
        case on.FlareTold():
            return facts._replace(flare=event.word, answered_at=hour)
        case on.SilentDaysTold(word=FlareWord.A_FLARE):
            return facts._replace(flare=FlareWord.A_FLARE)
        case on.SilentDaysTold(word=FlareWord.A_HARD_DAY):
            # Clearly worse, as it is remembered: the same as fog mode's "worse".
            return facts._replace(than_usual=max(WORSE, facts.than_usual or WORSE))
        case on.SilentDaysTold():
            return facts
        case on.SessionTold():
            return facts._replace(did_at=hour)
        case on.FarTooMuchTold() | on.DayTold(busy=on.Busy.FAR_TOO_MUCH):
            # What was far too much is over by now; where no session was told, its hour is this one.
            did_at = hour if facts.did_at is None else facts.did_at
            return facts._replace(far_too_much=True, did_at=did_at)
        case on.OfferAnswered(reply=Reply.ACCEPT) if offered is not None:
            # Accepted as it was told: a fact, whatever is known today.
            return facts._replace(chosen=offered)
        case on.OfferAnswered():
            return facts._replace(reply=event.reply)
        case on.DoseChosen():
            return facts._replace(chosen=event.dose)
        case on.MoreBegun():
            return facts._replace(more=True)
        case on.KeptMovingTold():
            return facts._replace(kept_moving=event.kept)
        case on.ConfidenceTold():
            return facts._replace(confidence=event.of_ten)
        case on.UsualAnswered():
            word = UsualWord.TAKE if event.take else UsualWord.KEEP
            return facts._replace(usual_word=word)
        case (
            on.PlanStarted()
            | on.LimitSet()
            | on.GateSet()
            | on.ScreenAsked()
            | on.DecisionGiven()
            | on.MovementChosen()
            | on.BadDayTold()
            | on.UsualTold()
            | on.PageSeen()
            | on.PaceChosen()
            | on.PreferenceSet()
            | on.EffortTold()
            | on.AfterTold()
            | on.EasierToday()
            | on.DayTold()
            | on.Marked()
            | on.NoteWritten()
            | on.ReferenceSet()
            | on.RedFlagsTold()
            | on.AllClearTold()
            | on.IllnessNamed()
            | on.MalaiseGateTold()
            | on.MalaiseScreenTold()
            | on.ClinicianFirstTold()
            | on.ModifiersTold()
            | on.ClinicianWordNoted()
            | on.LongFlareTold()
            | on.ChapterLeft()
            | on.ChapterRead()
            | on.DayMeasured()
            | on.DiaryBrought()
            | on.SessionSeen()
            | on.DataSeen()
            | on.SourcePreferred()
            | on.AskSkipped()
            | on.TakenBack()
        ):
            return facts
        case _:
            assert_never(event)


def _worst(so_far: int, more: int | None) -> int:
    return so_far if more is None else max(so_far, more)


def _done(todays: Iterable[Entry]) -> int | None:
    """All that was done that day, tenths of a unit; None where nobody said."""
    sessions = told(todays, on.SessionTold)
    return sum(one.done for one in sessions) if sessions else None


def _percent(todays: Sequence[Entry], decision: Decision, *, is_alone: bool = False) -> int:
    """What was done, in percent of the dose told before it; of the replayed one where none was.

    The record alone knows nothing of a dose that what was brought made smaller: all of that is a
    part of its own.
    """
    dose, percent, known = decision.dose, 0, False
    offered = _offered(todays)
    for entry in todays:
        match entry.event:
            case on.DecisionGiven(alone=given) if given and is_alone:
                dose = given
            case on.DecisionGiven(dose=given) if given:
                dose = given
            case on.OfferAnswered(reply=Reply.ACCEPT) if offered is not None:
                dose = offered
            case on.DoseChosen(dose=chosen):
                dose = chosen
            case on.SessionTold(done=done) if dose:
                percent, known = percent + done * 100 // dose, True
    return percent if known else NONE
