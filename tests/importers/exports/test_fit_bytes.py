"""Every byte of a FIT file has its meaning, and a damaged one costs no message before it."""

from __future__ import annotations

import os
import warnings
from collections import defaultdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.importers.fit.bytes import FitDecoder, Messages
from steadystep.importers.fit.chain import is_fit, parts_of
from steadystep.importers.fit.checksum import checksum
from steadystep.importers.fit.known_fields import RECORD, TIMESTAMP
from steadystep.importers.reading import Sentence
from tests.importers.exports.fit_made import FitMade, a_day, a_night, a_walk, begun, clock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DATA = Path(
    os.environ.get("STEADYSTEP_REAL_DIARIES", Path(__file__).parents[3].parent / "shared" / "data")
)
REAL = sorted(DATA.glob("garmin_fit/*.fit"))
NOON = clock("2024-05-01T12:00:00")
HEART = {RECORD: (3,)}


def decoded(
    raw: bytes, wanted: Mapping[int, tuple[int, ...]]
) -> tuple[dict[int, list[tuple[int | None, ...]]], list[str]]:
    """Tell the messages of each kind, a row for each, and what is wrong."""
    rows: dict[int, list[tuple[int | None, ...]]] = defaultdict(list)
    troubles: list[str] = []
    decoder = FitDecoder(wanted)
    for part in parts_of(raw):
        if isinstance(part, Sentence):
            troubles.append(str(part))
            continue
        troubles += [str(part.trouble)] if part.trouble else []
        for messages in decoder.messages(part):
            if isinstance(messages, Messages):
                rows[messages.number] += list(zip(messages.times, *messages.columns, strict=True))
            else:
                troubles.append(str(messages))
    return dict(rows), troubles


def hearts(raw: bytes) -> list[tuple[int | None, ...]]:
    return decoded(raw, HEART)[0].get(RECORD, [])


def a_file(*, big: bool = False, beats: tuple[int, ...] = (70, 71, 72)) -> FitMade:
    fit = FitMade(big=big)
    fit.define(0, RECORD, [(253, "u32"), (3, "u8")])
    for second, beat in enumerate(beats):
        fit.add(0, NOON + second, beat)
    return fit


GOOD = [(NOON, 70), (NOON + 1, 71), (NOON + 2, 72)]


def a_mixed_file() -> FitMade:
    """All that the protocol allows: both orders of bytes, short times, fields of developers."""
    fit = begun("2024-05-01T12:00:00")
    fit.define(1, RECORD, [(253, "u32"), (3, "u8"), (13, "s8"), (0, "s32")], developer=[(3, 4)])
    fit.define(2, RECORD, [(3, "u8"), (7, "u16")])
    for second in range(300):
        fit.add(1, NOON + second, 60 + second % 195, second % 128, -second, b"abcd")
        if second % 3 == 0:
            fit.add_short(2, NOON + second + 1, 61, 0xFFFF)
            fit.add_short(2, NOON + second + 9, 0xFF, 150)
    fit.big = True
    fit.define(1, 55, [(253, "u32"), (27, "u8"), (26, "u16"), (3, "u32")])
    fit.add(1, NOON, 70, 12_000, 4000)
    return fit


# How a file lies --------------------------------------------------------------------------------


@pytest.mark.parametrize("header", [12, 14, 20])
@pytest.mark.parametrize("big", [False, True])
def test_a_file_is_read_in_both_orders_of_bytes_and_with_any_header(
    header: int, *, big: bool
) -> None:
    assert decoded(a_file(big=big).made(header=header), HEART) == ({RECORD: GOOD}, [])


def test_a_fit_file_is_known_by_its_signature() -> None:
    assert is_fit(a_file().made())
    assert not is_fit(b"")
    assert not is_fit(b"\x02\0\0\0\0\0\0\0.FIT")
    assert not is_fit(b"PK\x03\x04 and some more")


def test_chained_files_are_read_one_after_the_other() -> None:
    assert hearts(a_file().made() + a_file(big=True).made(header=12)) == GOOD * 2


def test_a_chain_that_never_ends_is_read_as_far_as_chains_go() -> None:
    parts = list(parts_of(FitMade().made() * 1_001))

    assert len(parts) == 1_001
    assert str(parts[-1]).startswith("More than 1000 files are chained into this one.")


def test_a_run_of_very_many_messages_comes_in_pieces_and_whole() -> None:
    beats = tuple(60 + number % 90 for number in range(9000))
    raw = a_file(beats=beats).made()
    pieces = [messages for part in parts_of(raw) for messages in FitDecoder(HEART).messages(part)]  # type: ignore[arg-type]

    assert hearts(raw) == [(NOON + number, beat) for number, beat in enumerate(beats)]
    assert len(pieces) > 3


def test_messages_between_others_keep_their_order() -> None:
    fit = a_file(beats=())
    fit.define(1, 78, [(0, "u16")])
    for second in range(4):
        fit.add(0, NOON + second, 80 + second)
        fit.add(1, 700)
    rows, _ = decoded(fit.made(), {RECORD: (3,), 78: ()})

    assert rows == {
        RECORD: [(NOON + second, 80 + second) for second in range(4)],
        78: [(None,)] * 4,
    }


def test_messages_of_several_layouts_keep_their_order() -> None:
    fit = FitMade()
    fit.define(0, RECORD, [(253, "u32"), (3, "u8")])
    fit.define(1, RECORD, [(3, "u8"), (4, "u8")])
    expected: list[tuple[int | None, ...]] = []
    for second in range(5000):
        fit.add(0, NOON + second, 60 + second % 90)
        expected.append((NOON + second, None, 60 + second % 90, None))
        if not second % 3:
            fit.add(1, 66, second % 200)
            expected.append((None, None, 66, second % 200))

    assert decoded(fit.made(), {RECORD: (7, 3, 4)})[0] == {RECORD: expected}


def test_messages_after_a_turn_come_after_it_however_many_they_are() -> None:
    fit = FitMade()
    fit.define(0, 103, [(253, "u32")])
    fit.define(1, 55, [(27, "u8")])
    for turn in range(3):
        fit.add(0, NOON + turn)
        for _ in range(20_000):
            fit.add(1, 60)
    told = [
        messages.number
        for part in parts_of(fit.made())
        for messages in FitDecoder({103: (), 55: (27,)}, frozenset({103})).messages(part)  # type: ignore[arg-type]
        if isinstance(messages, Messages)
    ]

    assert [number for number, _ in groupby(told)] == [103, 55] * 3


def test_a_place_may_be_defined_anew() -> None:
    fit = a_file()
    fit.define(0, RECORD, [(3, "u8"), (7, "u16"), (253, "u32")])
    fit.add(0, 90, 200, NOON + 3)

    assert hearts(fit.made()) == [*GOOD, (NOON + 3, 90)]


def test_very_many_layouts_are_not_all_kept() -> None:
    fit = FitMade()
    for number in range(1100):
        fit.define(0, RECORD, [(253, "u32"), (3, "u8"), (200, "u8")], developer=[(number % 250, 1)])
        fit.define(0, 30_000 + number, [(253, "u32")])
    fit.define(0, RECORD, [(253, "u32"), (3, "u8")])
    fit.add(0, NOON, 66)

    assert hearts(fit.made()) == [(NOON, 66)]


# Values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "none", "some"),
    [
        ("enum", 0xFF, 0xFE),
        ("s8", 0x7F, -1),
        ("u8", 0xFF, 0),
        ("s16", 0x7FFF, -32_768),
        ("u16", 0xFFFF, 0xFFFE),
        ("s32", 0x7FFF_FFFF, -1),
        ("u32", 0xFFFF_FFFF, 0),
        ("u32z", 0, 0xFFFF_FFFF),
        ("byte", 0xFF, 1),
    ],
)
def test_each_type_has_a_value_that_means_none(kind: str, none: int, some: int) -> None:
    fit = FitMade()
    fit.define(0, RECORD, [(253, "u32"), (3, kind)])
    fit.add(0, NOON, none)
    fit.add(0, NOON, some)

    assert hearts(fit.made()) == [(NOON, None), (NOON, some)]


def test_what_is_no_single_whole_number_is_passed_over() -> None:
    fit = FitMade()
    fit.define(0, RECORD, [(253, "u32"), (3, "f64")])
    fit.add(0, NOON, 72.0)
    # Two bytes of a type that has four.
    fit.body += bytes([0x41, 0, 0, RECORD, 0, 2, 253, 4, 0x86, 3, 2, 0x86])
    fit.body += bytes([1, *NOON.to_bytes(4, "little"), 72, 0])

    assert hearts(fit.made()) == [(NOON, None), (NOON, None)]


def test_of_a_field_that_is_there_twice_the_first_counts() -> None:
    fit = FitMade()
    fit.define(0, RECORD, [(253, "u32"), (3, "u8"), (3, "u8")])
    fit.add(0, NOON, 70, 99)

    assert hearts(fit.made()) == [(NOON, 70)]


def test_fields_of_developers_are_passed_over() -> None:
    fit = FitMade()
    fit.define(0, RECORD, [(253, "u32"), (3, "u8")], developer=[(0, 2), (1, 7)])
    fit.add(0, NOON, 70, b"ab", b"abcdefg")
    fit.add(0, NOON + 1, 71, b"ab", b"abcdefg")

    assert hearts(fit.made()) == GOOD[:2]


# Times ------------------------------------------------------------------------------------------


def test_a_short_time_is_put_on_to_the_last_whole_one() -> None:
    fit = a_file(beats=(70,))
    fit.define(1, RECORD, [(3, "u8")])
    for ahead in (1, 5, 32, 32, 63):
        fit.add_short(1, NOON + ahead, 80)
    # Later by 0, by 27 and by 31 seconds: it is the next moment that ends so.
    assert [time for time, _ in hearts(fit.made())] == [
        NOON,
        NOON + 1,
        NOON + 5,
        NOON + 32,
        NOON + 32,
        NOON + 63,
    ]


def test_a_short_time_hears_of_times_in_messages_nobody_wants() -> None:
    fit = FitMade()
    fit.define(1, RECORD, [(3, "u8")])
    fit.define(2, 21, [(0, "u8"), (253, "u32")])
    fit.define(3, 22, [(0, "u8")])
    fit.add(2, 9, NOON)
    fit.add(2, 9, 0xFFFF_FFFF)
    fit.add_short(3, NOON + 20, 9)
    fit.add_short(1, NOON + 40, 80)
    fit.add(3, 9)
    fit.define(2, 21, [(0, "u8"), (253, "u8")])
    fit.add(2, 9, 8)
    fit.define(2, 21, [(0, "u8"), (253, "u32")])
    fit.add(2, 9, 0xFFFF_FFFF)
    fit.add_short(1, NOON + 41, 80)

    assert hearts(fit.made()) == [(NOON + 40, 80), (NOON + 41, 80)]


# What is broken ---------------------------------------------------------------------------------


def test_a_wrong_checksum_is_told_and_the_messages_count() -> None:
    rows, troubles = decoded(a_file().made(good=False), HEART)

    assert rows == {RECORD: GOOD}
    assert troubles == ["The checksum is wrong. What can be read is kept. Copy the file again."]


def test_a_checksum_that_was_never_written_is_no_wrong_one() -> None:
    assert decoded(a_file().made()[:-2] + b"\0\0", HEART) == ({RECORD: GOOD}, [])


@pytest.mark.parametrize("lost", [1, 2, 3, 8, 14])
def test_a_file_cut_short_is_read_as_far_as_it_goes(lost: int) -> None:
    rows, troubles = decoded(a_file().made()[:-lost], HEART)

    assert rows[RECORD] == GOOD[: 3 - (lost + 3) // 6]
    assert troubles[0].startswith("The file is cut short.")


def test_a_file_cut_inside_its_header_holds_nothing() -> None:
    assert decoded(a_file().made()[:13], HEART)[0] == {}
    assert decoded(a_file().made()[:11], HEART)[1] == [
        "This is no FIT file. Copy it from the watch again."
    ]


def test_a_file_that_was_never_closed_is_read() -> None:
    rows, troubles = decoded(a_file().made(closed=False), HEART)

    assert rows == {RECORD: GOOD}
    assert troubles == ["The watch did not close the file. What is there is read."]


def test_an_empty_file_before_a_full_one_is_no_trouble() -> None:
    assert decoded(FitMade().made() + a_file().made(), HEART) == ({RECORD: GOOD}, [])


def test_other_bytes_after_the_end_are_told() -> None:
    rows, troubles = decoded(a_file().made() + b"and so on", HEART)

    assert rows == {RECORD: GOOD}
    assert troubles[0].startswith("After its end the file holds more")


@pytest.mark.parametrize(
    "tail",
    [
        b"\x05",  # of a layout that was never defined
        b"\x00\x01",  # cut off
        b"\x40\0\0",  # a definition that is cut off
        b"\x40\0\0\x14\0\x02\xfd\x04\x86",  # another
        b"\x60\0\0\x14\0\x00",  # one that lacks its developer fields
        b"\x60\0\0\x14\0\x00\x02\0\x01\0",  # one of which some are lacking
    ],
)
def test_where_messages_cannot_be_told_apart_those_before_count(tail: bytes) -> None:
    fit = a_file()
    fit.body += tail
    rows, troubles = decoded(fit.made(), HEART)

    assert rows == {RECORD: GOOD}
    assert troubles[0].startswith("From some point on it is damaged.")


# The checksum -----------------------------------------------------------------------------------


def slow_checksum(data: bytes) -> int:
    rest = 0
    for byte in data:
        rest ^= byte
        for _ in range(8):
            rest = rest >> 1 ^ (0xA001 if rest & 1 else 0)
    return rest


@pytest.mark.parametrize("length", [0, 1, 2, 9, 4095, 4096, 4097, 32_766, 32_767, 32_768, 65_534])
def test_the_folded_checksum_is_the_plain_one(length: int) -> None:
    data = bytes((number * number + 7) % 251 for number in range(length))

    assert checksum(data) == slow_checksum(data)


@settings(max_examples=10)
@given(st.binary(max_size=200), st.integers(0, 40_000))
def test_the_folded_checksum_of_any_bytes_is_the_plain_one(data: bytes, zeros: int) -> None:
    assert checksum(data + bytes(zeros) + data) == slow_checksum(data + bytes(zeros) + data)


def test_the_checksum_of_the_protocol_is_met() -> None:
    assert checksum(b"123456789") == 0xBB3D


# Against an independent reader ------------------------------------------------------------------


def of_fitdecode(path: Path) -> dict[int, list[dict[int, Any]]]:
    """Read with fitdecode: for each kind, the raw values of the fields of each message."""
    fitdecode = pytest.importorskip("fitdecode")
    rows = defaultdict(list)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with fitdecode.FitReader(str(path)) as reader:
                for frame in reader:
                    if isinstance(frame, fitdecode.FitDataMessage):
                        told: dict[int, Any] = {}
                        for one in frame.fields:
                            # Without a definition it was worked out, but for short times.
                            in_file = one.field_def is not None and not one.field_def.is_dev
                            if in_file or one.def_num == TIMESTAMP:
                                told.setdefault(one.def_num, one.raw_value)
                        rows[frame.global_mesg_num].append(told)
        except fitdecode.FitError:
            # It stops where a file is broken. What it told before holds.
            pass
    return dict(rows)


def assert_as_fitdecode(path: Path) -> int:
    """Compare every whole number of every message, and tell how many there are."""
    theirs = of_fitdecode(path)
    wanted = {
        number: tuple(sorted({name for row in rows for name in row if name != TIMESTAMP}))
        for number, rows in theirs.items()
    }
    ours, _ = decoded(path.read_bytes(), wanted)
    compared = 0
    for number, rows in theirs.items():
        names = (TIMESTAMP, *wanted[number])
        expected = [tuple(_whole(row.get(name)) for name in names) for row in rows]
        assert ours[number] == expected
        compared += len(names) * len(rows)
    return compared


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_file_reads_as_fitdecode_reads_it(path: Path) -> None:
    assert assert_as_fitdecode(path) > 0


@pytest.mark.parametrize("make", [a_walk, a_day, a_night, a_file, a_mixed_file])
@pytest.mark.parametrize("good", [True, False])
def test_an_invented_file_reads_as_fitdecode_reads_it(
    make: Callable[[], FitMade], tmp_path: Path, *, good: bool
) -> None:
    path = tmp_path / "made.fit"
    path.write_bytes(make().made(good=good))

    assert assert_as_fitdecode(path) > 0


def _whole(value: object) -> int | None:
    """Take a whole number; fitdecode tells single bytes as a list of one."""
    if isinstance(value, tuple) and len(value) == 1:
        return _whole(value[0])
    return value if isinstance(value, int) else None
