"""`--help`: short, kind and correct, and in the language of the terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from steadystep.cli.main import steadystep
from steadystep.cli.verbs import SECTIONS, Verb
from steadystep.cli.words import words
from steadystep.explain import banned_in

HOME = Path(__file__).parents[2]
LISTED = [one for _, verbs in SECTIONS for one in verbs]
OURS = [one.name for one in LISTED if one.name not in {"serve", "replay"}]
MOST_WORDS = 14
MOST_LINES = 45


def help_of(*names: str, language: str = "en") -> str:
    """What `--help` prints."""
    words.cache_clear()
    answer = CliRunner().invoke(steadystep, [*names, "--help"], env={"LANGUAGE": language})
    words.cache_clear()
    assert answer.exit_code == 0
    return answer.output


def verb(name: str) -> Verb:
    found = steadystep.get_command(click.Context(steadystep), name)
    assert isinstance(found, Verb)
    return found


class TestAllVerbs:
    def test_each_is_listed_under_what_it_is_for(self) -> None:
        shown = help_of()

        places = [shown.index(f"\n{heading}:\n") for heading, _ in SECTIONS]
        assert places == sorted(places)
        for one in LISTED:
            assert re.search(rf"^  {one.name} +{re.escape(one.in_short)}$", shown, re.MULTILINE)

    @pytest.mark.parametrize("one", LISTED, ids=lambda one: one.name)
    def test_what_is_listed_can_be_loaded(self, one: object) -> None:
        name = getattr(one, "name", "")

        found = steadystep.get_command(click.Context(steadystep), name)

        assert found is not None
        assert found.name == name

    def test_the_verbs_that_were_promised_are_there(self) -> None:
        promised = """start check-in moved flare skip easier smaller today why accept stay undo
                      pause resume mark history export forget"""

        assert set(promised.split()) <= {one.name for one in LISTED}

    def test_listing_them_loads_none(self) -> None:
        ask = (
            "import sys; from click.testing import CliRunner;"
            "from steadystep.cli.main import steadystep;"
            "CliRunner().invoke(steadystep, ['--help']);"
            "print([m for m in sys.modules if m.startswith('steadystep.cli.')])"
        )
        told = subprocess.run(
            [sys.executable, "-c", ask],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(HOME / "src")},
        )

        assert set(re.findall(r"cli\.(\w+)", told.stdout)) == {"main", "verbs", "trouble", "words"}

    def test_a_morning_loads_no_more_than_it_needs(self) -> None:
        """Speed is measured by benchmarks/terminal.py; this is what it rests on."""
        ask = "import sys, steadystep.cli.main, steadystep.cli.today; print(*sys.modules)"
        told = subprocess.run(
            [sys.executable, "-c", ask],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(HOME / "src")},
        )

        loaded = set(told.stdout.split())
        assert not {"rich", "django", "asyncio", "platformdirs"} & loaded
        rooms = {one.split(".")[1] for one in loaded if one.startswith("steadystep.")}
        assert rooms == {"cli", "core", "explain", "store"}
        assert "steadystep.explain.telling" not in loaded

    def test_a_verb_nobody_knows_ends_with_two(self) -> None:
        answer = CliRunner().invoke(steadystep, ["todya"])

        assert answer.exit_code == 2
        assert "todya" in answer.stderr


class TestOneVerb:
    @pytest.mark.parametrize("name", OURS)
    def test_it_is_short_and_fits_the_terminal(self, name: str) -> None:
        lines = help_of(name).splitlines()

        assert len(lines) <= MOST_LINES
        assert max(map(len, lines)) <= 96

    @pytest.mark.parametrize("name", OURS)
    def test_its_sentences_are_short_and_weigh_nothing(self, name: str) -> None:
        one = verb(name)
        told = [one.help or "", *(each.help or "" for each in one.params
                                  if isinstance(each, click.Option))]  # fmt: skip

        for sentence in re.split(r"(?<=[.:?!])\s+", " ".join(" ".join(told).split())):
            assert len(sentence.split()) <= MOST_WORDS, sentence
            assert banned_in(sentence) == ()

    @pytest.mark.parametrize("name", OURS)
    def test_every_option_says_what_it_is_for(self, name: str) -> None:
        options = [one for one in verb(name).params if isinstance(one, click.Option)]

        assert [one.name for one in options if not one.help] == []

    @pytest.mark.parametrize("name", OURS)
    def test_its_examples_are_calls_it_understands(self, name: str) -> None:
        """As far as the words go: whether it can be done, the day says."""
        one, shown = verb(name), help_of(name)
        for example in one.examples:
            assert f"  {example}\n" in shown

    def test_help_speaks_the_language_of_the_terminal(self) -> None:
        assert "Examples:" in help_of("check-in")
        if (HOME / "src/steadystep/locale/he/LC_MESSAGES/steadystep.mo").exists():
            assert help_of("check-in", language="he") != help_of("check-in")
