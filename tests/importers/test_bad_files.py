"""A file that cannot be used says what it is and what to do; a bad row stops no good one."""

import io
import zipfile
from pathlib import Path

import pytest

from steadystep.importers import (
    READERS,
    TIMES_READ,
    CannotRead,
    Choices,
    find_reader,
    read_diary,
)
from steadystep.importers.diary_csv import recognises
from tests.importers.golden import TODAY
from tests.importers.reading_aloud import assumed_of, facts_of, refusal_of

GOOD = "date,pain\n2024-05-01,3\n2024-05-02,4\n"


def a_zip(inside: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(inside, GOOD)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "The file is empty"),
        (b"\n\n  \n", "The file is empty"),
        (b"\xef\xbb\xbf", "The file is empty"),
        (b"date,pain\n", "names its columns and holds no days"),
        (b"date,pain\n\n\n", "names its columns and holds no days"),
        (b"date\n2024-05-01\n", "no column could be used"),
        (b"pain,steps\n3,4000\n", "No column holds the day"),
        (b"2024-05-01,3\n2024-05-02,4\n", "The first line holds a date"),
        (b"date,pain\nyesterday,3\n", "No date could be read"),
        (b"date,pain\n01/05/24,3\n", "No date could be read"),
        (b"start date,end date,pain\n2024-05-01,2024-05-02,3\n", "Several columns could hold"),
        (b"date,pain\0\n2024-05-01,3\n", "not text"),
        ("date,pain\n2024-05-01,3\n".encode("utf-16-le"), "not text"),
        (b"%PDF-1.7 something", "not text"),
        (b"\x89PNG\r\n\x1a\n", "not text"),
        (b"PK\x05\x06 and more", "Unpack it first"),
        (a_zip("diary.csv"), "Unpack it first"),
        (a_zip("[Content_Types].xml"), "spreadsheet"),
        (b'[{"date": "2024-05-01", "pain": 3}]', "no rows and columns"),
        (b"<html><body>", "no rows and columns"),
        (b"a" * 100_000, "The first line is far too long"),
        (b"date,sleep hours\n2024-05-01,7\n", "how long sleep was"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(raw: bytes, says: str) -> None:
    assert says in str(refusal_of(raw))


def test_a_file_nobody_knows_is_refused_by_name_of_what_would_work() -> None:
    with pytest.raises(CannotRead, match="Save the diary as a CSV file"):
        find_reader(b"anything", [])


def test_any_file_with_something_in_it_may_be_a_plain_diary() -> None:
    assert recognises(b"date")
    assert not recognises(b"")
    assert [reader.name for reader in READERS] == ["Visible", "Diary (CSV)"]


def test_a_byte_order_mark_is_no_part_of_the_first_name() -> None:
    assert facts_of("\ufeff" + GOOD) == facts_of(GOOD)


def test_utf_16_is_read() -> None:
    assert facts_of(GOOD.encode("utf-16")) == facts_of(GOOD)


def test_another_encoding_is_read_and_told() -> None:
    raw = "date,pain,note\n2024-05-01,3,après-midi\n".encode("cp1252")

    assert facts_of(raw) == ["2024-05-01 pain 3.0"]
    assert "Windows-1252" in assumed_of(raw)[0]


def test_one_letter_early_in_a_long_file_tells_its_encoding() -> None:
    raw = "date,pain,note\n2024-05-01,3,à\n".encode("cp1252") + b"2024-05-02,4,\n" * 90_000

    assert "Windows-1252" in assumed_of(raw)[0]


def test_a_file_cut_inside_a_letter_is_still_utf_8() -> None:
    raw = "date,pain,note\n2024-05-01,3,après".encode()[:-1]

    assert not any("Windows" in sentence for sentence in assumed_of(raw[:-1]))


@pytest.mark.parametrize("tail", [b"", b"\0" * 9_000])
def test_bytes_that_a_damaged_disk_made_zero_cost_their_own_row_alone(tail: bytes) -> None:
    raw = b"date,pain\n2024-05-01,3\n2024-\0\0-02,4\n2024-05-03,5\n" + tail
    facts = facts_of(raw)

    assert facts[0] == "2024-05-01 pain 3.0"
    assert facts[1].startswith("Line 3: ")
    assert facts[2] == "2024-05-03 pain 5.0"
    assert len(facts) == (4 if tail else 3)


def test_a_separator_named_on_the_first_line_is_used() -> None:
    assert facts_of("sep=;\ndate;pain\n2024-05-01;3,5\n") == ["2024-05-01 pain 3.5"]


def test_old_line_ends_are_lines() -> None:
    assert facts_of(GOOD.replace("\n", "\r")) == facts_of(GOOD)


def test_blank_lines_and_rows_of_empty_cells_are_skipped() -> None:
    assert facts_of("\n\ndate,pain\n\n2024-05-01,3\n,\n , \n") == ["2024-05-01 pain 3.0"]


def test_a_row_without_a_date_is_told() -> None:
    assert facts_of("date,pain\n2024-05-01,3\n,4\n")[1] == "Line 3: There is no date. Add it."


def test_a_cell_left_open_costs_the_last_row_no_more_than_that_cell() -> None:
    facts = facts_of('date,pain,notes\n2024-05-01,3,fine\n2024-05-02,4,"cut of')

    assert facts[:2] == ["2024-05-01 pain 3.0", "2024-05-02 pain 4.0"]
    assert facts[2].startswith('Line 3: A quote mark (") is left open')


def test_a_line_of_a_million_letters_stops_no_other() -> None:
    long = "x" * 1_500_000
    facts = facts_of(f"date,pain,notes\n2024-05-01,3,{long}\n2024-05-02,4,fine\n")

    assert facts[0].startswith("Line 2: The line is far too long")
    assert facts[1] == "2024-05-02 pain 4.0"


def test_a_line_of_very_many_letters_that_ends_the_file_is_told() -> None:
    facts = facts_of("date,pain,notes\n2024-05-01,3,fine\n" + "x" * (1 << 20))

    assert facts[1].startswith("Line 3: The line is far too long")


def test_a_long_line_late_in_a_block_of_lines_is_told() -> None:
    rows = "".join(f"2024-05-01,{n % 10},fine\n" for n in range(62))
    facts = facts_of(f"date,pain,notes\n{rows}{'x' * 3_000_000}\n2024-05-02,4,fine\n")

    assert facts[62].startswith("Line 64: The line is far too long")
    assert facts[63:] == ["2024-05-02 pain 4.0"]


def test_a_cell_of_very_many_letters_stops_no_other_row() -> None:
    long = "x" * 200_000
    facts = facts_of(f"date,pain,notes\n2024-05-01,3,{long}\n2024-05-02,4,fine\n")

    assert facts[0].startswith("Line 2: A cell is far too long")
    assert facts[1] == "2024-05-02 pain 4.0"


def test_reading_tells_how_many_bytes_it_has_read(tmp_path: Path) -> None:
    diary = tmp_path / "diary.csv"
    diary.write_text("date,pain\n" + "2024-05-01,3\n" * 60_000)
    news: list[int] = []

    with diary.open("rb") as file:
        reading = read_diary(file, Choices(), today=TODAY, progress=news.append)
        found = sum(1 for _ in reading.observations)
        assert not file.closed

    assert found == 60_000
    assert sum(news) == TIMES_READ * diary.stat().st_size
    assert len(news) > TIMES_READ


def test_a_door_may_close_the_file_before_the_end(tmp_path: Path) -> None:
    diary = tmp_path / "diary.csv"
    diary.write_text(GOOD)

    with diary.open("rb") as file:
        observations = read_diary(file, Choices(), today=TODAY).observations
        next(observations)
    del observations
