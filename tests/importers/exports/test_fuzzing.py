"""Exports spoiled by chance: some of each reader here, as many as time allows by `fuzzing.py`."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("resource", reason="memory is measured where the system tells it")

from steadystep.importers.exports import EXPORT_READERS
from tests.importers.exports.fuzzing import Found, exports, fuzz, spoil

if TYPE_CHECKING:
    from collections.abc import Iterator

EACH = 12


def never() -> bool:
    return False


def some() -> Iterator[int]:
    return iter(range(EACH * len(EXPORT_READERS)))


def test_whatever_is_in_an_export_the_answer_is_a_reading_or_a_sentence() -> None:
    found = fuzz(some(), never)

    assert found.troubles == []
    assert set(found.inputs.values()) == {EACH}
    assert found.read.total() > len(EXPORT_READERS)


def test_every_reader_has_its_turn() -> None:
    assert list(exports()) == [reader.name for reader in EXPORT_READERS]


def test_an_input_is_made_of_its_number_alone() -> None:
    raw = b"date,pain\n2026-01-01,3\n"

    assert spoil(raw, raw, random.Random(3)) == spoil(raw, raw, random.Random(3))


def test_what_is_no_answer_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EXPORT_READERS[0], "recognises", lambda _: 1 / 0)

    found: Found = fuzz(iter([0]), never)

    assert "ZeroDivisionError" in "\n".join(found.lines())
