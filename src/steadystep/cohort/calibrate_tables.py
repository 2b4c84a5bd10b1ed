"""Real beside invented, as lines of a table that a person can read."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from steadystep.cohort.calibrate_people import Band, Fit, fit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What each measure is called, with its unit where it has one.
WORDS = {
    "pain_sd": "pain: spread within a person, points",
    "pain_carry": "pain: lag-1 autocorrelation",
    "pain_change_sd": "pain: mean change from day to day, own SDs",
    "pain_same": "pain: same answer as the day before, share",
    "pain_missing": "pain: days without an answer, share",
    "fatigue_carry": "fatigue: lag-1 autocorrelation",
    "together": "pain and fatigue: correlation over days",
    "load_cv": "load: coefficient of variation",
    "load_carry": "load: lag-1 autocorrelation",
    "load_change": "load: median change from day to day, share",
    "big_share": "load: days above 1.5 × the fortnight's median, share",
    "very_big_share": "load: days above 2 × that median, share",
    "before_big": "pain on the day before a big day, own SDs",
    "on_big": "pain on the big day, own SDs",
    "after_big": "pain over the three days after, own SDs",
    "pain_to_load": "pain → load on the next day, SDs for an SD",
    "load_to_pain": "load → pain on the next day, SDs for an SD",
    "load_to_fatigue": "load → fatigue on the next day, SDs for an SD",
    "fatigue_to_load": "fatigue → load on the next day, SDs for an SD",
    "flares_2_points": "flares by 2 points, in 100 days",
    "flares_30_percent": "flares by 30 % and 1 point, in 100 days",
    "flares_1_sd": "flares by 1 own SD, in 100 days",
    "flare_length": "flares by 1 own SD: median length, days",
    "long_share": "flares by 1 own SD: those of two days or more, share",
    "hrv_cv": "HRV: coefficient of variation of RMSSD",
    "hrv_carry": "HRV: lag-1 autocorrelation",
    "sleep_sd": "sleep: spread within a person, minutes",
    "sleep_carry": "sleep: lag-1 autocorrelation",
}


def heading(columns: Sequence[str]) -> list[str]:
    """The two lines above a table."""
    return [cells(*columns), "|---" * len(columns) + "|"]


def compared(measure: str, record: str, real: float | Band, invented: Mapping[str, Band]) -> str:
    """One line: a measure of one record, the same of each family, and where the record lies."""
    middle = real.middle if isinstance(real, Band) else real
    return cells(
        WORDS.get(measure, measure),
        record,
        f"**{number(real)}**",
        *(number(band) for band in invented.values()),
        fits(middle, invented),
    )


def cells(*words: str) -> str:
    """One line of a table."""
    return f"| {' | '.join(words)} |"


def fits(real: float, invented: Mapping[str, Band]) -> str:
    """In which families the real value lies inside the middle 80 %, and where it lies outside."""
    found = {family: fit(real, band) for family, band in invented.items()}
    if len(set(found.values())) == 1:
        return next(iter(found.values())).value
    told = []
    for kind in Fit:
        families = [family for family, one in found.items() if one == kind]
        if families:
            told.append(f"{kind.value} in {', '.join(families)}")
    return "; ".join(told)


def number(value: float | Band) -> str:
    """A number with two digits, or a median with its band."""
    if isinstance(value, Band):
        if not value.people:
            return "–"
        return f"{_plain(value.middle)} ({_plain(value.low)} to {_plain(value.high)})"
    return _plain(value)


def percent(share: float) -> str:
    """A share in whole per cent."""
    return f"{share:.0%}".replace("%", " %")


def _plain(value: float) -> str:
    if isnan(value):
        return "–"
    # A zero has no sign.
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")
