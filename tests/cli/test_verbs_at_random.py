"""Hundreds of verbs in any order: the record stays readable, and today never comes to grief."""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from steadystep.cli.today import MOST_LINES
from steadystep.core.today import Today, today_of
from steadystep.store import PersonLog, SqliteLog
from tests.cli.at_home import BEGUN, Terminal

WIDTH = 80
# Where there is one, a disk in memory: every verb waits until the disk has what was said.
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - as said above

NUMBER = st.sampled_from(["0", "1", "3", "4", "4.5", "5", "7", "9", "10", "-"])
ANY = st.sampled_from(["11", "-3", "x", "", "٤", "1e9", "5\u202e"])
DAY = st.sampled_from(
    ["", "", "", "--yesterday", "--day today", "--day 2026-05-06", "--day 2026-05-30", "--day no"]
)
ANSWERS = (
    "kept-moving yes", "kept-moving no", "silent-days no", "silent-days flare",
    "silent-days hard-day", "long-flare yes yes", "long-flare no yes", "usual take", "usual keep",
    "confidence 3", "confidence 9", "effort 2", "after worse", "after calmer", "evening usual",
    "evening far-too-much", "evening what",
)  # fmt: skip
LINES = st.one_of(
    st.builds("check-in {} {} {} {}".format, NUMBER, NUMBER, NUMBER, DAY),
    st.builds("check-in {} {}".format, NUMBER, NUMBER),
    st.builds("check-in '{}' {}".format, ANY, NUMBER),
    st.sampled_from(["better", "same", "worse", "much-worse"]).map("check-in --fog {}".format),
    st.builds(
        "moved {} {} {}".format,
        st.sampled_from(["", "yes", "a-bit", "no", "2", "12", "300", "9999", "x"]),
        st.sampled_from(["", "--again", "--effort 3"]),
        DAY,
    ),
    st.builds("flare {} {}".format, st.sampled_from(["", "", "--sore", "--hard-day"]), DAY),
    st.sampled_from(ANSWERS).map("answer {}".format),
    st.sampled_from(["check-in", "evening", "offer", "yesterday", "nothing"]).map("skip {}".format),
    st.builds("mark illness {}".format, DAY),
    st.builds("why {}".format, st.sampled_from(["", "yesterday", "2026-05-04", "--expert"])),
    st.sampled_from(
        [
            "check-in --same", "skip", "easier", "smaller", "more", "accept", "accept --sure 9",
            "accept --sure 2", "stay", "undo", "undo", "undo 3", "undo --list", "pause", "resume",
            "resume", "history", "history --all --json", "note a few words", "today", "start",
            "export -", "mark travel --off", "resume --clinician me", "nonsense",
            "swap mobility --bad-day 8", "more --to 7",
            "smaller --to 2", "swap",
        ]
    ),
)  # fmt: skip
HOURS = st.sampled_from([1, 4, 12, 24, 24, 24, 30, 48, 24 * 6, 24 * 20, -2])


@cache
def begun() -> TemporaryDirectory[str]:
    """A record with a plan, to be copied."""
    folder = TemporaryDirectory(dir=IN_MEMORY)
    Terminal(Path(folder.name) / "record").well(BEGUN)
    return folder


class Verbs(RuleBasedStateMachine):
    """Somebody who says anything at any time. The clock may also be put back."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory(dir=IN_MEMORY)
        record = Path(self.folder.name) / "record"
        shutil.copytree(Path(begun().name) / "record", record)
        self.terminal = Terminal(record)
        self.terminal.later(minutes=5)

    @rule(line=LINES)
    def say(self, line: str) -> None:
        """Say it. An exception nobody expected ends the test by itself."""
        before = self.terminal.entries()

        answer = self.terminal(line)

        assert answer.exit_code in {0, 1, 2}, line
        if answer.exit_code:
            assert answer.stdout == "", line
            assert answer.stderr, line
            assert self.terminal.entries() == before, line
        self.today_is_shown_and_small()

    @rule(hours=HOURS)
    def wait(self, hours: int) -> None:
        self.terminal.time += timedelta(hours=hours)

    @rule(days=st.integers(1, 12), pain=st.sampled_from(["3", "4", "4", "4", "8"]))
    def live(self, days: int, pain: str) -> None:
        """Some ordinary days, so that offers and reviews come about."""
        for _ in range(days):
            self.terminal.later(days=1)
            self.terminal.well(f"check-in {pain} 4")
            self.terminal("moved")

    def today_is_shown_and_small(self) -> None:
        shown = self.terminal.well("today").splitlines()

        assert 1 <= len(shown) <= MOST_LINES, shown
        assert max(map(len, shown)) <= WIDTH, shown

    def teardown(self) -> None:
        """The quick way and the long way say the same, to the last part."""
        if not hasattr(self, "terminal"):
            return
        log = PersonLog(SqliteLog(self.terminal.folder), "me")
        now = self.terminal.time
        assert compared(log.today(now)) == compared(today_of(log.read(), now))
        self.folder.cleanup()


def compared(today: Today) -> tuple[object, ...]:
    """What is shown of today. Why an older step was told is not read again each morning."""
    return (
        today.day,
        today.plan,
        today.decision,
        today.standing,
        today.dose,
        today.asks,
        today.answer,
        today.session,
        today.yesterday,
        today.silent_since,
        today.long_flare,
        today.window,
        today.undoable,
        today.to_write,
    )


class ManyVerbs(Verbs):
    """The same for longer."""


TestAFewDays = Verbs.TestCase
TestAFewDays.settings = settings(max_examples=6, stateful_step_count=10)

TestManyDays = ManyVerbs.TestCase
TestManyDays.settings = settings(
    max_examples=12, stateful_step_count=25, suppress_health_check=[HealthCheck.too_slow]
)
pytest.mark.slow(TestManyDays)
