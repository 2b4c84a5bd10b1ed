"""Reads a diary written in a test, and tells each fact on one line."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from steadystep.importers import CannotRead, Choices, Reading, read_diary
from tests.importers.golden import TODAY, in_words

if TYPE_CHECKING:
    from typing import Any


def reading_of(diary: str | bytes, **choices: Any) -> Reading:  # noqa: ANN401 - any choice.
    """Read a diary as the door would."""
    raw = diary.encode() if isinstance(diary, str) else diary
    return read_diary(io.BytesIO(raw), Choices(**choices), today=TODAY)


def facts_of(diary: str | bytes, **choices: Any) -> list[str]:  # noqa: ANN401
    """Tell the facts of a diary, one a line."""
    return [in_words(found) for found in reading_of(diary, **choices).observations]


def assumed_of(diary: str | bytes, **choices: Any) -> list[str]:  # noqa: ANN401
    """Tell what was assumed."""
    return [str(sentence) for sentence in reading_of(diary, **choices).assumed]


def refusal_of(diary: str | bytes, **choices: Any) -> CannotRead:  # noqa: ANN401
    """Give the reason why a diary cannot be read."""
    try:
        reading_of(diary, **choices)
    except CannotRead as refusal:
        return refusal
    raise AssertionError("The diary was read.")
