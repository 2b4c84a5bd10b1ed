"""What is heard, compiled and plain: the same functions, the same bits."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from steadystep.cohort.compiled import twin
from steadystep.core import reference, signal
from steadystep.core.answers import KEPT_DAYS, Answers
from steadystep.core.observations import Symptom
from steadystep.core.policy import GENTLE, Hearing, Policy
from steadystep.core.reference import NEVER_LOOKED, NOT_KNOWN, Look, Usual
from steadystep.core.shapes import NONE
from steadystep.core.signal import Reference

TIMES = 2_000
DIARIES = 300
DAYS = 200
# As late a usual, and as many first answers, as any policy can ask for.
LATE = replace(GENTLE, usual_at_day=56, usual_answers=28, spread_answers=28, look_every_days=7)
EAGER = replace(GENTLE, usual_at_day=1, usual_answers=1, look_answers=1, usual_move=1)
POLICIES = (GENTLE, LATE, EAGER)
MOST_FIRST_ANSWERS = 56

pytestmark = pytest.mark.slow


def any_hearing(luck: random.Random) -> Hearing:
    return luck.choice(POLICIES).hearing()


def some_days(luck: random.Random, most: int, *, silent: float = 0.15) -> np.ndarray:
    """Up to 40 days of whole numbers; now and then none at all."""
    days = luck.choice((0, 1, 7, 14, 28, luck.randint(0, 40)))
    return np.array(
        [NONE if luck.random() < silent else luck.randint(0, most) for _ in range(days)],
        dtype=np.int64,
    )


def an_answer(luck: random.Random) -> int:
    return luck.choice((NONE, luck.randint(0, 100), 10 * luck.randint(0, 10)))


def a_reference(luck: random.Random) -> Reference:
    pain, fatigue = (an_answer(luck), an_answer(luck))
    return Reference(
        pain,
        fatigue,
        NONE if pain == NONE else luck.randint(1, 50),
        NONE if fatigue == NONE else luck.randint(1, 50),
    )


def test_an_answer_in_numbers_or_in_fog_is_heard_the_same() -> None:
    listen, in_fog = twin(signal.listen), twin(signal.listen_in_fog)
    luck = random.Random("answers")
    for _ in range(TIMES):
        known, pain, fatigue = a_reference(luck), an_answer(luck), an_answer(luck)
        assert listen(known, pain, fatigue) == signal.listen(known, pain, fatigue)
        word = luck.randint(-1, 2)
        assert in_fog(word, known) == signal.listen_in_fog(word, known)


def test_a_load_weighs_the_same() -> None:
    weigh, heard = twin(signal.weigh), Counter[tuple[int, int]]()
    luck = random.Random("loads")
    for _ in range(TIMES):
        before, hearing = some_days(luck, luck.choice((3, 300, 3_000))), any_hearing(luck)
        load = luck.choice((NONE, 0, luck.randint(0, 600), luck.randint(0, 6_000)))
        said = weigh(load, before, hearing)
        assert said == signal.weigh(load, before.tolist(), hearing)
        heard[said] += 1
    assert set(heard) == {(0, 0), (0, 1), (1, 0)}


def test_a_night_and_a_heart_are_heard_the_same() -> None:
    """The logarithms too: they are rounded to whole millionths before anything is compared."""
    sleep, rate, hrv = (
        twin(one) for one in (signal.sleep_is_worse, signal.heart_rate_is_up, signal.hrv_is_off)
    )
    luck, heard = random.Random("devices"), Counter[tuple[str, bool]]()
    for _ in range(TIMES):
        hearing, night = any_hearing(luck), an_answer(luck)
        nights, beats = some_days(luck, 100), some_days(luck, 900, silent=0.4)
        said = (
            ("sleep", sleep(night, nights, hearing)),
            ("rate", rate(beats, hearing)),
            ("hrv", hrv(beats, hearing)),
        )
        plain = beats.tolist()
        assert said == (
            ("sleep", signal.sleep_is_worse(night, nights.tolist(), hearing)),
            ("rate", signal.heart_rate_is_up(plain, hearing)),
            ("hrv", signal.hrv_is_off(plain, hearing)),
        )
        heard.update(said)
    assert len(heard) == 6


def test_usual_is_told_and_taken_the_same() -> None:
    told, settle, rise = (
        twin(one) for one in (reference.told, reference.settle, reference.warning_rise)
    )
    luck = random.Random("usual")
    for _ in range(TIMES):
        hearing, step = any_hearing(luck), luck.choice((1, 5, 7, 10, 20, 33))
        first = some_days(luck, luck.choice((10, 100)), silent=0.0)
        tenths, spread, decimals = luck.randint(0, 100), luck.randint(0, 1_000), luck.randint(0, 1)
        assert told(tenths, hearing, step) == reference.told(tenths, hearing, step)
        assert rise(spread, hearing, decimals, step) == reference.warning_rise(
            spread, hearing, decimals, step
        )
        if len(first):
            assert settle(first, hearing, step) == reference.settle(first.tolist(), hearing, step)


def test_a_look_finds_the_same() -> None:
    look, luck = twin(reference.look), random.Random("looks")
    for _ in range(TIMES):
        hearing, month = any_hearing(luck), some_days(luck, 100, silent=0.0)
        usual = Usual(luck.randint(0, 100), luck.randint(0, 300), luck.randint(1, 50))
        step = luck.choice((1, 10, 33))
        assert look(usual, month, hearing, step) == reference.look(
            usual, month.tolist(), hearing, step
        )


@pytest.mark.parametrize("policy", POLICIES)
def test_whole_diaries_are_heard_day_by_day_as_the_app_hears_them(policy: Policy) -> None:
    """The app's own Answers beside the compiled functions over two arrays, silence and all."""
    luck, asked = random.Random(f"diaries {policy.look_every_days} {policy.look_answers}"), 0
    for _ in range(DIARIES // len(POLICIES)):
        asked += live_one_diary(luck, policy.hearing())
    assert asked > 0


def live_one_diary(luck: random.Random, hearing: Hearing) -> int:
    """Live one diary twice; returns how often a higher usual was asked about."""
    due, renew, raised, in_force, against = (
        twin(one)
        for one in (
            reference.is_due,
            reference.renew,
            reference.raised,
            reference.in_force,
            reference.measured_against,
        )
    )
    step, silent = luck.choice((1, 10, 33)), luck.choice((0.0, 0.2, 0.6, 0.9))
    app, held = Answers(Symptom.PAIN, step), NEVER_LOOKED
    first, answered = np.full(MOST_FIRST_ANSWERS, NONE, dtype=np.int64), 0
    window = np.full(KEPT_DAYS, NONE, dtype=np.int64)
    level, asked = luck.randint(10, 80), 0
    for days in range(1, DAYS + 1):
        level = min(100, max(0, level + luck.choice((0, 0, 0, -5, 5))))
        answer = NONE if luck.random() < silent else min(100, max(0, level + luck.randint(-15, 15)))
        app.close(answer, days, hearing)

        window[:-1] = window[1:]
        window[-1] = answer
        if held.usual.tenths == NONE and answer != NONE:
            first[answered] = answer
            answered += 1
        if due(held.usual, answered, days, hearing):
            held = renew(held, first[:answered], window, hearing, step)

        assert held == Look(app.usual or NOT_KNOWN, NONE if app.higher is None else app.higher)
        if held.higher != NONE and luck.random() < 0.1:
            asked += 1
            app.answer(take=True)
            held = Look(raised(held.usual, held.higher), NONE)
        told = reference.told(40, hearing, step)
        measured = against(in_force(held.usual, told), NOT_KNOWN)
        assert measured == Reference(
            (app.usual or told).tenths, NONE, (app.usual or told).rise, NONE
        )
    assert answered == len(app.answers) <= max(hearing.usual_at_day, hearing.usual_answers)
    return asked
