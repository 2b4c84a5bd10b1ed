"""Answers of diaries: what they are called, on which scales they stand, and what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core.observed import Daily, Kind
from steadystep.importers.export import ExportChoices
from steadystep.importers.rated import fitting_scale, symptom_called
from steadystep.importers.reading import CannotRead
from tests.importers.exports.diary_readings import read_as

if TYPE_CHECKING:
    from tests.importers.exports.noted import Noted

BEARABLE = "date,weekday,time of day,category,rating/amount,detail,notes\n"
DAYLIO = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
WEATHER = "Tags,Foods,Weather summary"


def bearable(*rows: str) -> Noted:
    lines = [f"3rd Mar 2026,Tue,am,{row}," for row in rows]
    return read_as("bearable", {"x": (BEARABLE + "\n".join(lines)).encode()})


def daylio(*rows: tuple[str, str], header: str = DAYLIO) -> Noted:
    lines = [f"2026-03-03,x,x,22:00,meh,{tags},{scales},,secret" for tags, scales in rows]
    return read_as("daylio", {"x": (header + "\n".join(lines)).encode()})


def flaredown(columns: str, *rows: str, choices: ExportChoices | None = None) -> Noted:
    lines = "".join(f"{row},,,\n" for row in rows)
    return read_as(
        "flaredown",
        {"x": f"Date,{columns},{WEATHER}\n{lines}".encode()},
        choices or ExportChoices(),
    )


def handed_on(noted: Noted) -> list[tuple[str, float]]:
    return [(str(seen.kind), seen.tenths / 10) for seen in noted.seen if isinstance(seen, Daily)]


# Names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Pain", Kind.PAIN),
        ("Joint pain", Kind.PAIN),
        ("Chronic pain", Kind.PAIN),
        ("Back (lower) pain", Kind.PAIN),
        ("Muscle aches", Kind.PAIN),
        ("Worst pain", Kind.PAIN),
        ("כאב", Kind.PAIN),
        ("Rückenschmerzen", Kind.PAIN),
        ("Dolor de espalda", Kind.PAIN),
        ("Fatigue", Kind.FATIGUE),
        ("Fatigue and tiredness", Kind.FATIGUE),
        ("עייפות", Kind.FATIGUE),
        ("Müdigkeit", Kind.FATIGUE),
        ("Fibromyalgia", None),
        ("Chronic fatigue syndrome", None),
        ("Stomach pain", None),
        ("Period pain", None),
        ("Headache", None),
        ("Pain medication", None),
        ("Painting", None),
        ("", None),
        ("—", None),
    ],
)
def test_a_name_speaks_of_pain_or_of_fatigue_or_of_neither(name: str, kind: Kind | None) -> None:
    assert symptom_called(name) is kind


@pytest.mark.parametrize(("highest", "top"), [(0, 5), (5, 5), (5.5, 10), (11, 100), (400, 100)])
def test_the_smallest_scale_that_holds_all_answers_is_taken(highest: float, top: int) -> None:
    assert fitting_scale(0, highest).top == top


# Bearable ----------------------------------------------------------------------------------------


def test_symptoms_run_from_none_to_unbearable() -> None:
    noted = bearable(*(f"Symptom,{rating},Neck pain" for rating in range(5)))

    assert handed_on(noted) == [("pain", value) for value in (0, 2.5, 5, 7.5, 10)]


def test_a_symptom_on_a_longer_scale_is_stretched_less() -> None:
    assert handed_on(bearable("Symptoms,8,Neck pain", "Symptom,2,Fatigue")) == [
        ("pain", 8),
        ("fatigue", 2),
    ]


def test_low_energy_is_much_fatigue() -> None:
    assert handed_on(bearable("Energy,1,", "Energy,10,", "Energy,5.5,")) == [
        ("fatigue", 10),
        ("fatigue", 0),
        ("fatigue", 5),
    ]


def test_many_answers_of_energy_that_never_pass_five_stand_on_the_short_scale() -> None:
    few, many = bearable(*["Energy,5,"] * 29), bearable(*["Energy,5,"] * 30)

    assert handed_on(few)[0] == ("fatigue", 5.6)
    assert handed_on(many)[0] == ("fatigue", 0)
    assert any("Energy is taken as 1 to 5." in guess for guess in many.guesses)
    assert any("Energy is taken as 1 to 10." in guess for guess in few.guesses)


def test_an_answer_may_tell_its_own_scale() -> None:
    noted = bearable("Energy,3/5,", "Symptom,3/10,Neck pain", "Sleep quality,1/0,")

    assert handed_on(noted) == [("fatigue", 5), ("pain", 3), ("sleep", 10)]


def test_an_unanswered_symptom_is_not_known_and_no_zero() -> None:
    noted = bearable("Symptom,,Neck pain", "Symptom,-,Neck pain", "Symptom,1,Neck pain")

    assert handed_on(noted) == [("pain", 2.5)]
    assert any("It is never taken as zero." in guess for guess in noted.guesses)


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("Sleep,7:30,", [("asleep", 450)]),
        ("Sleep,07:30:00,", [("asleep", 450)]),
        ("Sleep,7:30,Asleep 6h. In bed 8 hours 5 minutes", [("asleep", 450), ("in_bed", 485)]),
        ("Sleep,,asleep: 45m", [("asleep", 45)]),
        ("Sleep,,Asleep 23:00. In bed 22:00", []),
        ("Sleep,99:00,", []),
        ("Sleep,,", []),
    ],
)
def test_sleep_is_read_where_its_length_is_told(row: str, read: list[tuple[str, float]]) -> None:
    assert handed_on(bearable(row)) == read


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("Health measurements,4210,Step count (steps)", [("steps", 4210)]),
        ("Health measurements,4 210,Steps", [("steps", 4210)]),
        ("Measurement,61,Resting heart rate (bpm)", [("resting_heart_rate", 61)]),
        ("Measurement,3,Resting heart rate (bpm)", []),
        ("Measurement,many,Step count", []),
        ("Measurement,,Step count", []),
        ("Measurement,0,Step count", []),
        ("Measurement,50,HRV (ms)", []),
    ],
)
def test_measurements_are_read_where_they_are_known(
    row: str, read: list[tuple[str, float]]
) -> None:
    assert handed_on(bearable(row)) == read


def test_a_diary_parted_by_semicolons_says_so_and_blank_lines_are_nothing() -> None:
    for app, raw in (
        ("bearable", BEARABLE + "3rd Mar 2026,Tue,am,Symptom,2,Neck pain,\n,,,,,,\n"),
        ("flaredown", LONG + "7,2026-03-01,1,Symptom,Joint pain,2\n,,,,,\n"),
    ):
        noted = read_as(app, {"x": raw.replace(",", ";").encode()})
        assert handed_on(noted) == [("pain", 5)]
        assert noted.troubles == []
        assert "Semicolons part the columns." in noted.guesses


# Flaredown ---------------------------------------------------------------------------------------


def test_a_treatment_that_speaks_of_pain_holds_words_and_is_left_out() -> None:
    noted = flaredown("Joint pain,Pain patch", "2026-03-01,2,Taken", "2026-03-02,1,1 patch")

    assert handed_on(noted) == [("pain", 5), ("pain", 2.5)]
    assert noted.troubles == []


def test_one_wrong_cell_costs_no_column() -> None:
    noted = flaredown("Joint pain", "2026-03-01,2", "2026-03-02,bad", "2026-03-03,0")

    assert handed_on(noted) == [("pain", 5), ("pain", 0)]
    assert noted.troubles[0].startswith("line 3: “bad” for “Joint pain”")


def test_an_export_of_other_things_says_how_to_make_it_useful() -> None:
    with pytest.raises(CannotRead, match="is called pain or fatigue"):
        flaredown("Fibromyalgia", "2026-03-01,2")


def test_many_names_of_pain_are_not_all_listed() -> None:
    names = [f"{place} pain" for place in ("neck", "hip", "knee", "back", "foot", "hand")]
    noted = flaredown(",".join(names), "2026-03-01,1,1,1,1,1,1")

    assert noted.guesses[-1].endswith("foot pain, hand pain, hip pain, knee pain ….")


LONG = "user_id,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value\n"


def research(*rows: str, person: str | None = None, header: str = LONG) -> Noted:
    raw = (header + "\n".join(rows)).encode()
    return read_as("flaredown", {"x": raw}, ExportChoices(person=person))


def test_the_days_of_one_person_need_no_choice() -> None:
    rows = ["7,2026-03-01,1,Symptom,Joint pain,2", "7,2026-03-01,1,Weather,x,2", "7,2026,1,x,y,z"]
    noted = research(*rows[:2])

    assert handed_on(noted) == [("pain", 5)]
    assert noted.without == {"weather": 1}
    assert handed_on(research(*rows, person="7")) == [("pain", 5)]


def test_a_person_who_is_not_there_is_told_who_is() -> None:
    with pytest.raises(CannotRead, match="No line belongs to “9”") as refusal:
        research("7,2026-03-01,1,Symptom,Joint pain,2", person="9")

    assert refusal.value.flag == "--person"


def test_a_table_without_people_is_of_one() -> None:
    header = LONG.replace("user_id", "number")
    noted = research("7,2026-03-01,1,Symptom,Fatigue,4", person="7", header=header)

    assert handed_on(noted) == [("fatigue", 10)]


def test_research_that_names_no_pain_is_refused() -> None:
    with pytest.raises(CannotRead, match="is called pain or fatigue"):
        research("7,2026-03-01,1,Condition,Fibromyalgia,3")


def test_very_many_people_and_names_are_counted_up_to_a_point() -> None:
    rows = [f"7,2026-03-01,1,Symptom,pain {number},2" for number in range(1200)]
    assert len(research(*rows).seen) == 1200
    with pytest.raises(CannotRead, match="the days of 20000 people"):
        research(*(f"{number},2026-03-01,1,Symptom,Fatigue,4" for number in range(20_500)))


# Daylio ------------------------------------------------------------------------------------------


def test_a_mood_is_neither_pain_nor_fatigue() -> None:
    with pytest.raises(CannotRead, match="neither is pain"):
        daylio(("walk | friends", ""))


def test_a_flare_is_the_persons_own_word_in_any_language() -> None:
    noted = daylio(("work | Flare", ""), ("PEM", ""), ("Schub", ""), ("התלקחות", ""), ("fun", ""))

    assert handed_on(noted) == [("crash", 1)] * 4


def test_scales_of_pain_and_fatigue_are_read_and_others_are_not() -> None:
    noted = daylio(("", "Pain:\u00a07 | Stress: 4"), ("", "Pain: | Fatigue: 2/4 | Water"))

    assert handed_on(noted) == [("pain", 7), ("fatigue", 5)]


def test_an_older_export_has_no_scales() -> None:
    header = DAYLIO.replace("scales,", "")
    noted = daylio(("flare", "Pain: 7"), header=header)

    assert handed_on(noted) == [("crash", 1)]


def test_very_many_scales_are_read_up_to_a_point() -> None:
    noted = daylio(*(("", f"Pain {number}: 50") for number in range(120)))

    assert len(noted.seen) == 100
    assert len(noted.troubles) == 20
