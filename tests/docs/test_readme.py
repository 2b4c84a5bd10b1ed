"""What the README shows is so: its lines, its example, its names and its links."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import steadystep
from tests.golden import write

HOME = Path(__file__).parents[2]
README = (HOME / "README.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
LINKS = re.findall(r"\]\(([^)#]+)\)", README)


def test_the_first_two_commands_are_run_and_test() -> None:
    commands = re.findall(r"^python3 dev\.py (\w+)", README, flags=re.MULTILINE)

    assert commands[:2] == ["run", "test"]


def test_the_story_that_is_quoted_is_the_one_that_is_told() -> None:
    story = " ".join(write.story_file("boom-buster").read_text(encoding="utf-8").split())
    quoted = re.findall(r"^> (.+)$", README, flags=re.MULTILINE)

    assert quoted
    for sentence in quoted:
        assert sentence.replace("**", "") in story


def test_the_example_has_six_lines_and_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    diary = (write.EXAMPLES / "steady.csv").read_bytes()
    (tmp_path / "diary.csv").write_bytes(diary)
    monkeypatch.chdir(tmp_path)

    exec(compile(EXAMPLE, "README.md", "exec"), {})  # noqa: S102 - our own six lines

    assert EXAMPLE.count("\n") == 6
    assert len(capsys.readouterr().out.splitlines()) == 84


@pytest.mark.parametrize("name", steadystep.__all__)
def test_a_public_name_can_be_had(name: str) -> None:
    assert getattr(steadystep, name) is not None


def test_another_name_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(steadystep, "nothing")  # noqa: B009 - the type checker knows better


def test_importing_the_package_loads_nothing_else() -> None:
    """`--help` has to be quick, and `core` must not pull in a reader."""
    ask = "import sys, steadystep; print([m for m in sys.modules if m.startswith('steadystep.')])"

    told = subprocess.run(
        [sys.executable, "-c", ask],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(HOME / "src")},
    )

    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_to_a_page(link: str) -> None:
    assert (HOME / link).exists()
