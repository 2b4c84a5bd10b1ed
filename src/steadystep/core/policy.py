"""Every number of the rule, with its unit, its bounds and where it comes from.

`Policy` is the documented home. `Numbers` and `Hearing` are the same numbers as flat tuples of
ints, the shape in which the rule and the hearing take them, so that CPython and numba read the
very same thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

VERSION = "1"


class OutOfBoundsError(ValueError):
    """A number of the policy lies outside its absolute bounds."""


@dataclass(frozen=True, slots=True)
class Guardrail:
    """What a number may be.

    Attributes:
        unit: What it counts.
        recommended: Inside these the rule was walked and drift-tested.
        absolute: Outside these a Policy refuses to exist.
        source: Where the number comes from, or *choice*.
    """

    unit: str
    recommended: tuple[int, int]
    absolute: tuple[int, int]
    source: str


def number(
    value: int, unit: str, recommended: tuple[int, int], absolute: tuple[int, int], source: str
) -> Any:  # noqa: ANN401 - a dataclass field is typed by its annotation
    """Declare one number of the policy beside everything that is known about it."""
    return field(
        default=value, metadata={"guardrail": Guardrail(unit, recommended, absolute, source)}
    )


_FINDINGS = "design findings, walked on invented people"
_CHOICE = "choice"
_ASSUMED = "assumed; swept in the cohort"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The numbers of the Rule of Two. The default is the gentle pace.

    Raises:
        OutOfBoundsError: A number lies outside its absolute bounds.
    """

    # Watching a rise (rule C11)
    watch_hours: int = number(
        48, "hours", (48, 72), (1, 168), "source chapter; design choice, no trial"
    )
    watch_hours_long: int = number(
        72, "hours", (72, 96), (1, 168), "pain above baseline 72-96 h after resistance work, S1, S2"
    )
    watch_answers: int = number(2, "answers", (2, 3), (1, 7), _FINDINGS)
    watch_sessions: int = number(2, "sessions", (2, 3), (1, 7), _FINDINGS)
    watch_sessions_few: int = number(1, "sessions", (1, 2), (1, 7), _CHOICE)
    few_per_week: int = number(3, "sessions a week", (2, 3), (1, 6), _CHOICE)
    # What counts as done (§1)
    done_percent: int = number(80, "% of the dose told", (70, 90), (50, 100), _CHOICE)
    over_percent: int = number(
        110, "% of the dose told", (105, 120), (100, 200), "good-day ceiling, S24"
    )
    # Which flare answers a rise (rule B6)
    blame_days: int = number(
        3, "days after the first session", (3, 4), (0, 7), "24-72 h, Barhorst 2022"
    )
    blame_days_long: int = number(4, "days after the first session", (4, 5), (0, 7), _FINDINGS)
    late_from: int = number(3, "days after the first session", (3, 3), (1, 7), _FINDINGS)
    late_flares: int = number(2, "flares", (2, 3), (1, 99), _CHOICE)
    new_movement_days: int = number(28, "days", (14, 28), (0, 365), _CHOICE)
    # A flare that goes on (rule B7)
    goes_on_days: int = number(4, "days", (3, 7), (1, 28), _FINDINGS)
    second_within_days: int = number(14, "days", (7, 14), (1, 56), _FINDINGS)
    # Calming (rule C10)
    calming_days: int = number(7, "days", (5, 14), (1, 56), "0 to 7 days cost little in the cohort")
    calming_answers: int = number(3, "calm answers", (3, 5), (1, 14), _CHOICE)
    # Answers (rule C12)
    answers_full_pace: int = number(5, "answers in 7 days", (5, 7), (1, 7), _FINDINGS)
    answers_least: int = number(3, "answers in 7 days", (3, 5), (1, 7), _FINDINGS)
    half_pace_days: int = number(14, "days since the last rise", (14, 28), (1, 56), _FINDINGS)
    # Baseline and steadiness (rules C13, C14)
    baseline_days: int = number(7, "days", (7, 14), (1, 28), "80 % for one week, S24")
    steady_sessions: int = number(5, "of the last 7 known sessions", (5, 6), (1, 7), _CHOICE)
    # Pace (rule C15)
    spacing_days: int = number(
        7, "days between rises", (7, 14), (1, 56), "about +10 % a week, S24, S25"
    )
    back_off_days: int = number(
        7, "days, doubled for each rise answered", (7, 7), (1, 28), _FINDINGS
    )
    back_off_most: int = number(3, "doublings", (3, 3), (0, 4), _FINDINGS)
    plateau_rises: int = number(3, "answered rises in a row", (3, 3), (1, 99), _FINDINGS)
    plateau_days: int = number(28, "days", (28, 56), (0, 365), _FINDINGS)
    stay_days: int = number(7, "days", (7, 14), (1, 56), _CHOICE)
    stay_again_days: int = number(28, "days", (28, 56), (1, 365), _CHOICE)
    # Big days (rule C17)
    boom_days: int = number(2, "days an offer waits after a boom", (2, 3), (0, 14), "48 h, choice")
    big_day_days: int = number(
        3, "days after which a flare still follows a big day", (2, 4), (0, 7), "72 h, S37"
    )
    # Back after a gap (rule B5)
    gap_same_days: int = number(3, "days", (3, 3), (0, 14), _CHOICE)
    gap_one_rung_days: int = number(7, "days", (7, 7), (1, 28), _CHOICE)
    gap_three_quarters_days: int = number(14, "days", (14, 14), (1, 56), _CHOICE)
    gap_half_days: int = number(
        28, "days", (28, 28), (1, 99), "gains lost after 4 weeks, S70; choice"
    )
    # Hearing an answer (§1), in tenths of a point
    rise_floor: int = number(10, "tenths of a point", (10, 15), (1, 50), _FINDINGS)
    rise_floor_decimal: int = number(5, "tenths of a point", (5, 10), (1, 50), _FINDINGS)
    rise_most: int = number(
        20, "tenths of a point", (20, 25), (1, 50), "2 of 10 is a cliff in the cohort"
    )
    spread_untold: int = number(
        12, "tenths of a point", (10, 15), (1, 50), "within-person SD, model 1.13-1.18"
    )
    spread_answers: int = number(10, "answers", (10, 14), (2, 28), _CHOICE)
    # The reference (§1)
    usual_at_day: int = number(14, "days", (14, 28), (1, 56), _FINDINGS)
    usual_answers: int = number(7, "answers", (7, 14), (1, 28), _FINDINGS)
    look_every_days: int = number(28, "days", (28, 28), (7, 365), _FINDINGS)
    look_answers: int = number(14, "answers", (14, 20), (1, 28), _FINDINGS)
    usual_move: int = number(10, "tenths of a point", (10, 15), (1, 50), _FINDINGS)
    # Booms, busts and the body's other words (§1, rule C17)
    load_days: int = number(14, "days before", (14, 14), (7, 28), _FINDINGS)
    load_days_least: int = number(7, "known days of them", (7, 10), (3, 14), _CHOICE)
    load_days_long: int = number(28, "days before", (28, 28), (14, 56), _FINDINGS)
    boom_percent: int = number(200, "% of the median", (180, 250), (100, 1000), _FINDINGS)
    boom_above_percent: int = number(90, "% of those days", (80, 95), (50, 100), _FINDINGS)
    bust_percent: int = number(60, "% of the median", (50, 70), (1, 100), _CHOICE)
    sleep_worse: int = number(
        30, "tenths of a point above the 28-day median", (20, 40), (1, 100), _CHOICE
    )
    heart_rate_up: int = number(
        50, "tenths of a beat a minute over 7 days", (30, 70), (1, 500), _CHOICE
    )
    hrv_off_percent: int = number(
        50, "% of one standard deviation", (50, 100), (1, 500), "convention, a choice"
    )
    device_days: int = number(7, "days", (7, 7), (3, 14), "a week of readings, S84")
    device_days_long: int = number(28, "days", (28, 28), (14, 56), _CHOICE)
    device_readings_least: int = number(
        3, "readings in those 7 days", (3, 5), (1, 7), "3 tolerable, S84"
    )
    confidence_least: int = number(7, "of 10", (7, 8), (0, 10), _CHOICE)
    # The first dose (§1)
    start_percent: int = number(80, "% of what was tolerated", (50, 80), (1, 100), "S24, S25")
    start_days: int = number(3, "ordinary days", (3, 7), (1, 28), "S25")
    start_most: int = number(100, "tenths of a minute", (50, 100), (5, 300), "10 minutes, S26")
    bad_day_percent: int = number(50, "% of what a bad day allows", (30, 50), (1, 100), _CHOICE)
    # The guard (rule C18)
    guard_risk_percent: int = number(
        0, "% risk of a flare caused a day, 0: no guard", (0, 10), (0, 49), _ASSUMED
    )
    guard_quantile_percent: int = number(
        25, "% of what is likely that may tolerate less", (20, 40), (1, 50), f"EWOC; {_ASSUMED}"
    )
    guard_days: int = number(3, "days before the answer", (3, 4), (1, 7), "24-72 h, Barhorst 2022")
    guard_days_long: int = number(4, "days before the answer", (4, 5), (1, 7), _ASSUMED)
    guard_apart_days: int = number(7, "days without RED between flares", (3, 14), (1, 56), _CHOICE)
    guard_background_permille: int = number(
        30, "per mille of answered days", (10, 60), (1, 200), "about 11 calls a year in the cohort"
    )
    guard_backgrounds: int = number(1, "background rates", (1, 1), (1, 4), "laws 2b and 3a")
    guard_most_percent: int = number(80, "% a day, far above", (50, 90), (50, 99), _ASSUMED)
    guard_slope_tenths: int = number(80, "tenths", (60, 120), (10, 400), _ASSUMED)
    guard_prior_percent: int = number(
        300, "% of the first step up", (250, 400), (50, 1000), _ASSUMED
    )
    guard_spread_percent: int = number(
        70, "% of a natural logarithm", (70, 100), (10, 300), _ASSUMED
    )
    guard_memory_days: int = number(90, "days, evidence fades", (60, 180), (7, 999), _ASSUMED)
    guard_ratio_percent: int = number(12, "% from level to level", (5, 15), (2, 50), _CHOICE)
    guard_reach: int = number(6, "times the ladder's top", (3, 10), (2, 20), _CHOICE)

    def __post_init__(self) -> None:
        """Refuse numbers outside their absolute bounds."""
        for name, rail in guardrails().items():
            low, high = rail.absolute
            if not low <= getattr(self, name) <= high:
                message = f"{name} = {getattr(self, name)} {rail.unit} is outside {low} to {high}"
                raise OutOfBoundsError(message)

    @property
    def unusual(self) -> tuple[str, ...]:
        """The numbers that lie outside their recommended bounds, by name."""
        return tuple(
            name
            for name, rail in guardrails().items()
            if not rail.recommended[0] <= getattr(self, name) <= rail.recommended[1]
        )

    @property
    def pace(self) -> str:
        """`gentle`, `steady` (chosen in settings, never suggested) or `own`; and `guarded`."""
        named = {
            GENTLE: "gentle",
            STEADY: "steady",
            GUARDED: "gentle, guarded",
            STEADY_GUARDED: "steady, guarded",
        }
        return named.get(self, "own")

    @property
    def version(self) -> str:
        """What a decision says about the numbers it was made with."""
        return f"rule-of-two {VERSION} {self.pace}"

    def numbers(self) -> Numbers:
        """The same numbers as the flat tuple of ints that the rule takes."""
        return Numbers(*(getattr(self, name) for name in Numbers._fields))

    def hearing(self) -> Hearing:
        """The same numbers as the flat tuple of ints by which answers and loads are heard."""
        return Hearing(*(getattr(self, name) for name in Hearing._fields))


def guardrails() -> dict[str, Guardrail]:
    """Every number of the policy with its unit, bounds and source, by name."""
    return {one.name: one.metadata["guardrail"] for one in fields(Policy)}


class Numbers(NamedTuple):
    """The numbers that the rule itself reads. Their meaning, unit and source stand in `Policy`."""

    watch_hours: int
    watch_hours_long: int
    watch_answers: int
    watch_sessions: int
    watch_sessions_few: int
    few_per_week: int
    done_percent: int
    over_percent: int
    blame_days: int
    blame_days_long: int
    late_from: int
    late_flares: int
    goes_on_days: int
    second_within_days: int
    calming_days: int
    calming_answers: int
    answers_full_pace: int
    answers_least: int
    half_pace_days: int
    baseline_days: int
    steady_sessions: int
    spacing_days: int
    back_off_days: int
    back_off_most: int
    plateau_rises: int
    plateau_days: int
    stay_days: int
    stay_again_days: int
    boom_days: int
    big_day_days: int
    gap_same_days: int
    gap_one_rung_days: int
    gap_three_quarters_days: int
    gap_half_days: int


class Hearing(NamedTuple):
    """The numbers by which answers, loads and devices are heard; `Policy` says what each means."""

    rise_floor: int
    rise_floor_decimal: int
    rise_most: int
    spread_untold: int
    spread_answers: int
    usual_at_day: int
    usual_answers: int
    look_every_days: int
    look_answers: int
    usual_move: int
    load_days: int
    load_days_least: int
    load_days_long: int
    boom_percent: int
    boom_above_percent: int
    bust_percent: int
    sleep_worse: int
    heart_rate_up: int
    hrv_off_percent: int
    device_days: int
    device_days_long: int
    device_readings_least: int


STEADY_SPACING_DAYS = 4
GENTLE = Policy()
# Two rungs in seven days at the most. Outside the recommended spacing on purpose: it is chosen in
# settings and never suggested.
STEADY = Policy(spacing_days=STEADY_SPACING_DAYS)
# What a person's own plan goes by: the gentle pace under the guard. A diary that is replayed was
# told no dose, so there the guard has nothing to learn from. The risk is that of the least regret
# over four families of invented people, among those with the guard's numbers as recommended.
GUARD_RISK_PERCENT = 5
GUARDED = Policy(guard_risk_percent=GUARD_RISK_PERCENT)
STEADY_GUARDED = Policy(spacing_days=STEADY_SPACING_DAYS, guard_risk_percent=GUARD_RISK_PERCENT)
