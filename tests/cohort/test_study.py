"""A study is run chunk by chunk: however it is cut, whoever works, whenever it is stopped."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from steadystep.cohort import study_workers
from steadystep.cohort.outcome import Outcome
from steadystep.cohort.study import CHUNKS_FOLDER, cells_of
from steadystep.cohort.study_chunks import Chunk, ChunkGone, ChunkStore, code_fingerprint
from steadystep.cohort.study_workers import ENGINES, MissingEngine
from steadystep.cohort.world import World
from tests.cohort import folders, tiny

if TYPE_CHECKING:
    from steadystep.cohort.compare import Values
    from steadystep.cohort.told import Planner

HOME = Path(__file__).parents[2]
CHUNK = Chunk(World(), "ramp", (("pace", 1),), seed=1, first=0, people=2)
TWO = np.ones((2, len(Outcome._fields)))


def with_kind(kind: str) -> str:
    """A study with one more planner."""
    return tiny.SMALL + f'\n[[planners]]\nname = "newcomer"\nkind = "{kind}"\n'


class TestChunks:
    def test_what_is_kept_is_read(self, tmp_path: Path) -> None:
        store = ChunkStore(tmp_path / "new", "code")

        assert store.read(CHUNK) is None
        store.keep(CHUNK, TWO)

        kept = store.read(CHUNK)
        assert kept is not None
        assert (kept == TWO).all()
        assert [path.suffix for path in (tmp_path / "new").iterdir()] == [".npy"]

    @pytest.mark.parametrize("length", [0, 1, 31, 32, 100, -1, -40])
    def test_half_a_chunk_is_none(self, tmp_path: Path, length: int) -> None:
        store = ChunkStore(tmp_path, "code")
        store.keep(CHUNK, TWO)
        (file,) = tmp_path.iterdir()
        file.write_bytes(file.read_bytes()[:length])

        assert store.read(CHUNK) is None
        with pytest.raises(ChunkGone, match="Run the study again"):
            store.need(CHUNK)

    def test_a_chunk_under_anothers_name_is_none(self, tmp_path: Path) -> None:
        store, other = ChunkStore(tmp_path, "code"), CHUNK._replace(first=2)
        store.keep(CHUNK, TWO)
        (file,) = tmp_path.iterdir()
        store.keep(other, TWO)
        (second,) = set(tmp_path.iterdir()) - {file}
        second.write_bytes(file.read_bytes())

        assert store.read(other) is None

    @pytest.mark.parametrize(
        "other",
        [
            CHUNK._replace(seed=2),
            CHUNK._replace(people=1),
            CHUNK._replace(kind="shipped"),
            CHUNK._replace(knobs=(("pace", 2),)),
            CHUNK._replace(world=World(noise=2.0)),
        ],
    )
    def test_it_is_found_by_all_that_its_numbers_depend_on(
        self, tmp_path: Path, other: Chunk
    ) -> None:
        store = ChunkStore(tmp_path, "code")
        store.keep(CHUNK, TWO)

        assert store.read(other) is None
        assert ChunkStore(tmp_path, "new code").read(CHUNK) is None

    def test_one_pace_is_one_pace_however_it_is_written(self, tmp_path: Path) -> None:
        store = ChunkStore(tmp_path, "code")
        store.keep(CHUNK, TWO)

        assert store.read(CHUNK._replace(knobs=(("pace", 1.0),))) is not None

    def test_the_fingerprint_is_of_the_models_and_not_of_what_is_made_of_them(self) -> None:
        assert re.fullmatch("[0-9a-f]{64}", code_fingerprint())
        assert code_fingerprint() == code_fingerprint()


class TestHoweverItIsCut:
    def test_any_size_of_chunks_gives_the_same_bytes(self, tmp_path: Path) -> None:
        told = []
        for size in (7, 50, 1000):
            text = tiny.WHOLE.replace("chunk = 25", f"chunk = {size}")
            written = folders.whole(text, tmp_path / str(size))
            told.append(
                {name: text.replace(f"chunk = {size}".encode(), b"") for name, text in
                 written.items()}
            )  # fmt: skip

        assert told[0] == told[1] == told[2]

    @pytest.mark.parametrize(
        "engine", ["threads", pytest.param("processes", marks=pytest.mark.slow)]
    )
    def test_any_worker_gives_the_same_bytes(self, tmp_path: Path, engine: str) -> None:
        alone = folders.whole(tiny.WHOLE, tmp_path / "alone")

        assert folders.whole(tiny.WHOLE, tmp_path / "crew", engine=engine) == alone

    def test_with_threads_the_first_chunk_of_a_planner_runs_alone(self, tmp_path: Path) -> None:
        """It is the one that compiles, and there is one compiler."""
        running: list[int] = []
        beside: list[int] = []

        def run(world: World, planner: Planner, seed: int, first: int, count: int, /) -> Values:
            running.append(first)
            time.sleep(0.01)
            beside.append(len(running))
            done = tiny.run(world, planner, seed, first, count)
            running.remove(first)
            return done

        folders.live(tiny.SMALL, tmp_path, run=run, engine="threads")

        assert beside[0] == 1

    def test_who_is_asked_for_twice_lives_once(self) -> None:
        cells = cells_of(tiny.spec(tiny.WHOLE))

        assert len(cells) == len(set(cells))


class TestGoingOn:
    def test_what_is_finished_is_not_done_again(self, tmp_path: Path) -> None:
        folders.live(tiny.WHOLE, tmp_path)
        told: list[tuple[int, int]] = []

        def nobody(*_: object) -> Values:
            raise AssertionError

        folders.live(tiny.WHOLE, tmp_path, run=nobody, tell=lambda *one: told.append(one))

        ((done, parts),) = told
        assert done == parts > 0

    def test_another_title_or_one_more_planner_leaves_it_as_it_is(self, tmp_path: Path) -> None:
        folders.live(tiny.SMALL, tmp_path)
        told: list[tuple[int, int]] = []

        text = with_kind("ramp").replace("A small study", "Renamed") + "knobs = { pace = 3 }\n"
        folders.live(text, tmp_path, tell=lambda *one: told.append(one))

        assert told[0] == (24, 30)
        assert [done for done, _ in told] == list(range(24, 31))

    def test_a_chunk_that_was_spoilt_is_done_again(self, tmp_path: Path) -> None:
        before = folders.whole(tiny.SMALL, tmp_path)
        spoilt = sorted((tmp_path / CHUNKS_FOLDER).iterdir())[3]
        spoilt.write_bytes(spoilt.read_bytes()[:-9])

        assert folders.whole(tiny.SMALL, tmp_path) == before

    @pytest.mark.slow
    def test_a_study_killed_at_any_moment_goes_on_to_the_same_bytes(self, tmp_path: Path) -> None:
        whole, killed = folders.whole(tiny.WHOLE, tmp_path / "whole"), tmp_path / "killed"
        chance, ended = random.Random(5), 0
        command = [sys.executable, "-m", "tests.cohort.folders", str(killed)]
        paths = os.pathsep.join([str(HOME / "src"), str(HOME)])
        for _ in range(4):
            running = subprocess.Popen(command, cwd=HOME, env={**os.environ, "PYTHONPATH": paths})
            try:
                running.wait(timeout=chance.uniform(0.3, 1.0))
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
                running.wait()
                ended += 1

        assert folders.whole(tiny.WHOLE, killed) == whole
        assert ended > 0


class TestWhatCannotBeUsed:
    def test_a_planner_without_a_dose_is_left_out_and_the_others_kept(self, tmp_path: Path) -> None:
        finished = folders.live(with_kind("nan"), tmp_path)
        results = folders.numbers(with_kind("nan"), finished)

        assert list(finished.left_out) == [
            (
                "newcomer gave no usable dose on day 12 for person 3 (as used, A): that planner "
                "is left out."
            )
        ]
        assert results.tables[0].row("newcomer").summary is None
        kept = folders.numbers(tiny.SMALL, folders.live(tiny.SMALL, tmp_path))
        assert results.tables[0].row("rule") == kept.tables[0].row("rule")
        assert "newcomer" not in results.worst[0].regrets

    def test_a_result_that_is_no_number_is_named(self, tmp_path: Path) -> None:
        finished = folders.live(with_kind("odd"), tmp_path)

        (told,) = finished.left_out
        assert told.startswith("newcomer led to a result that is no number for person 2 (as used")

    def test_a_planner_that_raises_is_tried_twice_and_named(self, tmp_path: Path) -> None:
        tried: list[int] = []

        def run(world: World, planner: Planner, seed: int, first: int, count: int, /) -> Values:
            if planner.name == "raises":
                tried.append(first)
            return tiny.run(world, planner, seed, first, count)

        finished = folders.live(with_kind("raises"), tmp_path, run=run)

        assert finished.left_out[0] == (
            "newcomer (as used, A), people 1 to 25, could not be worked out: ZeroDivisionError: "
            "division by zero. That planner is left out there."
        )
        assert len(finished.left_out) == 6
        assert len(tried) == 12

    def test_an_engine_that_gives_too_few_rows_is_named(self, tmp_path: Path) -> None:
        finished = folders.live(tiny.SMALL, tmp_path, run=lambda *_: TWO)

        assert "it gave no row of numbers for each person" in finished.left_out[0]

    def test_a_planner_that_fares_ill_in_one_place_stays_elsewhere(self, tmp_path: Path) -> None:
        def run(world: World, planner: Planner, seed: int, first: int, count: int, /) -> Values:
            if planner.name == "ramp" and world.family == 1 and first == 25:
                raise RuntimeError
            return tiny.run(world, planner, seed, first, count)

        finished = folders.live(tiny.WHOLE, tmp_path, run=run)
        results = folders.numbers(tiny.WHOLE, finished)

        assert results.tables[0].row("ramp").summary is not None
        assert results.tables[1].row("ramp").summary is None
        assert results.tables[1].less("rule", "ramp") is None
        assert results.tables[1].less("rule", "nothing") is not None

    @pytest.mark.slow
    @pytest.mark.long
    def test_a_worker_that_dies_takes_nobody_along(self, tmp_path: Path) -> None:
        text = with_kind("deadly").replace("chunk = 25", "chunk = 60")
        finished = folders.live(text, tmp_path, engine="processes")
        results = folders.numbers(text, finished)

        assert len(finished.left_out) == 2
        assert finished.left_out[0] == (
            "newcomer (as used, A), people 1 to 60, could not be worked out: its worker ended "
            "each time it was tried. That planner is left out there."
        )
        kept = folders.numbers(tiny.SMALL, folders.live(tiny.SMALL, tmp_path / "other"))
        assert results.tables[0].row("rule") == kept.tables[0].row("rule")


class TestEngines:
    def test_there_are_five(self) -> None:
        assert ENGINES == ("serial", "threads", "processes", "dask", "ray")

    @pytest.mark.parametrize("engine", ["dask", "ray"])
    def test_one_that_is_not_installed_says_what_to_install(
        self, tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(study_workers, "find_spec", lambda _: None)

        with pytest.raises(MissingEngine, match=f"{engine} is not installed. Install it: pip"):
            folders.live(tiny.SMALL, tmp_path, engine=engine)

    @pytest.mark.slow
    @pytest.mark.parametrize("engine", ["dask", pytest.param("ray", marks=pytest.mark.long)])
    def test_a_small_cluster_gives_the_same_bytes(self, tmp_path: Path, engine: str) -> None:
        """In a process of its own, so that nothing of the cluster stays behind."""
        alone = folders.whole(tiny.SMALL, tmp_path / "alone")
        lines = (
            "from pathlib import Path; from tests.cohort import folders, tiny;"
            f"folders.whole(tiny.SMALL, Path({str(tmp_path / engine)!r}), engine={engine!r})"
        )
        paths = os.pathsep.join([str(HOME / "src"), str(HOME)])
        guarded = f"if __name__ == '__main__':\n    {lines}\n"
        script = tmp_path / "study.py"
        script.write_text(guarded, encoding="utf-8")
        subprocess.run(
            [sys.executable, str(script)], check=True, cwd=HOME, timeout=180,
            env={**os.environ, "PYTHONPATH": paths}, capture_output=True,
        )  # fmt: skip

        assert folders.files(tmp_path / engine) == alone
