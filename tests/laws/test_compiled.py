"""The rule compiled and the rule plain: the same functions, the same bits."""

from __future__ import annotations

import random

import pytest

from steadystep.cohort.compiled import arrayed, compile_family
from steadystep.core import rule, shapes
from steadystep.core.ladder import MINUTES, WHOLE_DAY_STEPS, Ladder
from steadystep.core.policy import GENTLE, STEADY, Numbers
from tests.laws.histories import Told, day_of

HISTORIES = 3_000
DAYS = 60


def chance_day(luck: random.Random, today: int, top: int) -> shapes.Day:
    """Anything at all, so that every branch of the rule is taken somewhere."""
    answer = luck.choices((0, 1, 2, 3, 4), (2, 6, 2, 2, 1))[0]
    return day_of(
        today,
        Told(
            answer=answer,
            warm=luck.randint(1, 3) if answer >= shapes.WARM else 0,
            flare=luck.choices((0, 1, 2), (12, 1, 1))[0],
            did=luck.choices((-1, 0, 50, 80, 100, 130), (2, 2, 1, 2, 9, 1))[0],
            boom=luck.choices((0, 1), (15, 1))[0],
            reply=luck.choices((0, 1, 2, 3), (4, 8, 1, 1))[0],
            chosen=luck.choices((-1, luck.randint(0, top)), (30, 1))[0],
            limit=luck.choices((top, luck.randint(0, top)), (20, 1))[0],
            guard=luck.choices((-1, luck.randint(0, top)), (20, 1))[0],
            waits=luck.choices((0, shapes.LEARNING, shapes.USUAL_UP, shapes.UNSURE), (30, 1, 1, 1))[
                0
            ],
            gate=luck.choices((0, 1, 2, 3, 4, 5), (60, 1, 2, 1, 1, 1))[0],
            slow=luck.randint(0, 1),
            per_week=luck.choices((7, 3, 2), (6, 1, 1))[0],
            kept_moving=luck.choices((0, 1), (15, 1))[0],
            more=luck.choices((0, 1), (40, 1))[0],
        ),
    )


@pytest.mark.slow
def test_thousands_of_random_histories_agree_to_the_bit() -> None:
    """One short ladder and one long; both paces. As arrays they compile once."""
    family = compile_family(rule)
    for ladder in (MINUTES, WHOLE_DAY_STEPS):
        for policy in (GENTLE, STEADY):
            luck = random.Random(f"{len(ladder.doses)} {policy.pace}")
            fired: set[int] = set()
            for _ in range(HISTORIES // 4):
                fired |= _both(family, luck, policy.numbers(), ladder)
            assert fired == set(range(shapes.STEP_TAKEN + 1))


def _both(
    family: dict[str, object], luck: random.Random, numbers: Numbers, ladder: Ladder
) -> set[int]:
    """Live one history twice; every state and every morning has to agree."""
    top, same = len(ladder.doses) - 1, arrayed(ladder)
    start = luck.randint(0, top)
    plain, fast, fired = rule.newborn(start), family["newborn"](start), set()  # type: ignore[operator]
    for today in range(DAYS):
        day = chance_day(luck, today, top)
        heard, said = rule.morning(plain, day, numbers, ladder)
        quick, spoken = family["morning"](fast, day, numbers, same)  # type: ignore[operator]
        assert (heard, said) == (quick, spoken)
        plain = rule.evening(heard, day, said, numbers)
        fast = family["evening"](quick, day, spoken, numbers)  # type: ignore[operator]
        assert plain == fast
        fired.add(said.fired)
    return fired
