"""What was told about safety, gathered: may there be a plan, and what is to be written so.

The answers are the only source. A door hands in what was said and writes what comes back; it works
out no gate of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.events import Entry
from steadystep.core.facts import Gate
from steadystep.core.fold import DAY_TURNS, in_order, local_day, told
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import (
    Care,
    LongFlare,
    Screening,
    Told,
    Verdict,
    ask_again_on,
    care_for,
    is_pacing_only,
    may_there_be_a_plan,
    suspects_malaise,
)
from steadystep.core.safety_questions import SafetyQuestion, question_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.core.events import Event
    from steadystep.core.safety import ClinicianFirst

# A choice: a slip of the finger is noticed at once. Later, a red flag waits for the all-clear.
SLIP_MINUTES = 10
# As long as any word can be undone (journey §1).
CORRECTED_WITHIN_HOURS = 24

SAFETY = (
    on.RedFlagsTold,
    on.AllClearTold,
    on.IllnessNamed,
    on.MalaiseGateTold,
    on.MalaiseScreenTold,
    on.ClinicianFirstTold,
    on.ModifiersTold,
    on.ClinicianWordNoted,
    on.LongFlareTold,
)
OPEN = on.GateSet(Gate.OPEN)


def screening_of(entries: Iterable[Entry]) -> Screening:
    """All that stands of what the person said about safety, in whatever order it arrived.

    A "no" never takes the place of a red flag; an all-clear turns all that were raised before it
    into "no". A question that nobody asked is not among the red flags.
    """
    ordered = _kept(entries, SAFETY)
    heard = Screening(red_flags={})
    for entry in ordered:
        heard = _after(heard, entry)
    illness = told(ordered, on.IllnessNamed)[-1:]
    if heard.malaise_gate == Told.NO and any(map(_is_unsure, illness)):
        heard = replace(heard, malaise_gate=Told.NOT_SURE)
    return replace(heard, pattern=_is_patterned(ordered))


def answers_of(entries: Iterable[Entry]) -> dict[SafetyQuestion, Event]:
    """The last answer to each of the eight questions."""
    answered = [(question_of(one.event), one.event) for one in _kept(entries, SAFETY)]
    return {question: event for question, event in answered if question is not None}


def verdict_of(entries: Iterable[Entry], today: date) -> Verdict:
    """What the answers up to today allow."""
    known = (one for one in entries if local_day(one) <= today)
    return may_there_be_a_plan(screening_of(known))


def care_of(entries: Iterable[Entry]) -> Care:
    """What to take care of, by the last answer."""
    said = told(_kept(entries, (on.ModifiersTold,)), on.ModifiersTold)
    return care_for(said[-1].kinds if said else ())


def is_screen_asked(entries: Iterable[Entry], today: date) -> bool:
    """Is the malaise screen asked today? Where the person was not sure, again after two weeks."""
    known = [one for one in entries if local_day(one) <= today]
    verdict = verdict_of(known, today)
    if verdict.gate != Gate.OPEN or not verdict.screen_due:
        return False
    said = _kept(known, (on.IllnessNamed, on.MalaiseGateTold))[-1:]
    unsure = [local_day(one) for one in said if _is_unsure(one.event)]
    return not unsure or today == unsure[0] or today >= ask_again_on(unsure[0])


# What a door writes ---------------------------------------------------------------------------


def answer_events(entries: Iterable[Entry], event: Event, at: datetime) -> list[Event]:
    """What to write when something about safety is told: the word, and the gate that follows.

    Where it corrects an answer of a moment ago, that one is taken back.

    Args:
        entries: What was written so far.
        event: What is being told.
        at: When.
    """
    known = list(entries)
    slips = [on.TakenBack(one.key) for one in _slips(known, event, at)]
    events: list[Event] = [*slips, event]
    return [*events, *gate_events(with_more(known, events, at), (at - DAY_TURNS).date())]


def gate_events(entries: Iterable[Entry], today: date) -> list[Event]:
    """What to write so that the gate in force follows the verdict; nothing where it does already.

    A pause is the person's own: it stays until they resume. A red flag is before it.
    """
    known = [one for one in entries if local_day(one) <= today]
    verdict, standing = verdict_of(known, today), _standing(known)
    gate = Gate.PAUSED if standing.paused and verdict.gate != Gate.RED_FLAG else verdict.gate
    events: list[Event] = []
    if standing.gate != _gate(gate, verdict):
        events.append(_gate(gate, verdict))
    if verdict.gate == Gate.OPEN and standing.screen_due != verdict.screen_due:
        events.append(on.ScreenAsked(verdict.screen_due))
    return events


def pause_events(entries: Iterable[Entry], today: date) -> list[Event]:
    """What to write when the person pauses. Under a red flag there is nothing to pause."""
    known = list(entries)
    if _standing(known).paused or verdict_of(known, today).gate == Gate.RED_FLAG:
        return []
    return [on.GateSet(Gate.PAUSED)]


def resume_events(entries: Iterable[Entry], today: date) -> list[Event]:
    """What to write when the person resumes: the gate that their answers allow by now."""
    known = list(entries)
    verdict = verdict_of(known, today)
    if not _standing(known).paused or verdict.gate == Gate.RED_FLAG:
        return gate_events(known, today)
    # Nothing but the screen is left to follow: for the gate the pause still holds.
    return [_gate(verdict.gate, verdict), *gate_events(known, today)]


def with_more(entries: Iterable[Entry], events: Iterable[Event], at: datetime) -> list[Entry]:
    """The entries as they will be once these events are written."""
    known = list(entries)
    person = known[0].person if known else ""
    return [*known, *(Entry(person, at, at, one) for one in events)]


# One word after the other ---------------------------------------------------------------------


def _kept(entries: Iterable[Entry], kinds: tuple[type, ...]) -> list[Entry]:
    """The entries of these kinds that count, as they happened."""
    kept = (one for one in entries if isinstance(one.event, (*kinds, on.TakenBack)))
    return [one for one in in_order(kept) if not isinstance(one.event, on.TakenBack)]


def _after(heard: Screening, entry: Entry) -> Screening:
    """What stands after one more word."""
    event = entry.event
    match event:
        case on.RedFlagsTold():
            return _flagged(heard, event)
        case on.AllClearTold():
            return replace(heard, red_flags=dict.fromkeys(heard.red_flags, Told.NO))
        case on.IllnessNamed(told=Told.YES) if not heard.illness_named:
            # A word from before nobody knew of it says nothing about it.
            return replace(heard, illness_named=True, word_on_malaise=None)
        case on.IllnessNamed(told=Told.NOT_SURE):
            return _asking_anew(heard)
        case on.MalaiseGateTold(told=Told.NO):
            return replace(heard, malaise_gate=Told.NO)
        case on.MalaiseGateTold():
            return _asking_anew(replace(heard, malaise_gate=event.told))
        case on.MalaiseScreenTold():
            return _screened(heard, event, local_day(entry))
        case on.ClinicianFirstTold():
            return _clinician_first(heard, event.kinds)
        case on.ClinicianWordNoted() if event.on <= local_day(entry):
            return _worded(heard, event)
        case _:
            return heard


def _flagged(heard: Screening, event: on.RedFlagsTold) -> Screening:
    raised = {one for one, was in heard.red_flags.items() if was != Told.NO}
    more = {one: event.told for one in event.asked if event.told != Told.NO or one not in raised}
    return replace(heard, red_flags={**heard.red_flags, **more})


def _asking_anew(heard: Screening) -> Screening:
    """A new yes or not sure asks for the screen again, unless pacing stands already."""
    if is_pacing_only(heard):
        return heard
    return replace(heard, screen=None, negative_screens=())


def _screened(heard: Screening, event: on.MalaiseScreenTold, day: date) -> Screening:
    """A positive screen outlasts negative ones until they open the way out."""
    screen = event.screen
    if screen.positive:
        return replace(heard, screen=screen, negative_screens=(), word_on_malaise=None)
    if heard.screen is not None and heard.screen.positive and is_pacing_only(heard):
        return replace(heard, negative_screens=(*heard.negative_screens, day))
    return replace(heard, screen=screen, negative_screens=())


def _clinician_first(heard: Screening, kinds: Sequence[ClinicianFirst]) -> Screening:
    """A word about one thing says nothing of another that is named later."""
    covered = set(kinds) <= set(heard.clinician_first)
    word = heard.word_on_plan if covered else None
    return replace(heard, clinician_first=tuple(kinds), word_on_plan=word)


def _worded(heard: Screening, event: on.ClinicianWordNoted) -> Screening:
    if event.about == on.WordOn.MALAISE:
        return replace(heard, word_on_malaise=event.on)
    return replace(heard, word_on_plan=event.on)


def _is_unsure(event: Event) -> bool:
    return isinstance(event, on.IllnessNamed | on.MalaiseGateTold) and event.told == Told.NOT_SURE


def _is_patterned(ordered: Sequence[Entry]) -> bool:
    """Do two long flares suspect malaise, one of them told since the last screen?"""
    old: list[LongFlare] = []
    new: list[LongFlare] = []
    for entry in ordered:
        match entry.event:
            case on.LongFlareTold(began, hours, flu_like_or_foggy, a_day_or_more_after):
                new.append(LongFlare(began, hours, flu_like_or_foggy, a_day_or_more_after))
            case on.MalaiseScreenTold():
                old, new = [*old, *new], []
            case _:
                pass
    pairs = [(one, other) for at, one in enumerate(new) for other in (*old, *new[:at])]
    return any(suspects_malaise(pair) for pair in pairs)


# What is in force -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Standing:
    gate: on.GateSet
    screen_due: bool
    paused: bool


def _standing(entries: Iterable[Entry]) -> _Standing:
    """What was last written. A pause outlasts a red flag that came in between."""
    kept = _kept(entries, (on.GateSet, on.ScreenAsked))
    gates, screens = [OPEN, *told(kept, on.GateSet)], told(kept, on.ScreenAsked)
    own = [one for one in gates if one.gate != Gate.RED_FLAG]
    return _Standing(
        gate=gates[-1],
        screen_due=bool(screens) and screens[-1].due,
        paused=own[-1].gate == Gate.PAUSED,
    )


def _gate(gate: Gate, verdict: Verdict) -> on.GateSet:
    if gate == Gate.RED_FLAG and verdict.how_soon is not None:
        return on.GateSet(gate, verdict.how_soon)
    return on.GateSet(gate, RedFlagKind.CLINICIAN)


def _slips(entries: Sequence[Entry], event: Event, at: datetime) -> list[Entry]:
    """The last answer to the same question, where it would outlast this one and is fresh."""
    same = [one for one in _kept(entries, (type(event),)) if _asks_the_same(one.event, event)]
    if _outlasts(event):
        return []
    span = timedelta(hours=CORRECTED_WITHIN_HOURS)
    if isinstance(event, on.RedFlagsTold):
        span = timedelta(minutes=SLIP_MINUTES)
    fresh = (one for one in same[-1:] if one.key and timedelta() <= at - one.at <= span)
    return [one for one in fresh if _outlasts(one.event)]


def _asks_the_same(one: Event, other: Event) -> bool:
    if isinstance(one, on.RedFlagsTold) and isinstance(other, on.RedFlagsTold):
        return one.asked == other.asked
    return True


def _outlasts(event: Event) -> bool:
    """Would it stand although something else was answered later?"""
    match event:
        case on.RedFlagsTold():
            return event.told != Told.NO
        case on.IllnessNamed():
            return event.told == Told.YES
        case on.MalaiseScreenTold():
            return event.screen.positive
        case _:
            return False
