"""Whatever the bytes are, a reader answers in words and yields nothing impossible."""

import io

from hypothesis import example, given
from hypothesis import strategies as st

from steadystep.core.observations import (
    FlareMarked,
    LoadMeasured,
    Measured,
    SymptomRated,
)
from steadystep.importers import READERS, CannotRead, Choices, Scale, Unreadable
from tests.importers.golden import FIXTURES, TODAY

VALID = [path.read_bytes() for path in sorted(FIXTURES.glob("*.csv"))]
CHOICES = st.sampled_from(
    [
        Choices(),
        Choices(dates="dmy"),
        Choices(dates="ymd", scale=Scale(1, 7)),
        Choices(person="101", flare="none"),
        Choices(pain="pain_knee"),
    ]
)
PIECES = st.sampled_from(
    [b'"', b",", b";", b"\t", b"\n", b"\r", b"\0", b"\xff", b"-", b"9" * 30, b"1e9", b"nan"]
)


def look(raw: bytes, choices: Choices) -> None:
    """Read with every reader; whatever is raised but a refusal is a mistake of ours."""
    for reader in READERS:
        try:
            reading = reader.read(io.BytesIO(raw), choices, today=TODAY)
            for found in reading.observations:
                assert_possible(found)
        except CannotRead:
            continue


def assert_possible(found: object) -> None:
    match found:
        case SymptomRated(day, _, tenths):
            assert day <= TODAY
            assert 0 <= tenths <= 100
        case LoadMeasured(day, tenths, _):
            assert day <= TODAY
            assert 0 <= tenths <= 2_000_000
        case Measured(day, _, tenths):
            assert day <= TODAY
            assert 0 < tenths <= 5_000
        case FlareMarked(day):
            assert day <= TODAY
        case _:
            assert isinstance(found, Unreadable)
            assert str(found).startswith("Line ")


@given(st.binary(max_size=400), CHOICES)
@example(b'date,pain\n"', Choices())
@example(b"\xff\xfed", Choices())
@example(b"sep=;", Choices())
def test_random_bytes_are_answered_in_words(raw: bytes, choices: Choices) -> None:
    look(raw, choices)


@given(st.sampled_from(VALID), st.data(), CHOICES)
def test_a_diary_with_a_scratch_is_read_or_answered_in_words(
    raw: bytes, data: st.DataObject, choices: Choices
) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw)))
        end = min(len(raw), start + data.draw(st.integers(0, 12)))
        raw = raw[:start] + data.draw(PIECES | st.binary(max_size=6)) + raw[end:]
    look(raw, choices)


@given(st.sampled_from(VALID), st.floats(0, 1), CHOICES)
def test_a_diary_cut_anywhere_is_read_or_answered_in_words(
    raw: bytes, where: float, choices: Choices
) -> None:
    look(raw[: int(len(raw) * where)], choices)


@given(
    st.lists(
        st.tuples(st.dates(), st.text(max_size=6), st.text(max_size=6), st.text(max_size=6)),
        min_size=1,
        max_size=8,
    )
)
def test_any_words_in_the_cells_are_answers_or_answered(
    rows: list[tuple[object, str, str, str]],
) -> None:
    lines = ["date,pain,steps,flare", *(",".join(map(str, row)) for row in rows)]
    look("\n".join(lines).encode(errors="replace"), Choices())
