"""Every drift, stuck and lock-in figure of the design findings, again, with the rule as it is now.

    python benchmarks/drift.py
    python benchmarks/drift.py --into docs/researchers/drift.md
    python benchmarks/drift.py --people 20 --plain

2,000 scripted people a figure, half as many where choices are compared, a year each. `--plain`
does without numba, which changes no figure. With `--into` the tables of the page are written anew.
Nothing here is clinical evidence.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from steadystep.cohort.drift import ENDLESS, Script, rule, years
from steadystep.cohort.drift_year import Year
from steadystep.core.ladder import MINUTES
from steadystep.core.policy import GUARDED, guardrails

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from steadystep.core.ladder import Ladder
    from steadystep.core.policy import Policy

PEOPLE, SEED, THREADS = 2_000, 1, 2
SPREADS = (0.8, 1.15, 1.6)
BEGIN, END = "<!-- printed: begin -->", "<!-- printed: end -->"
TWELVE_WEEKS, EIGHT_WEEKS = 84, 56

# What a person's own plan goes by: the gentle pace under the guard.
NOW = GUARDED
NOISE = Script()
FAST = Script(costs=1)
SLOW = Script(costs=1, late=2)
BAD_START = Script(costs=1, first_weeks=2.0)
STICKY = Script(carry_over=0.8)
NO_BACK_OFF = replace(NOW, back_off_most=0)
STRICT = replace(NOW, answers_least=5)
SLOWER = replace(NOW, half_pace_days=28)
BLAME_LONGER = replace(NOW, blame_days=4, blame_days_long=5)
BLAME_SLOW_LONGER = replace(NOW, blame_days_long=5)
UNGUARDED = replace(NOW, guard_risk_percent=0)
OWN_FLARES = replace(NOW, guard_background_permille=45)


class Lives:
    """The years of one script under one set of numbers."""

    def __init__(self, rows: NDArray[np.int64], days: int) -> None:
        self.rows, self.days = rows, days

    def __getitem__(self, name: str) -> NDArray[np.int64]:
        """One column of `Year`."""
        column: NDArray[np.int64] = self.rows[:, Year._fields.index(name)]
        return column

    @property
    def up(self) -> NDArray[np.int64]:
        """Steps from the first dose to the last; below zero is below it."""
        return self["rung"] - self["start"]

    def below(self) -> str:
        """Share of people who end below their first dose."""
        return percent(float(np.mean(self.up < 0)))

    def paused(self) -> str:
        """Share of people with a plateau within the time."""
        return percent(float(np.mean(self["plateau_on"] > 0)))

    def paused_on(self) -> str:
        """Median day of the first plateau, of those who had one."""
        days = self["plateau_on"][self["plateau_on"] > 0]
        return "none" if days.size == 0 else f"{np.median(days):.0f}"

    def share(self, name: str) -> str:
        """Mean share of days."""
        return percent(float(self[name].mean()) / self.days)

    def mean(self, name: str) -> str:
        """Mean over people."""
        return f"{self[name].mean():.1f}"

    def median_up(self) -> str:
        """Median of the steps up."""
        return signed(float(np.median(self.up)))


@dataclass
class Study:
    """Whoever lives so many years; each setting once.

    Attributes:
        people: How many a setting.
        compiled: Whether to use numba.
        lived: What was lived already.
    """

    people: int = PEOPLE
    compiled: bool = True
    lived: dict[object, Lives] = field(default_factory=dict)

    def fewer(self) -> Study:
        """The same with half the people."""
        return Study(max(self.people // FEWER, 1), self.compiled, self.lived)

    def live(
        self,
        script: Script,
        policy: Policy = NOW,
        *,
        asks: int = 1,
        takes: int = 1,
        ladder: Ladder = ENDLESS,
    ) -> Lives:
        """Let people live by the rule, in as many threads as there are hands."""
        key = self.people, script, policy, asks, takes, ladder
        if key not in self.lived:
            knobs = rule(policy, asks=asks, takes=takes, ladder=ladder)
            part = -(-self.people // THREADS)
            firsts = range(0, self.people, part)
            with ThreadPoolExecutor(THREADS) as pool:
                rows = pool.map(
                    lambda first: years(
                        script,
                        knobs,
                        min(part, self.people - first),
                        first=first,
                        seed=SEED,
                        compiled=self.compiled,
                    ),
                    firsts,
                )
                self.lived[key] = Lives(np.concatenate(list(rows)), script.days)
        return self.lived[key]


def main(words: Sequence[str] | None = None) -> None:
    """Print the tables, or write them into a page."""
    parser = argparse.ArgumentParser(description="Drift, stuck and lock-in of the rule.")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--plain", action="store_true", help="without numba")
    parser.add_argument("--into", type=Path, help="a page whose tables are written anew")
    asked = parser.parse_args(words)
    printed = "\n".join(tables(Study(asked.people, not asked.plain)))
    if asked.into is None:
        print(printed)
        return
    page = asked.into.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    asked.into.write_text(f"{before}{BEGIN}\n{printed}\n{END}{after}", encoding="utf-8")


def tables(study: Study) -> Iterable[str]:
    """Every table of the page, in its order."""
    yield f"\n{study.people:,} people a figure. {numbers_of(NOW)}\n"
    for one in (
        first_weeks,
        noise_alone,
        slow_responders,
        held,
        false_and_true,
        narrow_scales,
        silence,
        asked_or_computed,
    ):
        yield from one(study)
    half = study.fewer()
    yield f"\nFrom here on {half.people:,} people a figure.\n"
    for one in (
        autocorrelation,
        high_usual,
        how_late,
        silent_sessions,
        strict_first,
        choices_in_noise,
        choices_for_responders,
        first_usual,
    ):
        yield from one(half)


def numbers_of(policy: Policy) -> str:
    """The numbers by which all was measured, so that a page is known to be old."""
    named = (
        "usual_at_day", "look_every_days", "calming_days", "spacing_days", "blame_days",
        "blame_days_long", "back_off_days", "back_off_most", "plateau_rises", "plateau_days",
        "answers_full_pace", "answers_least", "half_pace_days", "guard_risk_percent",
        "guard_background_permille",
    )  # fmt: skip
    unknown = set(named) - set(guardrails())
    assert not unknown, unknown  # noqa: S101 - a name was mistyped
    return "Numbers: " + ", ".join(f"{name} {getattr(policy, name)}" for name in named) + "."


# ------------------------------------------------------------------ finding 1: bad first weeks


def first_weeks(study: Study) -> Iterable[str]:
    """True responders who join when they are two points worse."""
    yield from heading(
        "Joining in bad weeks, every step up costs +3 and +2 (finding 1)",
        "rule", "steps up, median", "steps up, 9 in 10 under", "days it cost",
        "flares that answered a step", "share who pause",
    )  # fmt: skip
    yield "| first draft: usual is fixed at day 14 | +32 | | 84 | | |"
    yield "| the design's change | −4 to −2 | | | | |"
    for name, takes in (("now, a higher usual is taken", 1), ("now, usual is kept", 0)):
        lives = study.live(BAD_START, takes=takes)
        yield row(name, *climb(lives), lives.mean("taken_back"), lives.paused())
    never = replace(NOW, look_every_days=365)
    lives = study.live(BAD_START, never)
    yield row(
        "never looking at usual again", *climb(lives), lives.mean("taken_back"), lives.paused()
    )
    lives = study.live(BAD_START, NO_BACK_OFF)
    yield row("without back-off", *climb(lives), lives.mean("taken_back"), lives.paused())
    lives = study.live(FAST)
    yield row("the same people, first weeks as usual", *climb(lives), lives.mean("taken_back"),
              lives.paused())  # fmt: skip


def climb(lives: Lives) -> tuple[str, str, str]:
    """Steps up, those of the ninth person in ten, and the days it cost."""
    return lives.median_up(), signed(float(np.percentile(lives.up, 90))), lives.mean("cost_days")


def noise_alone(study: Study) -> Iterable[str]:
    """People whose pain has nothing to do with what they do."""
    yield from heading(
        "A year of noise alone: who ends below the first dose (finding 1, law 13)",
        "rule", *(f"SD {one}" for one in SPREADS),
    )  # fmt: skip
    yield "| first draft: below the start | | 19 % | |"
    yield "| the design's change, usual fixed at day 14: below the start | | 17 % | 25 % |"
    yield "| the design's change: below the start | 1 to 3 % | 1 to 3 % | 1 to 3 % |"
    yield "| the design's change: steps up, median | | +16 to +20 | |"
    never = replace(NOW, look_every_days=365)
    for name, policy, takes, ladder in (
        ("now: below the start, the app's ladder", NOW, 1, MINUTES),
        ("now: below the start, no end of the ladder", NOW, 1, ENDLESS),
        ("now, a higher usual is kept", NOW, 0, ENDLESS),
        ("never looking at usual again", never, 1, ENDLESS),
    ):
        lives = [
            study.live(NOISE._replace(noise=one), policy, takes=takes, ladder=ladder)
            for one in SPREADS
        ]
        yield row(name, *(one.below() for one in lives))
    lives = [study.live(NOISE._replace(noise=one), ladder=MINUTES) for one in SPREADS]
    yield row("now: steps up, median, the app's ladder (20 is its end)",
              *(one.median_up() for one in lives))  # fmt: skip
    lives = [study.live(NOISE._replace(noise=one)) for one in SPREADS]
    yield row("now: steps up, median, no end of the ladder", *(one.median_up() for one in lives))
    lives = [study.live(NOISE._replace(noise=one), UNGUARDED, ladder=MINUTES) for one in SPREADS]
    both = (f"{one.below()}; {one.median_up()}" for one in lives)
    yield row("without the guard: below the start; steps up, the app's ladder", *both)
    lives = [study.live(NOISE._replace(noise=one), OWN_FLARES, ladder=MINUTES) for one in SPREADS]
    both = (f"{one.below()}; {one.median_up()}" for one in lives)
    yield row("a guard that takes 45 in 1,000 days for flares of their own: the same", *both)
    bad = [study.live(NOISE._replace(noise=one, first_weeks=2.0)) for one in SPREADS]
    yield row("now, first weeks two points worse: below the start", *(one.below() for one in bad))
    good = [study.live(NOISE._replace(noise=one, first_weeks=-2.0)) for one in SPREADS]
    yield row("now, first weeks two points better: below the start", *(one.below() for one in good))
    kept = [study.live(NOISE._replace(noise=one, first_weeks=-2.0), takes=0) for one in SPREADS]
    yield row("the same, and the person keeps the first usual", *(one.below() for one in kept))


def autocorrelation(study: Study) -> Iterable[str]:
    """Noise that lasts: does usual wander down with it?"""
    shares = (0.2, 0.45, 0.6, 0.8)
    yield from heading(
        "Noise that lasts (SD 1.15): who ends below the first dose",
        "rule", *(f"{one:g} carried over" for one in shares),
    )  # fmt: skip
    never, later = replace(NOW, look_every_days=365), replace(NOW, usual_at_day=28)
    for name, policy, takes in (
        ("now, a higher usual is taken", NOW, 1),
        ("now, it is kept", NOW, 0),
        ("usual first taken at day 28", later, 1),
        ("usual first taken at day 28, a higher one is kept", later, 0),
        ("never looking at usual again", never, 1),
    ):
        lives = [study.live(NOISE._replace(carry_over=one), policy, takes=takes) for one in shares]
        yield row(name, *(f"{one.below()} ({one.median_up()})" for one in lives))
    asked = [study.live(NOISE._replace(carry_over=one)) for one in shares]
    yield row("days of a year on which a higher usual is asked about",
              *(one.mean("asked_usual") for one in asked))  # fmt: skip


# ---------------------------------------------------------------- findings 2 and 3


LATE = (0, 1, 2, 3, 4)


def slow_responders(study: Study) -> Iterable[str]:
    """Flares on days three and four of every step up."""
    yield from heading(
        "Slow responders: every step up costs +3 and +2 on days 3 and 4 (finding 2)",
        "rule", "12 weeks: steps taken", "steps up at the end", "flares that answered a step",
        "a year: days it cost", "steps up, median", "share who pause", "on day",
    )  # fmt: skip
    yield "| first draft, 48 hours | 10 | +10 | 0 | | | | |"
    yield "| first draft, read as 3 days | | 0 | every one | | | | 28 |"
    for name, policy in (("now", NOW), ("blaming one day longer", BLAME_LONGER)):
        early = study.live(SLOW._replace(days=TWELVE_WEEKS), policy)
        lives = study.live(SLOW, policy)
        yield row(name, early.mean("rises"), early.median_up(), early.mean("taken_back"),
                  lives.mean("cost_days"), lives.median_up(), lives.paused(),
                  lives.paused_on())  # fmt: skip


def held(study: Study) -> Iterable[str]:
    """What noise alone locks."""
    yield from heading(
        "What noise alone holds up (finding 3)", "of noise alone", *(f"SD {one}" for one in SPREADS)
    )
    yield "| first draft: pacing only within a year, for ever | 30 % | 42 % | 70 % |"
    yield "| now: pacing only by itself | 0 % | 0 % | 0 % |"
    lives = [study.live(NOISE._replace(noise=one)) for one in SPREADS]
    yield row("now: days of a plateau", *(one.share("held") for one in lives))
    yield row("now: days waiting for calm after a flare", *(one.share("calming") for one in lives))
    yield row("now: days a wait stands doubled", *(one.share("back_off") for one in lives))
    longest = [np.mean(one["rises"] == 0) for one in lives]
    yield row("now: people with no step up in a year", *(percent(float(one)) for one in longest))


# ---------------------------------------------------------------- finding 4


def false_and_true(study: Study) -> Iterable[str]:
    """Pauses of people who answer to nothing, and of people who answer to every step."""
    yield from heading(
        "Pauses, false and true (finding 4)", "what", *(f"SD {one}" for one in SPREADS)
    )
    yield "| first draft, noise alone: movement paused within a year | 20 % | 30 % | 53 % |"
    yield "| the same, if every flare counts | 64 % | 90 % | 99 % |"
    yield "| the design's change, noise alone: a plateau | 2 % | 9 % | 9 % |"
    for name, script in (("noise alone", NOISE), ("fast responders", FAST),
                         ("slow responders", SLOW)):  # fmt: skip
        lives = [study.live(script._replace(noise=one)) for one in SPREADS]
        if script.costs:
            change = "97 to 100 %" if script == FAST else "78 to 99 %"
            yield f"| the design's change, {name}: a plateau | {change} | {change} | {change} |"
        yield row(f"now, {name}: a plateau", *(one.paused() for one in lives))
        if script.costs:
            yield row("its first day, median", *(one.paused_on() for one in lives))
    yield "| the design's change, no back-off: days it cost | 47 to 52 | 47 to 52 | 47 to 52 |"
    yield "| the design's change, with back-off | 16 to 24 | 16 to 24 | 16 to 24 |"
    for name, policy in (("no back-off", NO_BACK_OFF), ("with back-off", NOW)):
        for who, script in (("fast", FAST), ("slow", SLOW)):
            lives = [study.live(script._replace(noise=one), policy) for one in SPREADS]
            yield row(
                f"now, {name}, {who}: days it cost", *(one.mean("cost_days") for one in lives)
            )
    for name, policy in (("no back-off", NO_BACK_OFF), ("with back-off", NOW)):
        lives = [study.live(NOISE._replace(noise=one), policy) for one in SPREADS]
        yield row(f"now, {name}, noise alone: steps up, median",
                  *(one.median_up() for one in lives))  # fmt: skip


# ---------------------------------------------------------------- finding 7


def narrow_scales(study: Study) -> Iterable[str]:
    """Whole numbers that hardly move."""
    spreads = (0.35, 0.49, 0.8, 1.15, 1.6)
    yield from heading(
        "A good day is calm, and narrow scales (finding 7): noise alone, a flare by number is one",
        "what",
        *(f"SD {one}" for one in spreads),
    )
    yield "| first draft, two-sided calm: last dose over first | | | 3.9 | 3.4 | 1.6 |"
    yield "| the same, one-sided: last dose over first | | | 11.5 | 5.9 | 2.0 |"
    yield "| first draft: RED days | 17 % | | 8 % | 12 % | 20 % |"
    yield "| the design's change: RED days | 4 % | | | | |"
    lives = [study.live(NOISE._replace(noise=one), asks=0) for one in spreads]
    over = [float(np.median(one["rung"] + 1)) / float(one["start"][0] + 1) for one in lives]
    yield row("now: last dose over first", *(f"{one:.1f}" for one in over))
    yield row("now: RED days", *(one.share("red_days") for one in lives))
    yield row("now: warning days", *(one.share("amber_days") for one in lives))
    yield row("now: below the first dose", *(one.below() for one in lives))
    asked = [study.live(NOISE._replace(noise=one)) for one in spreads]
    yield row("now and asked about: below the first dose", *(one.below() for one in asked))
    wider = replace(NOW, rise_floor=15)
    for name, policy in (("now", NOW), ("a warning from 1.5 points", wider)):
        lives = [study.live(FAST._replace(noise=one), policy) for one in spreads]
        noise = [study.live(NOISE._replace(noise=one), policy) for one in spreads]
        told = (one.share("red_days") for one in noise)
        yield row(f"{name}, asked about: RED days of noise alone", *told)
        yield row(
            f"{name}: days it cost fast responders", *(one.mean("cost_days") for one in lives)
        )


def high_usual(study: Study) -> Iterable[str]:
    """Usual so high that a rise leaves the scale."""
    usuals = (5.0, 7.0, 8.0, 8.5, 9.0, 9.5)
    yield from heading(
        "A high usual (finding 7), SD 1.15", "what", *(f"usual {one:g}" for one in usuals)
    )
    yield "| first draft: can a warning be heard? | yes | yes | yes | no | no | no |"
    lives = [study.live(FAST._replace(usual=one)) for one in usuals]
    answered = [one["taken_back"].sum() * 2 / max(one["cost_days"].sum(), 1) for one in lives]
    yield row("now, fast responders: costly steps taken back",
              *(percent(float(one)) for one in answered))  # fmt: skip
    yield row("steps up, median", *(one.median_up() for one in lives))
    yield row("days it cost", *(one.mean("cost_days") for one in lives))
    noise = [study.live(NOISE._replace(usual=one)) for one in usuals]
    yield row("now, noise alone: RED days", *(one.share("red_days") for one in noise))
    yield row("below the first dose", *(one.below() for one in noise))


# ---------------------------------------------------------------- finding 9


def silence(study: Study) -> Iterable[str]:
    """Fewer answers, every session told."""
    yield from heading(
        "Fewer check-ins, every session told (finding 9), SD 1.15: steps up, median; days it cost",
        "rule", *(f"{one:.0%} answered".replace("%", " %") for one in ANSWERED),
        "every other day",
    )  # fmt: skip
    yield "| first draft, responders | −4 | −3 | +6 | +12; 48 | never rises |"
    yield "| the design's change, responders | | | | +7; 31 | +1 |"
    yield "| the design's change, strict five of seven, responders | | | | +2; 13 | never rises |"
    yield "| first draft, noise alone | | +24 | +36 | | never rises |"
    yield "| the design's change, noise alone | | | | | +21 |"
    for name, script, policy in (
        ("now, fast responders", FAST, NOW),
        ("half pace of 28 days, fast responders", FAST, SLOWER),
        ("strict five of seven, fast responders", FAST, STRICT),
        ("now, slow responders", SLOW, NOW),
        ("now, noise alone", NOISE, NOW),
        ("half pace of 28 days, noise alone", NOISE, SLOWER),
        ("strict five of seven, noise alone", NOISE, STRICT),
    ):
        lives = [study.live(one, policy) for one in fewer(script)]
        cost = [f"; {one.mean('cost_days')}" if script.costs else "" for one in lives]
        yield row(name, *(one.median_up() + two for one, two in zip(lives, cost, strict=True)))


ANSWERED = (0.95, 0.85, 0.6, 0.4)


def fewer(script: Script) -> list[Script]:
    """The script with fewer and fewer answers, and with one every other day."""
    return [
        *(script._replace(answered=one) for one in ANSWERED),
        script._replace(answered=1.0, every=2),
    ]


def silent_sessions(study: Study) -> Iterable[str]:
    """On silent days nobody says what was done either."""
    yield from heading(
        "The same, and sessions are told on answered days alone: steps up, median; days it cost",
        "rule", *(f"{one:.0%} answered".replace("%", " %") for one in ANSWERED),
        "every other day",
    )  # fmt: skip
    for name, script in (("now, fast responders", FAST), ("now, noise alone", NOISE)):
        lives = [study.live(one._replace(taps=0)) for one in fewer(script)]
        cost = [f"; {one.mean('cost_days')}" if script.costs else "" for one in lives]
        yield row(name, *(one.median_up() + two for one, two in zip(lives, cost, strict=True)))


def strict_first(study: Study) -> Iterable[str]:
    """The most that strictness in the first eight weeks can buy."""
    yield from heading(
        "Strict five of seven, the first eight weeks: steps taken; days it cost, fast responders",
        "rule", *(f"{one:.0%} answered".replace("%", " %") for one in ANSWERED),
        "every other day",
    )  # fmt: skip
    for name, policy in (("now", NOW), ("strict", STRICT)):
        lives = [study.live(one._replace(days=EIGHT_WEEKS), policy) for one in fewer(FAST)]
        yield row(name, *(f"{one.mean('rises')}; {one.mean('cost_days')}" for one in lives))


# ---------------------------------------------------------------- finding 11


def asked_or_computed(study: Study) -> Iterable[str]:
    """Is a flare by number one, or does the person say?"""
    yield from heading(
        "A flare outside a watched step: asked or computed (finding 11), noise alone",
        "what", *(f"SD {one}" for one in SPREADS),
    )  # fmt: skip
    yield "| first draft, computed: days waiting for calm | 36 to 42 % | 36 to 42 % | 36 to 42 % |"
    yield "| the design's change: computed, asked | | 39 %, 26 % | |"
    yield "| the design's change: steps up, computed, asked | | +26, +37 | |"
    for name, asks in (("computed", 0), ("asked, 70 % are hard days", 1)):
        lives = [study.live(NOISE._replace(noise=one), asks=asks) for one in SPREADS]
        yield row(f"now, {name}: days waiting for calm", *(one.share("calming") for one in lives))
        yield row(f"now, {name}: flares a year", *(one.mean("flares") for one in lives))
        yield row(f"now, {name}: steps up, median", *(one.median_up() for one in lives))


# ---------------------------------------------------------------- open choices


# Half as many people for what is compared and not repeated.
FEWER = 2

CHOICES: tuple[tuple[str, Policy], ...] = (
    ("now", NOW),
    ("usual first taken at day 28", replace(NOW, usual_at_day=28)),
    ("calming 5 days", replace(NOW, calming_days=5)),
    ("calming 10 days", replace(NOW, calming_days=10)),
    ("14 days between steps", replace(NOW, spacing_days=14)),
    ("blaming 5 days where slow", BLAME_SLOW_LONGER),
    ("blaming 4 days, 5 where slow", BLAME_LONGER),
    ("no back-off", NO_BACK_OFF),
    ("a plateau after 2 answered steps", replace(NOW, plateau_rises=2)),
    ("a plateau after 4", replace(NOW, plateau_rises=4)),
    ("a plateau after 5", replace(NOW, plateau_rises=5)),
    ("5 days where slow, a plateau after 4", replace(BLAME_SLOW_LONGER, plateau_rises=4)),
    ("the guard takes 45 in 1,000 days for flares of their own", OWN_FLARES),
    ("without the guard", UNGUARDED),
)


def choices_in_noise(study: Study) -> Iterable[str]:
    """What each choice does to people who answer to nothing."""
    yield from heading(
        "Open choices, noise alone",
        "choice", "SD 1.15: steps up, median", "below the start", "a plateau",
        "SD 1.6: steps up, median", "below the start", "a plateau",
        "0.8 carried over: below the start", "days waiting for calm, SD 1.15",
    )  # fmt: skip
    for name, policy in CHOICES:
        middle = study.live(NOISE, policy)
        wide = study.live(NOISE._replace(noise=1.6), policy)
        sticky = study.live(STICKY, policy)
        yield row(name, middle.median_up(), middle.below(), middle.paused(), wide.median_up(),
                  wide.below(), wide.paused(), sticky.below(),
                  middle.share("calming"))  # fmt: skip


def choices_for_responders(study: Study) -> Iterable[str]:
    """What each choice does to people for whom every step costs."""
    yield from heading(
        "Open choices, every step costs (SD 1.15)",
        "choice", "fast: days it cost", "steps up, median", "a plateau",
        "slow: days it cost", "steps up, median", "a plateau",
        "bad first weeks: days it cost", "steps up, median",
    )  # fmt: skip
    for name, policy in CHOICES:
        fast, slow, bad = (study.live(one, policy) for one in (FAST, SLOW, BAD_START))
        yield row(name, fast.mean("cost_days"), fast.median_up(), fast.paused(),
                  slow.mean("cost_days"), slow.median_up(), slow.paused(),
                  bad.mean("cost_days"), bad.median_up())  # fmt: skip


def how_late(study: Study) -> Iterable[str]:
    """Flares that come later and later after a step up."""
    yield from heading(
        "How late is too late (SD 1.15): days it cost; steps up, median",
        "rule",
        *(f"days {late + 1} and {late + 2}" for late in LATE),
    )
    for name, policy in (
        ("now", NOW),
        ("blaming 5 days where slow", BLAME_SLOW_LONGER),
        ("blaming 4 days, 5 where slow", BLAME_LONGER),
        ("without the guard", UNGUARDED),
    ):
        each = [study.live(FAST._replace(late=one), policy) for one in LATE]
        yield row(name, *(f"{one.mean('cost_days')}; {one.median_up()}" for one in each))


def first_usual(study: Study) -> Iterable[str]:
    """When usual is first taken from answers, and what the person told before that."""
    yield from heading(
        "Usual first taken from answers at day 14 or 28",
        "what the person tells on joining is", "noise alone: below the start", "steps up, median",
        "a higher usual is kept: below the start", "fast responders: days it cost",
        "steps up, median",
    )  # fmt: skip
    for off, what in ((0.0, "right"), (-2.0, "2 points too low"), (2.0, "2 points too high")):
        for day in (14, 28):
            policy = replace(NOW, usual_at_day=day)
            noise = study.live(NOISE._replace(told_off=off), policy)
            kept = study.live(NOISE._replace(told_off=off), policy, takes=0)
            fast = study.live(FAST._replace(told_off=off), policy)
            yield row(f"{what}; day {day}", noise.below(), noise.median_up(), kept.below(),
                      fast.mean("cost_days"), fast.median_up())  # fmt: skip


# ---------------------------------------------------------------- how it reads


def heading(title: str, *columns: str) -> Iterable[str]:
    """A title, and the head of a table."""
    yield f"\n### {title}\n"
    yield row(*columns)
    yield row(*("---" for _ in columns))


def row(*cells: str) -> str:
    """One row of a table."""
    return f"| {' | '.join(cells)} |"


def percent(share: float) -> str:
    """A share, without more digits than so many people carry."""
    return f"{100 * share:.0f} %"


def signed(steps: float) -> str:
    """Steps up, or down."""
    return f"{steps:+.0f}".replace("-", "−")


if __name__ == "__main__":
    main()
