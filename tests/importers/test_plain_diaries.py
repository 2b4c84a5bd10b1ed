"""What a plain diary may look like, and what it then says."""

import pytest

from steadystep.core.observations import Symptom, Unit
from steadystep.importers import Scale
from tests.importers.reading_aloud import assumed_of, facts_of, reading_of, refusal_of


def diary(header: str, *rows: str) -> str:
    return "\n".join([header, *rows, ""])


# ---------------------------------------------------------------------------- columns


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("pain", "pain 3.0"),
        ("Pain Level", "pain 3.0"),
        ("worst_pain", "pain 3.0"),
        ("painMax", "pain 3.0"),
        ("Knee pain", "pain 3.0"),
        ("douleur au genou", "pain 3.0"),
        ("Rückenschmerzen", "pain 3.0"),
        ("כאבי ראש", "pain 3.0"),
        ("Fatigue (0-10)", "fatigue 3.0"),
        ("cansaço", "fatigue 3.0"),
        ("Energy", "fatigue 7.0"),
        ("sleep", "sleep 7.0"),
        ("qualità del sonno", "sleep 7.0"),
        ("Insomnia", "sleep 3.0"),
        ("TotalSteps", "moved 3.0 steps"),
        ("pasos", "moved 3.0 steps"),
        ("Active Minutes", "moved 3.0 minutes"),
        ("wandelminuten", "moved 3.0 minutes"),
        ("reps", "moved 3.0 reps"),
    ],
)
def test_a_column_is_known_by_its_name(name: str, fact: str) -> None:
    assert facts_of(diary(f"date,{name}", "2024-05-01,3")) == [f"2024-05-01 {fact}"]


@pytest.mark.parametrize("name", ["obs_tired", "sick_tired", "obs_poor_sleep", "pain_n_regions"])
def test_a_name_that_is_near_is_not_enough(name: str) -> None:
    assert facts_of(diary(f"date,pain,{name}", "2024-05-01,3,9")) == ["2024-05-01 pain 3.0"]


@pytest.mark.parametrize("name", ["observation_date", "Datum", "calendarDate", "תאריך"])
def test_the_day_is_known_by_its_name(name: str) -> None:
    assert facts_of(diary(f"{name},pain", "2024-05-01,3")) == ["2024-05-01 pain 3.0"]


def test_data_are_no_date_in_english() -> None:
    assert "No column holds the day" in str(refusal_of(diary("pain data,steps", "3,4000")))


def test_a_whole_date_goes_before_its_parts() -> None:
    table = diary("date,year,month,day,pain", "2024-05-01,2020,1,1,3")

    assert facts_of(table) == ["2024-05-01 pain 3.0"]


def test_fatigue_goes_before_energy() -> None:
    assert facts_of(diary("date,fatigue,energy", "2024-05-01,3,3")) == ["2024-05-01 fatigue 3.0"]


def test_the_plain_word_goes_before_every_other_pain() -> None:
    table = diary("date,pain_max,pain level,pain", "2024-05-01,9,8,3")

    assert facts_of(table) == ["2024-05-01 pain 3.0"]


def test_hours_of_sleep_are_left_out_and_told() -> None:
    table = diary("date,pain,sleep hours", "2024-05-01,3,7")

    assert facts_of(table) == ["2024-05-01 pain 3.0"]
    assert any("how long sleep was" in sentence for sentence in assumed_of(table))


def test_very_many_unused_columns_are_counted() -> None:
    names = ",".join(f"extra {letter}" for letter in "abcdefghijklmno")

    assert assumed_of(diary(f"date,pain,{names}", "2024-05-01,3"))[-1].endswith("… (+3).")


def test_the_separator_is_found_though_the_first_row_is_short() -> None:
    assert facts_of(diary("date,pain", "2024", "2024-05-01,3"))[1:] == ["2024-05-01 pain 3.0"]


# ---------------------------------------------------------------------------- choices


def test_what_the_person_chose_goes_before_what_a_name_says() -> None:
    table = diary("date,pain,knee,tired,rest", "2024-05-01,3,5,6,8")

    assert facts_of(table, pain="Knee", fatigue="tired", sleep="rest") == [
        "2024-05-01 pain 5.0",
        "2024-05-01 fatigue 6.0",
        "2024-05-01 sleep 2.0",
    ]


def test_any_kind_of_answer_can_be_left_out() -> None:
    table = diary("date,pain,fatigue,sleep,steps,flare", "2024-05-01,3,4,5,6000,1")

    assert facts_of(table, fatigue="none", sleep="none", load="none", flare="none") == [
        "2024-05-01 pain 3.0"
    ]
    assert facts_of(table, pain="none", fatigue="none", sleep="none", load="none") == [
        "2024-05-01 flare"
    ]


def test_a_choice_that_is_not_there_lists_the_columns() -> None:
    refusal = refusal_of(diary("date,knee,hip", "2024-05-01,3,4"), pain="back")

    assert refusal.flag == "--pain"
    assert str(refusal) == "There is no column “back” for --pain. The columns are: date, knee, hip."


@pytest.mark.parametrize(
    ("header", "choices", "flag"),
    [
        ("date,pain,pain", {}, "--pain"),
        ("date,pain level,pain score", {}, "--pain"),
        ("date,fatigue,Fatigue", {}, "--fatigue"),
        ("date,date,pain", {}, None),
        ("date,knee,Knee", {"pain": "KNEE"}, "--pain"),
        ("date,load,pain", {}, "--unit"),
        ("date,walked,pain", {"load": "walked"}, "--unit"),
        ("date,steps,pain", {"unit": Unit.REPS}, "--load"),
        ("date,sleep hours,pain", {"sleep": "sleep hours"}, "--sleep"),
        ("date,steps,pain", {"unit": "miles"}, "--unit"),
        ("date,steps,pain", {"dates": "dd/mm"}, "--dates"),
        ("date,mood,pain", {"person": "Ann"}, "--person"),
        ("date,person,pain", {"person": "Ann"}, "--person"),
    ],
)
def test_a_choice_that_is_needed_names_its_flag(
    header: str, choices: dict[str, str], flag: str | None
) -> None:
    assert refusal_of(diary(header, "2024-05-01,3,4"), **choices).flag == flag


@pytest.mark.parametrize(
    ("name", "choices", "unit"),
    [
        ("load", {"unit": Unit.REPS}, Unit.REPS),
        ("walked", {"load": "walked", "unit": Unit.MINUTES}, Unit.MINUTES),
        ("steps_fitbit", {"load": "steps_fitbit"}, Unit.STEPS),
        ("VeryActiveMinutes", {"load": "very active minutes"}, Unit.MINUTES),
        ("reps", {}, Unit.REPS),
    ],
)
def test_the_unit_comes_from_the_person_or_the_name(
    name: str, choices: dict[str, str], unit: Unit
) -> None:
    reading = reading_of(diary(f"date,{name}", "2024-05-01,3"), **choices)

    assert reading.has_load
    assert reading.unit is unit


def test_a_unit_without_any_movement_is_no_harm() -> None:
    assert not reading_of(diary("date,pain", "2024-05-01,3"), unit=Unit.STEPS).has_load


# ---------------------------------------------------------------------------- people


def test_one_person_needs_no_choice() -> None:
    table = diary("date,person,pain", "2024-05-01,Ann,3", "2024-05-02,Ann,4")

    assert len(facts_of(table)) == 2


def test_an_id_that_numbers_the_lines_is_no_person() -> None:
    table = diary("id,date,pain", "1,2024-05-01,3", "2,2024-05-02,4")

    assert len(facts_of(table)) == 2
    assert any("number of the line" in sentence for sentence in assumed_of(table))


def test_a_row_too_short_to_name_a_person_is_nobodys() -> None:
    table = diary("date,pain,person", "2024-05-01,3,Ann", "2024-05-02,4", "2024-05-03,5,Bob")

    assert facts_of(table, person="Ann") == ["2024-05-01 pain 3.0"]


def test_very_many_people_are_counted_up_to_a_point() -> None:
    rows = [f"2024-05-01,{n},3" for n in range(30_000)]

    assert refusal_of(diary("date,person,pain", *rows)).flag == "--person"


# ---------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024/5/1", "2024-05-01"),
        ("20240501", "2024-05-01"),
        ("2024-05-01T22:10:00+02:00", "2024-05-01"),
        ("2024-05-01 22:10", "2024-05-01"),
        ("31.05.2024", "2024-05-31"),
        ("31. 5. 2024", "2024-05-31"),
        ("5/31/2024", "2024-05-31"),
        ("5/31/2024 12:00:00 AM", "2024-05-31"),
        ("5/5/2024", "2024-05-05"),
        ("\u200f31/05/2024\u200e", "2024-05-31"),
    ],
)
def test_a_date_may_be_written_in_many_ways(text: str, day: str) -> None:
    assert facts_of(diary("date,pain", f"{text},3")) == [f"{day} pain 3.0"]


@pytest.mark.parametrize(("dates", "day"), [("dmy", "2024-05-04"), ("mdy", "2024-04-05")])
def test_an_order_that_cannot_be_told_is_asked_for(dates: str, day: str) -> None:
    table = diary("date,pain", "4/5/2024,3")

    assert refusal_of(table).flag == "--dates"
    assert facts_of(table, dates=dates) == [f"{day} pain 3.0"]


def test_a_year_in_front_needs_no_order_and_is_told_as_it_is() -> None:
    said = assumed_of(diary("date,pain", "2024-05-01,3"), dates="dmy")

    assert said[0] == "Days come from “date”, written year, month, day."


def test_two_orders_in_one_file_are_asked_about() -> None:
    table = diary("date,pain", "31/5/2024,3", "5/31/2024,4")

    assert refusal_of(table).flag == "--dates"
    facts = facts_of(table, dates="dmy")
    assert facts[0] == "2024-05-31 pain 3.0"
    assert facts[1].startswith("Line 3: “5/31/2024” is not a day in this file's order.")


def test_the_order_chosen_holds_for_every_row() -> None:
    facts = facts_of(diary("date,pain", "2024-05-01,3", "4/5/2024,4"), dates="ymd")

    assert facts[0] == "2024-05-01 pain 3.0"
    assert facts[1].startswith("Line 3: “4/5/2024” is not a day in this file's order.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2024-13-01", "not a day"),
        ("2026-11-23", "still to come"),
        ("1024-05-01", "not a date"),
        ("1/5/24", "no year of four digits"),
        ("May 5", "not a date"),
        ("45/3/2024", "not a day"),
    ],
)
def test_a_day_that_cannot_be_is_told(text: str, says: str) -> None:
    facts = facts_of(diary("date,pain", "2024-05-01,3", f"{text},4"), dates="dmy")

    assert len(facts) == 2
    assert says in facts[1]


def test_today_is_not_still_to_come() -> None:
    assert facts_of(diary("date,pain", "2026-11-22,3")) == ["2026-11-22 pain 3.0"]


def test_days_come_as_they_are_written_twice_or_out_of_order() -> None:
    table = diary("date,pain", "2024-05-02,3", "2024-05-01,4", "2024-05-02,5")

    assert facts_of(table) == [
        "2024-05-02 pain 3.0",
        "2024-05-01 pain 4.0",
        "2024-05-02 pain 5.0",
    ]


def test_a_row_without_all_three_parts_of_a_date_is_told() -> None:
    table = diary("year,month,day,pain", "2024,5,1,3", ",,,4", "2024,5")

    assert facts_of(table) == [
        "2024-05-01 pain 3.0",
        "Line 3: There is no date. Add it.",
        "Line 4: “2024-5” is not a date. Write it like 2024-05-31.",
    ]


# ---------------------------------------------------------------------------- answers


@pytest.mark.parametrize("cell", ["", " ", "-", "–", "NaN", "None", "null", "n/a"])
def test_no_answer_is_never_a_zero(cell: str) -> None:
    table = diary("date,pain,minutes,flare", f"2024-05-01,{cell},{cell},{cell}", "2024-05-02,3,,")

    assert facts_of(table) == ["2024-05-02 pain 3.0"]


@pytest.mark.parametrize("cell", ["11", "-1", "\u22121", "bad", "1e1", "1_0", "inf", "4/10"])
def test_an_answer_that_cannot_be_is_told(cell: str) -> None:
    (fact,) = facts_of(diary("date,pain", f"2024-05-01,{cell}"))

    assert fact.startswith("Line 2: ")
    assert "“pain”" in fact


@pytest.mark.parametrize(
    ("scale", "cell", "tenths"),
    [
        (Scale(0, 3), "1", 33),
        (Scale(0, 3), "2", 67),
        (Scale(1, 10), "1", 0),
        (Scale(1, 10), "10", 100),
        (Scale(0, 100), "35", 35),
        (Scale(0, 4), "2.5", 62),
    ],
)
def test_an_answer_on_another_scale_is_stretched(scale: Scale, cell: str, tenths: int) -> None:
    table = diary("date,pain", f"2024-05-01,{cell}")

    assert facts_of(table, scale=scale) == [f"2024-05-01 pain {tenths / 10}"]


@pytest.mark.parametrize(
    ("scale", "step"), [(Scale(), 10), (Scale(0, 3), 33), (Scale(0, 100), 1), (Scale(0, 999), 1)]
)
def test_the_reader_tells_one_step_of_the_scale(scale: Scale, step: int) -> None:
    reading = reading_of(diary("date,pain", "2024-05-01,1"), scale=scale)

    assert reading.step_tenths == {Symptom.PAIN: step}


def test_the_ends_of_a_scale_in_a_name_have_to_be_in_order() -> None:
    assert facts_of(diary("date,pain (10-0)", "2024-05-01,3")) == ["2024-05-01 pain 3.0"]


@pytest.mark.parametrize("word", ["1", "yes", "TRUE", "x", "oui", "ja", "sí", "sì", "כן"])
def test_a_flare_is_marked_in_many_words(word: str) -> None:
    assert facts_of(diary("date,flare", f"2024-05-01,{word}")) == ["2024-05-01 flare"]


@pytest.mark.parametrize("word", ["0", "no", "False", "non", "nein", "não", "לא", ""])
def test_a_day_without_a_flare_says_nothing(word: str) -> None:
    assert facts_of(diary("date,flare", f"2024-05-01,{word}")) == []


# ---------------------------------------------------------------------------- movement


@pytest.mark.parametrize(
    ("cells", "amounts"),
    [
        (["9365"], ["9365.0"]),
        (["9365.0", "12.5"], ["9365.0", "12.5"]),
        (['"9,365"'], ["9365.0"]),
        (['"12,5"', '"9,365"'], ["12.5", "9.4"]),
        (['"1,234.5"'], ["1234.5"]),
        (["1.234,5".join('""')], ["1234.5"]),
        (["1.234.567", "3"], None),
        (["9 365", "9\u00a0365", "9\u202f365", "9'365"], ["9365.0"] * 4),
        (["9.365", "12"], ["9365.0", "12.0"]),
        (["0.500"], ["0.5"]),
    ],
)
def test_the_whole_column_tells_what_a_comma_or_a_point_is(
    cells: list[str], amounts: list[str] | None
) -> None:
    facts = facts_of(diary("date,steps", *(f"2024-05-01,{cell}" for cell in cells)))

    if amounts is None:
        assert "more than a day can hold" in facts[0]
    else:
        assert facts == [f"2024-05-01 moved {amount} steps" for amount in amounts]


@pytest.mark.parametrize("cell", ["far", "-5", "1..5", "1500"])
def test_a_movement_that_cannot_be_is_told(cell: str) -> None:
    (fact,) = facts_of(diary("date,minutes", f"2024-05-01,{cell}"))

    assert fact.startswith("Line 2: ")


def test_no_steps_all_day_means_the_device_lay_in_a_drawer() -> None:
    table = diary("date,steps", "2024-05-01,0", "2024-05-02,10")

    assert facts_of(table) == ["2024-05-02 moved 10.0 steps"]
    assert any("without the device" in sentence for sentence in assumed_of(table))


def test_no_minutes_all_day_is_a_measured_rest() -> None:
    assert facts_of(diary("date,minutes", "2024-05-01,0")) == ["2024-05-01 moved 0.0 minutes"]
