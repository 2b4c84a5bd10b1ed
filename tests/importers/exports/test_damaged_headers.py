"""A first line that is damaged: the answer names the column, and is never an error of ours."""

from __future__ import annotations

import pytest

from steadystep.importers.reading import CannotRead
from tests.importers.exports.diary_readings import READERS, files_in, read_as
from tests.importers.exports.noted import InMemory

# Each reader that needs columns by their names, and the first one, by its name, that is not there.
NEEDING = {
    "bearable/first": "category",
    "daylio/export": "activities",
    "flaredown/own": "date",
    "flaredown/research": "checkin date",
}


@pytest.mark.parametrize("reading", NEEDING)
def test_a_quote_left_open_in_the_first_line_is_told_with_the_column(reading: str) -> None:
    app = reading.partition("/")[0]
    (raw,) = files_in(reading).values()
    named = raw.removeprefix(b"\xef\xbb\xbf")
    damaged = {"x": b'"' + named.replace(b'"', b"")}

    assert READERS[app].recognises(InMemory(damaged))
    with pytest.raises(CannotRead) as refusal:
        read_as(app, damaged)
    assert str(refusal.value) == (
        f"The first line is damaged: “{NEEDING[reading]}” is not among the columns. "
        "Export your data once more."
    )


def test_tags_that_are_glued_to_their_neighbour_are_told_too() -> None:
    raw = b'Date,Joint pain,"x"y,Tags,Foods,Weather summary\n2026-03-01,2,,,,\n'
    glued = raw.replace(b'"x"y,Tags', b'"x,Tags,y"').replace(b"Date", b"Date,Weather summary,Foods")

    with pytest.raises(CannotRead, match="“tags” is not among the columns"):
        read_as("flaredown", {"x": glued})


def test_a_table_whose_tags_stand_before_its_days_has_no_severities() -> None:
    raw = b"Tags,Date,Joint pain,Foods,Weather summary\n,2026-03-01,2,,\n"

    with pytest.raises(CannotRead, match="is called pain or fatigue"):
        read_as("flaredown", {"x": raw})
