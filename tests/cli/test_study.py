"""`steadystep study`: a spec in, a folder out, and a plain answer to whatever cannot be done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from steadystep.cli import study as door
from steadystep.cli.main import steadystep
from steadystep.cohort import engine
from steadystep.cohort.study import CHUNKS_FOLDER
from tests.cohort import tiny

if TYPE_CHECKING:
    from click.testing import Result

    from steadystep.cohort.compare import Values


def tiny_run(*facts: Any, compiled: bool) -> Values:  # noqa: ANN401 - as the engine is asked
    """The tiny lives, asked as the engine is asked."""
    del compiled
    return tiny.run(*facts)


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A spec in a folder of its own, and lives that take no time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(door, "_planners", lambda: tiny.REGISTRY)
    monkeypatch.setattr(engine, "run", tiny_run)
    path = tmp_path / "small.toml"
    path.write_text(tiny.SMALL, encoding="utf-8")
    return path


def call(*typed: str | Path) -> Result:
    return CliRunner().invoke(steadystep, ["study", *map(str, typed)])


def run(*typed: str | Path) -> Result:
    return call(*typed, "--engine", "serial")


class TestAStudy:
    def test_the_report_goes_into_a_folder_named_after_the_spec(self, spec: Path) -> None:
        answer = run(spec)

        assert answer.exit_code == 0
        assert answer.stdout.startswith("Nothing here is clinical evidence.\n")
        assert answer.stdout.endswith("The report is small-study/report.html.\n")
        assert answer.stderr == ""
        assert {one.name for one in Path("small-study").iterdir()} == {
            "report.html", "results.json", "spec.toml", "figures", "tables", "chunks",
        }  # fmt: skip
        assert Path("small-study/spec.toml").read_text(encoding="utf-8") == tiny.SMALL

    def test_the_main_numbers_are_told(self, spec: Path) -> None:
        told = run(spec).stdout

        assert "as used, A: remembers a day that was too much" in told
        assert "  ramp         4.0                7.2     −3.2      4.8\n" in told

    def test_the_folder_may_be_named(self, spec: Path) -> None:
        run(spec, "--out", "here/there")

        assert Path("here/there/report.html").exists()

    def test_json_is_all_the_numbers_and_nothing_else(self, spec: Path) -> None:
        answer = run(spec, "--json")
        told = json.loads(answer.stdout)

        assert told == json.loads(Path("small-study/results.json").read_text(encoding="utf-8"))
        assert set(told["versions"]) == {
            "steadystep", "rule", "policy", "models", "Python", "numpy", "numba", "seed",
            "people", "spec",
        }  # fmt: skip

    def test_another_number_of_people_is_part_of_the_command_to_run_again(self, spec: Path) -> None:
        told = json.loads(run(spec, "--json", "--people", "9").stdout)

        assert told["people"] == 9
        page = Path("small-study/report.html").read_text(encoding="utf-8")
        assert "steadystep study spec.toml --out again --people 9" in page

    def test_the_copy_of_the_spec_runs_again_to_the_same_numbers(self, spec: Path) -> None:
        run(spec)
        run("small-study/spec.toml", "--out", "again")

        one, other = Path("small-study/results.json"), Path("again/results.json")
        assert one.read_bytes() == other.read_bytes()

    @pytest.mark.slow
    def test_the_first_look_takes_seconds(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The real engine, in plain Python: nothing is compiled for so few people."""
        monkeypatch.chdir(tmp_path)

        answer = call("--example", "first-look", "--people", "6")

        assert answer.exit_code == 0, answer.stderr
        assert Path("first-look-study/report.html").exists()


class TestWhatCannotBeDone:
    @pytest.mark.parametrize("typed", [(), ("small.toml", "--example", "ci")])
    def test_one_spec_has_to_be_named(self, spec: Path, typed: tuple[str, ...]) -> None:
        assert spec.exists()

        answer = call(*typed)

        assert answer.exit_code == 2
        assert "Name one spec: a SPEC file, or --example." in answer.stderr

    def test_all_that_is_wrong_with_a_spec_is_told(self, spec: Path) -> None:
        spec.write_text(tiny.SMALL.replace("people = 60", "people = 0\npeple = 3"))

        answer = run(spec)

        assert answer.exit_code == 1
        assert answer.stdout == ""
        assert answer.stderr == (
            "small.toml cannot be used:\n"
            "  people: 0 is outside 2 to 10,000,000.\n"
            "  peple: There is no such key here. Perhaps people?\n"
        )
        assert not Path("small-study").exists()

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "cannot be read (No such file or directory)."),
            (b"\xff\xfe", "is not text. A spec"),
        ],
    )
    def test_a_file_that_cannot_be_read_is_named(
        self, spec: Path, content: bytes | None, said: str
    ) -> None:
        spec.unlink()
        if content is not None:
            spec.write_bytes(content)

        answer = run("small.toml")

        assert answer.exit_code == 1
        assert f"small.toml {said}" in answer.stderr

    def test_a_folder_of_other_things_is_left_alone(self, spec: Path) -> None:
        answer = run(spec, "--out", ".")

        assert answer.exit_code == 1
        assert answer.stderr == ". holds other things. Name a new folder with --out.\n"

    def test_a_place_that_is_a_file_is_told(self, spec: Path) -> None:
        answer = run(spec, "--out", "small.toml/here")

        assert answer.exit_code == 1
        assert "cannot be read or written (Not a directory)" in answer.stderr

    def test_what_is_left_out_is_told_and_the_rest_is_there(self, spec: Path) -> None:
        spec.write_text(tiny.SMALL + '\n[[planners]]\nname = "newcomer"\nkind = "nan"\n')

        answer = run(spec)

        assert answer.exit_code == 1
        assert answer.stderr.startswith("newcomer gave no usable dose on day 12 for person 3")
        assert "  newcomer  left out\n" in answer.stdout
        assert Path("small-study/report.html").exists()

    def test_without_the_packages_it_says_which_to_install(
        self, spec: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(door, "find_spec", lambda _: None)

        answer = run(spec)

        assert answer.exit_code == 1
        assert answer.stderr == (
            "A study needs a few more packages. Install them: pip install 'steadystep[cohort]'.\n"
        )

    def test_without_numba_it_is_slower_and_says_so(
        self, spec: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(door, "find_spec", lambda name: None if name == "numba" else name)

        answer = run(spec)

        assert answer.exit_code == 0
        assert answer.stderr.startswith("numba is not installed: the same numbers, about")

    def test_a_study_that_is_stopped_says_what_is_kept(
        self, spec: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[int] = []

        def until_tired(*facts: Any, compiled: bool) -> Values:  # noqa: ANN401 - as above
            asked.append(1)
            if len(asked) > 5:
                raise KeyboardInterrupt
            return tiny_run(*facts, compiled=compiled)

        monkeypatch.setattr(engine, "run", until_tired)
        answer = run(spec)

        assert answer.exit_code == 1
        assert "of 24 parts are finished and kept; the same command goes on" in answer.stderr
        assert list(Path("small-study", CHUNKS_FOLDER).iterdir())
        monkeypatch.setattr(engine, "run", tiny_run)
        assert run(spec).exit_code == 0

    def test_an_engine_that_is_missing_is_told(
        self, spec: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("steadystep.cohort.study_workers.find_spec", lambda _: None)

        answer = call(spec, "--engine", "ray")

        assert answer.exit_code == 1
        assert answer.stderr.startswith("ray is not installed.")


class TestHowFarItIs:
    @pytest.mark.parametrize(
        ("done", "left", "seconds", "said"),
        [
            (0, 9, 5, ""),
            (9, 0, 5, ""),
            (1, 9, 1, ", about 9 s left"),
            (1, 9, 0.01, ", about 0 s left"),
            (1, 10, 60, ", about 10 min left"),
            (1, 10, 3600, ", about 10 h left"),
        ],
    )
    def test_time_left_goes_by_what_was_done(
        self, done: int, left: int, seconds: float, said: str
    ) -> None:
        assert door._time_left(done, left, seconds) == said

    def test_where_somebody_looks_it_is_shown(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        progress = door.Progress()

        progress.tell(2, 10)
        progress.tell(10, 10)
        progress.end()

        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.endswith("10 of 10 parts\n")
        assert "2 of 10 parts" in told.err
