"""Sentences can be translated, names are told apart, and no word weighs on a tired person."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

import steadystep.importers
from steadystep.importers import CannotRead, Scale, Sentence, Unreadable, parse_scale
from steadystep.importers.columns import NAMES, Role, fold
from steadystep.importers.reading import shown
from steadystep.importers.remembered import Remembered, Unseen

ROOM = Path(steadystep.importers.__file__).parent
HEAVY_WORD = re.compile(
    r"\b(?:lazy|fail(?:s|ed|ure)?|missed|should|push through|cures?|streaks?|targets?|only|just)\b",
    re.IGNORECASE,
)


def test_a_sentence_is_translated_before_it_is_filled() -> None:
    hebrew = {"Line {line}: {why}": "שורה {line}: {why}", "No {what}.": "אין {what}."}
    unreadable = Unreadable(5, Sentence("No {what}.", {"what": "{braces}"}))

    assert unreadable.sentence.said(hebrew.__getitem__) == "שורה 5: אין {braces}."
    assert str(unreadable) == "Line 5: No {braces}."


def test_equal_sentences_can_be_counted() -> None:
    assert len({Sentence("{a}.", {"a": 1}), Sentence("{a}.", {"a": 1})}) == 1


def test_words_from_a_file_are_made_safe_and_short() -> None:
    assert shown("\x1b[31mred\n\talert\u202e") == "[31mred alert"
    assert shown("x" * 1_000) == "x" * 40 + "…"


@pytest.mark.parametrize(
    ("text", "scale"),
    [("0-3", Scale(0, 3)), (" 1 – 10 ", Scale(1, 10)), ("0 to 100", Scale(0, 100))],
)
def test_a_scale_is_named_by_its_two_ends(text: str, scale: Scale) -> None:
    assert parse_scale(text) == scale


@pytest.mark.parametrize("text", ["", "3", "3-0", "3-3", "a-b", "0-9999"])
def test_what_is_no_scale_is_told(text: str) -> None:
    with pytest.raises(CannotRead, match="--scale 0-3") as refusal:
        parse_scale(text)
    assert refusal.value.flag == "--scale"


def test_no_name_stands_for_two_things_but_the_word_for_day() -> None:
    roles = defaultdict(set)
    for role, languages in NAMES.items():
        for name in ", ".join(languages.values()).split(", "):
            roles[fold(name)].add(role)

    shared = {frozenset(several) for several in roles.values() if len(several) > 1}
    assert shared == {frozenset([Role.DATE, Role.DAY_OF_MONTH])}


def test_every_role_is_named_in_every_language() -> None:
    assert {tuple(languages) for languages in NAMES.values()} == {
        ("en", "he", "fr", "de", "es", "it", "pt", "nl")
    }


def test_a_memory_forgets_when_it_grows_too_large() -> None:
    lengths: Remembered[int] = Remembered(len, most=2)

    assert [lengths[text] for text in ("a", "bb", "a", "ccc")] == [1, 2, 1, 3]
    assert lengths == {"ccc": 3}


def test_a_text_is_new_once_and_again_after_very_many_others() -> None:
    unseen = Unseen()

    assert unseen.among(["a", "b", "a"]) == ["a", "b"]
    assert unseen.among(["b", "c"]) == ["c"]
    unseen.among(map(str, range(50_000)))
    assert unseen.among(["a"]) == ["a"]


@pytest.mark.parametrize("file", sorted(ROOM.rglob("*.py")), ids=lambda file: file.name)
def test_no_sentence_holds_a_heavy_word(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Sentence":
            assert not HEAVY_WORD.search(ast.literal_eval(node.args[0]))


@pytest.mark.parametrize("file", sorted(ROOM.rglob("*.py")), ids=lambda file: file.name)
def test_every_sentence_is_written_out_so_that_it_can_be_translated(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Sentence":
            assert isinstance(node.args[0], ast.Constant)
