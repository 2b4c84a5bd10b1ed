"""The export of the Visible app."""

import io

import pytest

from steadystep.importers import CannotRead, Choices, visible
from tests.importers.golden import TODAY
from tests.importers.reading_aloud import assumed_of, facts_of, refusal_of

HEADER = "observation_date,tracker_name,tracker_category,observation_value\n"


def test_the_export_is_known_by_its_columns_and_in_any_encoding() -> None:
    assert visible.recognises(HEADER.encode())
    assert visible.recognises(HEADER.replace(",", ";").encode("utf-16"))
    assert not visible.recognises(b"date,pain\n")


def test_an_export_without_entries_says_so() -> None:
    assert "holds no entries" in str(refusal_of(HEADER))
    assert "holds no entries" in str(refusal_of(f"{HEADER}2024\n"))


def test_another_file_is_refused() -> None:
    with pytest.raises(CannotRead, match="no export of the Visible app"):
        visible.read(io.BytesIO(b"date,pain\n2024-05-01,3\n"), Choices(), today=TODAY)


def test_dates_changed_by_a_spreadsheet_are_read_too() -> None:
    assert facts_of(f"{HEADER}31/05/2024,Fatigue,General,3\n") == ["2024-05-31 fatigue 10.0"]


def test_no_value_is_no_answer() -> None:
    trackers = ["Fatigue", "HRV", "Crash", "Joint pain"]
    rows = "".join(f"2024-05-01,{tracker},x, \n" for tracker in trackers)

    assert facts_of(HEADER + rows) == []


@pytest.mark.parametrize(
    ("tracker", "value"),
    [
        ("Fatigue", "bad"),
        ("HRV", "bad"),
        ("Resting HR", "300"),
        ("Crash", "bad"),
        ("Fatigue", "-1"),
    ],
)
def test_a_value_that_cannot_be_is_told(tracker: str, value: str) -> None:
    (fact,) = facts_of(f"{HEADER}2024-05-01,{tracker},x,{value}\n")

    assert fact.startswith(f"Line 2: “{value}” for “{tracker}” is no number from")


def test_a_day_that_cannot_be_is_told() -> None:
    facts = facts_of(f"{HEADER}2024-05-01,Fatigue,x,1\n2099-05-01,Fatigue,x,1\n")

    assert facts[1].startswith("Line 3: 2099-05-01 is still to come.")


def test_a_cell_too_long_stops_no_other_row() -> None:
    facts = facts_of(f"{HEADER}2024-05-01,Note,Note,{'x' * 200_000}\n2024-05-01,Fatigue,x,1\n")

    assert facts[0].startswith("Line 2: A cell is far too long")
    assert facts[1] == "2024-05-01 fatigue 3.3"


def test_nothing_is_said_of_what_is_not_there() -> None:
    assert assumed_of(f"{HEADER}2024-05-01,HRV,Measurement,50\n") == [
        "This is an export of the Visible app.",
        "Days come from “observation_date”, written year, month, day.",
    ]


def test_very_many_kinds_of_entry_are_counted_up_to_a_point() -> None:
    rows = "".join(f"2024-05-01,tracker {n},x,1\n" for n in range(1_500))

    assert "1000, such as tracker 0," in assumed_of(HEADER + rows)[-1]
