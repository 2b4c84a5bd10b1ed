"""Sentences as a reader of a catalogue meets them, for tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.words.catalogues import forms, msgids

if TYPE_CHECKING:
    from babel.messages.catalog import Message

PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%\([a-z_]+\)[sd]")
LATIN = re.compile(r"[A-Za-z]")
# A direction mark stands around a number and is none of the words.
MARKS = re.compile("[\u2066-\u2069\u200e\u200f]")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
TAG = re.compile(r"<[^>]+>")


def placeholders(text: str) -> list[str]:
    """What is filled in, in the order of the alphabet."""
    return sorted(PLACEHOLDER.findall(text))


def said_once(message: Message) -> list[tuple[str, str]]:
    """English beside translation: a form for one beside the singular, every other the plural."""
    english = msgids(message)
    told = forms(message)
    return [(english[0 if place == 0 else -1], words) for place, words in enumerate(told)]


def word_count(sentence: str) -> int:
    """How many words a sentence has; a placeholder is one word, a dash none."""
    plain = MARKS.sub("", TAG.sub(" ", sentence))
    return sum(1 for word in plain.split() if re.search(r"[^\W_]|[{%½]", word))


def sentences(text: str) -> list[str]:
    """A text, sentence by sentence."""
    return [one for one in SENTENCE_END.split(text.strip()) if one]
