"""What was once written is readable for ever; what is from the future is refused in plain words."""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from steadystep.core import events as on
from steadystep.core.decision import Decision
from steadystep.core.events import Entry, Event
from steadystep.core.plain import to_plain
from steadystep.core.reasons import Reason
from steadystep.store.notation import KIND_OF, entry_of, kind_of, line_of, text_of
from steadystep.store.trouble import LogTrouble, UnknownEventKind, WrittenByNewer
from tests.core.lives import at
from tests.store.golden_events import BROUGHT, CHAPTERS, FIRST, GIVEN, decision

GOLDEN = Path(__file__).parent / "golden"
WRITTEN: tuple[Event, ...] = (*FIRST, *CHAPTERS, *BROUGHT)
LINES: list[dict[str, object]] = [
    json.loads(line)
    for name in ("first", "chapters", "brought")
    for line in (GOLDEN / f"{name}.jsonl").read_text(encoding="utf-8").strip().split("\n")
]

# The names on the wire. None of them is ever changed, or given to anything else.
NAMES = {
    "PlanStarted": "plan_started",
    "MovementChosen": "movement_chosen",
    "BadDayTold": "bad_day_told",
    "UsualTold": "usual_told",
    "PageSeen": "page_seen",
    "PaceChosen": "pace_chosen",
    "PreferenceSet": "preference_set",
    "CheckedIn": "checked_in",
    "FogAnswered": "fog_answered",
    "FlareTold": "flare_told",
    "SilentDaysTold": "silent_days_told",
    "SessionTold": "session_told",
    "EffortTold": "effort_told",
    "AfterTold": "after_told",
    "EasierToday": "easier_today",
    "FarTooMuchTold": "far_too_much_told",
    "DayTold": "day_told",
    "Marked": "marked",
    "NoteWritten": "note_written",
    "OfferAnswered": "offer_answered",
    "DoseChosen": "dose_chosen",
    "MoreBegun": "more_begun",
    "KeptMovingTold": "kept_moving_told",
    "ConfidenceTold": "confidence_told",
    "UsualAnswered": "usual_answered",
    "ReferenceSet": "reference_set",
    "LimitSet": "limit_set",
    "GateSet": "gate_set",
    "ScreenAsked": "screen_asked",
    "RedFlagsTold": "red_flags_told",
    "AllClearTold": "all_clear_told",
    "IllnessNamed": "illness_named",
    "MalaiseGateTold": "malaise_gate_told",
    "MalaiseScreenTold": "malaise_screen_told",
    "ClinicianFirstTold": "clinician_first_told",
    "ModifiersTold": "modifiers_told",
    "ClinicianWordNoted": "clinician_word_noted",
    "LongFlareTold": "long_flare_told",
    "ChapterLeft": "chapter_left",
    "ChapterRead": "chapter_read",
    "DayMeasured": "day_measured",
    "DiaryBrought": "diary_brought",
    "SessionSeen": "session_seen",
    "DataSeen": "data_seen",
    "SourcePreferred": "source_preferred",
    "AskSkipped": "ask_skipped",
    "TakenBack": "taken_back",
    "DecisionGiven": "decision_given",
}


# For ever -------------------------------------------------------------------------------------


def test_the_names_of_the_kinds_are_fixed_for_ever() -> None:
    assert {kind.__name__: name for kind, name in KIND_OF.items()} == NAMES


@pytest.mark.parametrize(
    ("line", "event"),
    list(zip(LINES, WRITTEN, strict=True)),
    ids=[f"{line['kind']} {line['key']}" for line in LINES],
)
def test_a_line_that_was_once_written_says_what_it_said(line: object, event: Event) -> None:
    when = at(0, 0).replace(2026, 3, 2)
    one = entry_of("her", line)
    assert one.event == event
    assert (one.person, one.at.isoformat()) == ("her", "2026-03-02T08:30:00+02:00")
    assert (one.recorded.date(), one.recorded.minute) == (when.date(), 31)


def test_every_kind_of_event_and_of_reason_has_a_golden_line() -> None:
    """Who adds a kind adds its name to the table above, and a line of it to a new golden file."""
    assert {type(event) for event in WRITTEN} == set(get_args(Event))
    reasons = [given.decision.reason for given in GIVEN if given.decision]
    assert {type(reason) for reason in reasons} == set(get_args(Reason))


def enumerations(hint: Any) -> set[type[Enum]]:  # noqa: ANN401 - an annotation
    """The enumerations that a kind of fact is written with."""
    if get_args(hint):
        return {found for part in get_args(hint) for found in enumerations(part)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {hint}
    if not getattr(hint, "__module__", "").startswith("steadystep"):
        return set()
    return {found for part in get_type_hints(hint).values() for found in enumerations(part)}


def test_no_word_of_an_enumeration_that_was_once_written_is_ever_lost() -> None:
    """Words may be added to golden/words.json. None is taken out, none means something else."""
    written = json.loads((GOLDEN / "words.json").read_text(encoding="utf-8"))
    known = {
        kind.__name__ + ("" if kind.__module__ != "steadystep.core.safety" else " (safety)"): {
            to_plain(one): one.name for one in kind
        }
        for event in get_args(Event)
        for kind in enumerations(event)
    }
    assert known == written


# Round ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", WRITTEN, ids=kind_of)
def test_what_is_written_is_read_back(event: Event) -> None:
    when = at(3, 22.5, offset=-3.5)
    told = Entry("her", when, when, event, "key")
    assert entry_of("her", json.loads(text_of(line_of(told)))) == told


def test_a_line_is_one_line_in_letters_of_any_alphabet() -> None:
    text = text_of({"text": "שקט\nquiet"})
    assert text == '{"text":"שקט\\nquiet"}'


def test_half_a_letter_is_spelled_out() -> None:
    assert text_of("\ud800") == '"\\ud800"'


def test_a_decision_may_be_read_without_its_parts() -> None:
    given = {name: part for name, part in LINES[len(FIRST) - 1].items() if name != "event"}
    body = to_plain(GIVEN[-1])
    light = on.DecisionGiven(50, 40, 60, None, GIVEN[-1].said, "en")
    whole = given | {"event": body}
    assert entry_of("her", whole, decisions_from=date(2026, 3, 2)).event == GIVEN[-1]
    assert entry_of("her", whole, decisions_from=date(2026, 3, 3)).event == light
    unreadable = given | {"event": body | {"decision": "full moon"}}
    assert entry_of("her", unreadable, decisions_from=date(2026, 3, 3)).event == light
    with pytest.raises(LogTrouble, match="decision: 'full moon' has no named parts"):
        entry_of("her", unreadable, decisions_from=date(2026, 3, 2))
    with pytest.raises(LogTrouble, match=r"\[\] has no named parts"):
        entry_of("her", given | {"event": []}, decisions_from=date(2026, 3, 3))


# From the future ------------------------------------------------------------------------------


def a_line(**parts: object) -> dict[str, object]:
    """A line that can be read, with these parts in the place of its own."""
    return LINES[14] | parts


def test_a_kind_from_the_future_is_refused_in_plain_words() -> None:
    with pytest.raises(UnknownEventKind) as told:
        entry_of("her", a_line(kind="danced"))
    assert str(told.value) == (
        "The record holds 'danced', which this Steadystep does not know. A newer one wrote it. "
        "Nothing was changed. Install the newer one to go on."
    )
    assert told.value.words.format(**told.value.parts) == str(told.value)


@pytest.mark.parametrize(
    "line",
    [
        a_line(event={"done": 45, "hopping": True}),
        a_line(kind="marked", event={"mark": "heat"}),
        a_line(source="a watch"),
        a_line(
            kind="decision_given",
            event=to_plain(GIVEN[0])
            | {"decision": to_plain(decision(GIVEN[0].decision.reason)) | {"mood": 1}},  # type: ignore[union-attr]
        ),
    ],
)
def test_a_part_from_the_future_is_refused_and_never_read_by_halves(line: object) -> None:
    with pytest.raises(WrittenByNewer, match="A newer one wrote it"):
        entry_of("her", line)


# Garbage --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        None,
        "session_told",
        [],
        {},
        a_line(key=7),
        a_line(at=None),
        a_line(at="yesterday"),
        a_line(at="0001-01-01T00:00+00:00", kind="decision_given"),
        a_line(at="2026-03-02T08:30:00"),
        a_line(recorded="2026-03-02"),
        a_line(kind=["session_told"]),
        a_line(event=None),
        a_line(event={"done": "all"}),
        {name: part for name, part in LINES[14].items() if name != "event"},
    ],
)
def test_what_is_no_entry_is_told_in_words(line: object) -> None:
    with pytest.raises(LogTrouble, match="One entry of the record cannot be read") as told:
        entry_of("her", line)
    assert type(told.value) is LogTrouble


def test_a_decision_with_every_reason_is_a_decision() -> None:
    assert all(isinstance(given.decision, Decision) for given in GIVEN)
