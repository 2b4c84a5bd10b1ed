"""What one person's days are like, real or invented: the same measures for both.

What may be changed by what is found stands in docs/researchers/calibration.md, written before
anything was compared. Nothing here is clinical evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import numpy as np

from steadystep.cohort.calibrate_flares import RISES, Flares, around_big_days, big_shares, flares
from steadystep.cohort.calibrate_series import (
    NAN,
    Days,
    answered_span,
    carry_over,
    change,
    correlation,
    lag_one,
    mean,
    missing_share,
    relative_change,
    same_share,
    spread,
    variation,
)


@dataclass(frozen=True, slots=True, eq=False)
class Diary:
    """One person's days, real or invented. A number a calendar day, NaN where there is none.

    Attributes:
        pain: Answers, points; empty where the record holds none.
        fatigue: Answers, points.
        load: Effective minutes, steps, or whatever counts a day's movement.
        hrv: Last night's RMSSD, ms; or its distance from the person's mean, SD.
        sleep: Last night's sleep, in the record's own unit.
    """

    pain: Days = field(default_factory=lambda: np.empty(0))
    fatigue: Days = field(default_factory=lambda: np.empty(0))
    load: Days = field(default_factory=lambda: np.empty(0))
    hrv: Days = field(default_factory=lambda: np.empty(0))
    sleep: Days = field(default_factory=lambda: np.empty(0))


@dataclass(frozen=True, slots=True)
class Measures:
    """What one diary is like. NaN where it cannot say.

    Attributes:
        pain_mean: Mean answer, points.
        pain_sd: Spread of the answers within the person, points.
        pain_carry: Lag-1 autocorrelation of pain.
        pain_change: Mean absolute change from day to day, points.
        pain_change_sd: The same in the person's own spreads, which no scale distorts.
        pain_same: Share of answers that are the answer of the day before.
        pain_missing: Share of days without an answer.
        fatigue_mean: As for pain.
        fatigue_sd: As for pain.
        fatigue_carry: As for pain.
        together: Correlation of pain and fatigue over the person's days.
        load_cv: Coefficient of variation of daily load.
        load_carry: Lag-1 autocorrelation of load.
        load_change: Median change of load from day to day, share of the two days' mean.
        big_share: Share of days above 1.5 times the median of the fortnight before.
        very_big_share: The same above 2 times.
        big_days: Number of big days with pain known around them.
        before_big: Pain on the day before a big day against other days, the person's spreads.
        on_big: The same on the day itself.
        after_big: The same over the three days after it.
        flares_2_points: Flares begun in 100 days, by a rise of 2 points.
        flares_30_percent: The same by a rise of 30 % and 1 point.
        flares_1_sd: The same by a rise of one of the person's spreads.
        flare_length: Median length of the last kind, days.
        long_share: Share of the last kind that lasts two days or more.
        hrv_cv: Coefficient of variation of RMSSD.
        hrv_carry: Lag-1 autocorrelation of HRV.
        sleep_sd: Spread of sleep, the record's own unit.
        sleep_carry: Lag-1 autocorrelation of sleep.
        load_to_pain: Pain on the next day for a spread more load today, spreads; pain held equal.
        pain_to_load: Load on the next day for a spread more pain today; load held equal.
        load_to_fatigue: Fatigue on the next day for a spread more load; fatigue held equal.
        fatigue_to_load: Load on the next day for a spread more fatigue; load held equal.
    """

    pain_mean: float = NAN
    pain_sd: float = NAN
    pain_carry: float = NAN
    pain_change: float = NAN
    pain_change_sd: float = NAN
    pain_same: float = NAN
    pain_missing: float = NAN
    fatigue_mean: float = NAN
    fatigue_sd: float = NAN
    fatigue_carry: float = NAN
    together: float = NAN
    load_cv: float = NAN
    load_carry: float = NAN
    load_change: float = NAN
    big_share: float = NAN
    very_big_share: float = NAN
    big_days: float = NAN
    before_big: float = NAN
    on_big: float = NAN
    after_big: float = NAN
    flares_2_points: float = NAN
    flares_30_percent: float = NAN
    flares_1_sd: float = NAN
    flare_length: float = NAN
    long_share: float = NAN
    hrv_cv: float = NAN
    hrv_carry: float = NAN
    sleep_sd: float = NAN
    sleep_carry: float = NAN
    load_to_pain: float = NAN
    pain_to_load: float = NAN
    load_to_fatigue: float = NAN
    fatigue_to_load: float = NAN


NAMES = tuple(one.name for one in fields(Measures))


def measure(diary: Diary) -> Measures:
    """Work out every measure that the diary can speak to."""
    found: dict[str, float] = {}
    if diary.pain.size:
        found |= _of_pain(diary.pain)
    if diary.fatigue.size:
        found |= _of_fatigue(diary)
    if diary.load.size:
        found |= _of_load(diary.load, answered_span(diary.pain if diary.pain.size else diary.load))
    if diary.pain.size and diary.load.size:
        found |= _of_both(diary)
    if diary.hrv.size:
        found |= {"hrv_cv": variation(diary.hrv), "hrv_carry": carry_over(diary.hrv)}
    if diary.sleep.size:
        found |= {"sleep_sd": spread(diary.sleep), "sleep_carry": carry_over(diary.sleep)}
    return Measures(**found)


def _of_pain(pain: Days) -> dict[str, float]:
    by_name = {rise.name: flares(pain, rise) for rise in RISES}
    own = by_name["1 SD"]
    width = spread(pain)
    return {
        "pain_mean": mean(pain),
        "pain_sd": width,
        "pain_carry": carry_over(pain),
        "pain_change": change(pain),
        "pain_change_sd": change(pain) / width if width > 0 else NAN,
        "pain_same": same_share(pain),
        "pain_missing": missing_share(pain[answered_span(pain)]),
        "flares_2_points": by_name["2 points"].per_100_days,
        "flares_30_percent": by_name["30 % and 1 point"].per_100_days,
        "flares_1_sd": own.per_100_days,
        "flare_length": own.median_days,
        "long_share": _long_share(own),
    }


def _long_share(own: Flares) -> float:
    return own.long_runs / own.runs if own.runs else NAN


def _of_fatigue(diary: Diary) -> dict[str, float]:
    found = {
        "fatigue_mean": mean(diary.fatigue),
        "fatigue_sd": spread(diary.fatigue),
        "fatigue_carry": carry_over(diary.fatigue),
    }
    if diary.pain.size:
        found["together"] = correlation(diary.pain, diary.fatigue)
    if diary.load.size:
        on_next = lag_one([diary.fatigue, diary.load])
        found |= {
            "fatigue_to_load": float(on_next[0, 1]),
            "load_to_fatigue": float(on_next[1, 0]),
        }
    return found


def _of_load(load: Days, during: slice) -> dict[str, float]:
    """Look at the load of the days on which a diary was kept."""
    big, very_big = big_shares(load, during)
    return {
        "load_cv": variation(load[during]),
        "load_carry": carry_over(load[during]),
        "load_change": relative_change(load[during]),
        "big_share": big,
        "very_big_share": very_big,
    }


def _of_both(diary: Diary) -> dict[str, float]:
    around = around_big_days(diary.pain, diary.load)
    width = spread(diary.pain)
    on_next = lag_one([diary.pain, diary.load])
    return {
        "big_days": float(around.big_days),
        "before_big": around.before / width if width > 0 else NAN,
        "on_big": around.same / width if width > 0 else NAN,
        "after_big": around.after / width if width > 0 else NAN,
        "pain_to_load": float(on_next[0, 1]),
        "load_to_pain": float(on_next[1, 0]),
    }
