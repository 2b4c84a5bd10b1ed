"""The pages that are made from the examples: all of them are there, as the tests tell them."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
DOCS = HERE.parent.parent / "docs"
BY_EXAMPLE = (DOCS / "developers" / "rule-by-example.md").read_text(encoding="utf-8")
FOR_PEOPLE = (DOCS / "people" / "rule.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def spec() -> ModuleType:
    """The extension, loaded by path as Sphinx does."""
    pytest.importorskip("sphinx")
    found = importlib.util.spec_from_file_location("spec", DOCS / "_ext" / "spec.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.mark.parametrize("section", sorted(HERE.glob("*/test_*.py")), ids=lambda path: path.stem)
def test_every_section_stands_on_the_page(section: Path) -> None:
    chapter = BY_EXAMPLE.partition(f"{{examples}} {section.parent.name}\n")[2].partition("```")[0]

    assert section.stem in chapter.splitlines()


@pytest.mark.parametrize("place", re.findall(r"\{example\} (\S+)", FOR_PEOPLE))
def test_every_example_chosen_for_people_is_kept_by_the_rule(spec: ModuleType, place: str) -> None:
    file, _, name = place.partition("::")
    chapter, _, section = file.partition("/")
    (example,) = (one for one in spec.section_of(chapter, section).examples if one.name == name)

    assert example.not_so_yet == ""
    assert example.table


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("test_nothing_rises_before_i_say_yes", "Nothing rises before I say yes"),
        ("test_3b_narrow_decimals_are_heard", "3b. Narrow decimals are heard"),
    ],
)
def test_a_name_becomes_a_sentence(spec: ModuleType, name: str, sentence: str) -> None:
    assert spec.sentence_of(name) == sentence


def test_a_table_that_takes_turns_shows_what_it_takes(spec: ModuleType) -> None:
    examples = spec.section_of("what_the_body_answers", "test_gaps").examples
    example = next(one for one in examples if one.name.startswith("test_the_longer_the_gap"))

    assert example.table[2][0] == "15–last"
    assert example.turns[:2] == [["away", "says", "level"], ["1", "offer", "10"]]
    assert example.lived_with == "a start at 10"


def test_what_the_rule_does_not_keep_yet_is_listed_with_its_reason(spec: ModuleType) -> None:
    for place, example in spec.not_so_yet():
        assert (HERE.parent.parent / place.partition("::")[0]).exists()
        assert example.not_so_yet


def test_a_law_names_its_tests(spec: ModuleType) -> None:
    assert all("::test_law_2" in name for name in spec.proofs_of("2"))
    assert not any("::test_law_1_" in name for name in spec.proofs_of("10"))
    assert all(spec.proofs_of(str(law)) for law in range(1, 15))


def test_a_chapter_that_is_not_there_is_said_so(spec: ModuleType) -> None:
    with pytest.raises(spec.NoSuchExampleError, match="no chapter"):
        spec.chapter_of("what_never_was")
