"""Invented records, the same on every run. No line of them was ever lived."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from steadystep.charts.record import RecordDay
from steadystep.charts.words import Words

FIRST = date(2026, 8, 3)
_RUNGS = (2, 2.5, 3, 3.5, *range(4, 21))

HEBREW = Words(
    months=(
        "ינו׳",
        "פבר׳",
        "מרץ",
        "אפר׳",
        "מאי",
        "יוני",
        "יולי",
        "אוג׳",
        "ספט׳",
        "אוק׳",
        "נוב׳",
        "דצמ׳",
    ),
    day_and_month="{day} ב{month}",
    full_date="{day} ב{month} {year}",
    period="{first} עד {last}",
    movement="תנועה",
    pain="כאב",
    fatigue="עייפות",
    symptom_heading="{name}, 0 עד 10",
    flare_label="התלקחות",
    level="המדרגה הנוכחית",
    dose="הכמות שנאמרה ליום",
    offer="מדרגה שהוצעה, וגודלה",
    step_back="מדרגה אחת אחורה",
    load="כמה זזת באותו יום",
    over="יותר ממה שהסולם מראה",
    boom="יום גדול בהרבה מהרגיל",
    bust="יום קטן בהרבה מהרגיל",
    watching="מתבוננים איך הגוף עונה",
    answer="תשובה. רווח הוא יום בלי תשובה",
    usual="הרגיל שלך",
    warning="כאן מתחילה אזהרה",
    amber="יום אזהרה (ענבר)",
    red="יום התלקחות (אדום)",
    flare="התלקחות, עד שנרגע",
    marked="אמרת: התלקחות",
)


def quiet_day(day: date = FIRST) -> RecordDay:
    """A day about which nothing is known."""
    return RecordDay(
        day=day,
        action="no_plan",
        level=None,
        dose=None,
        offered=None,
        load=None,
        pain=None,
        fatigue=None,
        usual_pain=None,
        usual_fatigue=None,
        warning_pain=None,
        warning_fatigue=None,
        flare="none",
        marked=False,
        watching=False,
        boom=False,
        bust=False,
    )


def record(days: int, *, seed: int = 7) -> list[RecordDay]:  # noqa: C901 -- a life is long
    """A life with small steps up, a flare now and then, a boom and its bust, and silent days."""
    rng = Random(seed)
    lived: list[RecordDay] = []
    rung, since, flare_left, watch_left, away, bust_left, ebb = 2, 0, 0, 0, 0, 0, 0.0
    for number in range(days):
        day = quiet_day(FIRST + timedelta(days=number))
        since += 1
        season = number % 84
        if season == 60:
            away = 5
        if away:
            away -= 1
            lived.append(replace(day, action="pause"))
            continue
        usual = 4.5 + (0.5 if (number // 28) % 3 == 1 else 0)
        day = replace(
            day,
            action="hold",
            usual_pain=usual,
            usual_fatigue=5.0,
            warning_pain=usual + 1.8,
            warning_fatigue=7.0,
        )
        boom = season in {30, 31} or (rng.random() < 0.012)
        ebb = 0.6 * ebb + rng.gauss(0, 0.55)
        pain = usual - 0.3 + ebb + rng.gauss(0, 0.4)
        tired = 4.7 + 0.6 * ebb + rng.gauss(0, 0.7)
        if season == 33 or (number > 100 and rng.random() < 0.008):
            flare_left, bust_left = 6, 3
        if flare_left:
            flare_left -= 1
            pain += 3.2 * (0.6 + flare_left / 10)
            tired += 2.0 * (0.6 + flare_left / 10)
        pain, tired = (round(min(max(value, 0), 10)) for value in (pain, tired))
        silent = rng.random() < 0.07 or season in {19, 20}
        red = not silent and flare_left > 0 and pain >= usual + 2
        amber = not silent and not red and (pain >= usual + 1.8 or tired >= 7)
        if red and flare_left == 3 and (season == 36 or rng.random() < 0.3):
            rung, since = max(rung - 1, 0), 0
            day = replace(day, action="step_back")
        elif red:
            day = replace(day, action="ease")
        offer = since > 8 + rung and not red and not amber and not silent and flare_left == 0
        if offer and rung < len(_RUNGS) - 1:
            day = replace(day, action="offer", offered=float(_RUNGS[rung + 1]))
        level = float(_RUNGS[rung])
        dose = max(2.0, round(level * 2 / 3 - 0.5)) if flare_left or red else level
        load = level * rng.choice((0.8, 1, 1, 1, 1.1, 1.2)) if rng.random() > 0.08 else None
        if boom:
            load = level * 3.4
        bust = bust_left > 0
        if bust:
            bust_left -= 1
            load = level * 0.3
        lived.append(
            replace(
                day,
                level=level,
                dose=dose,
                load=None if load is None else round(load, 1),
                pain=None if silent else float(pain),
                fatigue=None if silent else float(tired),
                flare="red" if red else "amber" if amber else "none",
                marked=red and season == 34,
                watching=watch_left > 0,
                boom=boom,
                bust=bust,
                beside=("a journey",) if season == 25 else (),
            )
        )
        watch_left = max(watch_left - 1, 0)
        if day.offered is not None and rng.random() < 0.7:
            rung, since, watch_left = rung + 1, 0, 3
    return lived
