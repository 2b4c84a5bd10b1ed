"""The page about diaries is short in its sentences and says all that can be chosen."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from steadystep.importers import Choices

PAGE = Path(__file__).parents[2] / "docs" / "people" / "diaries.md"
MOST_WORDS = 14


def sentences() -> list[str]:
    text = re.sub(r"```.*?```", "", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = [line for line in text.splitlines() if not line.startswith("|--")]
    pieces = re.split(r"[|\n]|(?<=[.:!?])\**\s", "\n".join(lines))
    return [piece.strip() for piece in pieces if piece.strip()]


@pytest.mark.parametrize("sentence", sentences())
def test_a_sentence_is_short(sentence: str) -> None:
    assert len(sentence.split()) <= MOST_WORDS


def test_every_flag_is_told() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert [field.name for field in fields(Choices) if f"`--{field.name} " not in text] == []
