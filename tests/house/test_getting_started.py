"""dev.py: what a newcomer meets first."""

import ast
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev

NEW = (3, 11)


@pytest.fixture
def a_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give dev.py a small tree of its own, with a .venv that holds a Python."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("click==8\n")
    (tmp_path / "requirements" / "dev.txt").write_text("click==8\npytest==9\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    monkeypatch.setattr(dev, "HOME", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", python)
    return tmp_path


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Write down each install instead of doing it."""
    written: list[list[str]] = []
    monkeypatch.setattr(dev, "must", lambda words: written.append(list(words)))
    monkeypatch.setattr(dev, "find_uv", lambda: "uv")
    return written


def everything(_name: str) -> bool:
    return True


def without(*missing: str) -> Callable[[str], bool]:
    return lambda name: name not in missing


# ---------------------------------------------------------------------------- what is missing


def test_on_an_old_python_it_names_the_one_to_install_and_the_next_command() -> None:
    answer = dev.what_is_missing((3, 9), uv=None, has=everything)

    assert answer is not None
    assert "This is Python 3.9." in answer
    assert "sudo apt install python3.11 python3.11-venv" in answer
    assert answer.endswith("python3.11 dev.py run")


def test_an_old_python_is_named_even_where_uv_is_at_hand() -> None:
    assert dev.what_is_missing((3, 10), uv="/usr/bin/uv", has=everything)


@pytest.mark.parametrize("part", ["venv", "ensurepip"])
def test_without_the_part_that_makes_environments_it_says_what_to_install(part: str) -> None:
    answer = dev.what_is_missing(NEW, uv=None, has=without(part))

    assert answer is not None
    assert "sudo apt install python3-venv" in answer


def test_uv_makes_up_for_a_missing_ensurepip() -> None:
    assert dev.what_is_missing(NEW, uv="/usr/bin/uv", has=without("ensurepip")) is None


def test_a_python_that_has_everything_hears_nothing() -> None:
    assert dev.what_is_missing(NEW, uv=None, has=everything) is None


def test_an_old_python_can_read_the_file_that_greets_it() -> None:
    text = Path(dev.__file__).read_text(encoding="utf-8")

    assert ast.parse(text, feature_version=(3, 8)).body


def test_the_greeting_is_printed_and_nothing_is_installed(
    capsys: pytest.CaptureFixture[str],
    installs: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    assert dev.main(["run"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().out
    assert installs == []


# ---------------------------------------------------------------------------- the words


def test_without_a_word_it_lists_the_three(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0

    told = capsys.readouterr().out
    assert all(f"dev.py {verb}" in told for verb in ("run", "test", "check"))


def test_an_unknown_word_is_answered_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert dev.main(["walk"]) == 2
    assert capsys.readouterr().out == "dev.py does not know 'walk'. It knows: run, test, check.\n"


def test_an_unknown_kind_of_check_is_answered_before_anything_is_installed(
    capsys: pytest.CaptureFixture[str], installs: list[list[str]]
) -> None:
    assert dev.main(["check", "--slowly"]) == 2
    assert "It knows: --slow, --fast, --long" in capsys.readouterr().out
    assert installs == []


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ([], ["serve"]),
        (["today"], ["today"]),
    ],
)
def test_run_opens_the_pages_unless_told_otherwise(
    words: list[str], asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[list[str]] = []
    monkeypatch.setattr(dev, "prepare", lambda _kind: None)
    monkeypatch.setattr(dev, "hand_over", handed.append)

    dev.run(words)

    assert [call[1:] for call in handed] == [asked]


# ---------------------------------------------------------------------------- installing once


@pytest.mark.usefixtures("a_tree")
def test_the_first_call_checks_every_hash_and_adds_the_project_without_its_dependencies(
    installs: list[list[str]],
) -> None:
    dev.prepare("run")

    locked, itself = installs
    assert "--require-hashes" in locked
    assert {"--no-deps", "--no-build-isolation", "--editable"} <= set(itself)


@pytest.mark.usefixtures("a_tree")
def test_the_second_call_installs_nothing(installs: list[list[str]]) -> None:
    dev.prepare("run")
    installs.clear()

    dev.prepare("run")

    assert installs == []


@pytest.mark.usefixtures("a_tree")
def test_who_can_test_can_also_run(installs: list[list[str]]) -> None:
    dev.prepare("dev")
    installs.clear()

    dev.prepare("run")

    assert installs == []


@pytest.mark.usefixtures("a_tree")
def test_who_can_run_cannot_yet_test(installs: list[list[str]]) -> None:
    dev.prepare("run")
    installs.clear()

    dev.prepare("dev")

    assert len(installs) == 2


@pytest.mark.usefixtures("a_tree")
def test_without_uv_pip_checks_the_same_hashes(
    installs: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "find_uv", lambda: None)
    monkeypatch.setattr(dev, "is_quiet", lambda _words: True)

    dev.prepare("run")

    assert [words[1:4] for words in installs] == [["-m", "pip", "install"]] * 2
    assert "--require-hashes" in installs[0]


@pytest.mark.usefixtures("a_tree")
def test_an_environment_that_uv_made_gets_its_pip_when_uv_is_gone(
    installs: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "find_uv", lambda: None)
    monkeypatch.setattr(dev, "is_quiet", lambda _words: False)

    dev.prepare("run")

    assert installs[0][1:3] == ["-m", "venv"]


@pytest.mark.parametrize("name", ["requirements/run.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_file_is_installed_again(
    name: str, a_tree: Path, installs: list[list[str]]
) -> None:
    dev.prepare("run")
    installs.clear()
    (a_tree / name).write_text("changed\n")

    dev.prepare("run")

    assert len(installs) == 2


def test_an_install_that_stops_leaves_no_stamp_behind(
    a_tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(_words: object) -> None:
        raise dev.CannotGoOn

    monkeypatch.setattr(dev, "find_uv", lambda: "uv")
    monkeypatch.setattr(dev, "must", stops)

    with pytest.raises(dev.CannotGoOn):
        dev.prepare("run")

    assert not list((a_tree / ".venv").glob("*.stamp"))


# ---------------------------------------------------------------------------- checking


def test_check_takes_every_step_and_then_lists_those_that_found_something(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def step(name: str, *, content: bool) -> dev.Step:
        def look() -> bool:
            taken.append(name)
            return content

        return dev.Step(name, look)

    monkeypatch.setattr(dev, "prepare", lambda _kind: None)
    monkeypatch.setattr(
        dev,
        "every_step",
        lambda: [
            step("form", content=True),
            step("types", content=False),
            step("tests", content=True),
            step("docs", content=False),
        ],
    )

    assert dev.main(["check"]) == 1
    assert taken == ["form", "types", "tests", "docs"]
    assert capsys.readouterr().out.endswith("These steps found something: types, docs.\n")


def test_check_is_content_when_every_step_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "prepare", lambda _kind: None)
    monkeypatch.setattr(dev, "every_step", lambda: [dev.Step("form", lambda: True)])

    assert dev.main(["check"]) == 0
    assert "=== form: content, 0.0 s" in capsys.readouterr().out


def test_a_step_that_cannot_go_on_does_not_keep_the_next_from_being_taken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stops() -> bool:
        raise dev.CannotGoOn("No hatchling here.")

    assert not dev.take(dev.Step("wheel", stops))
    assert "No hatchling here." in capsys.readouterr().out


def test_fast_leaves_out_slow_tests_docs_and_the_wheel() -> None:
    quick = {step.name for step in dev.quick_steps()}
    every = {step.name for step in dev.every_step()}

    assert every - quick == {"docs", "wheel"}
    assert quick <= every
    assert "-m" not in dev.pytest()[3:]


def test_after_quick_tests_the_same_steps_are_taken() -> None:
    after = {step.name for step in dev.steps_after_quick_tests()}
    assert after == {step.name for step in dev.every_step()}

    gate = (dev.HOME / ".ci" / "run").read_text(encoding="utf-8")
    assert "check --slow" in gate


@pytest.mark.parametrize("steps", [dev.every_step, dev.steps_after_quick_tests, dev.quick_steps])
def test_every_branch_is_asked_for(steps: Callable[[], list[dev.Step]]) -> None:
    assert "every branch" in {step.name for step in steps()}

    asked = dev.every_branch()
    assert "--cov-branch" in asked
    for room in dev.COVERED_ROOMS:
        assert f"--cov=src/steadystep/{room}" in asked
        assert f"tests/{room}" in asked
