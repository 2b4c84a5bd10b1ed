"""What the examples stand on: a table goes in, and each day of it is compared."""

import pytest

from tests.spec.fixtures import Listen, Replay, RuleOfTwo, listen_to, live_a_plan, replay_a_diary


@pytest.fixture
def rule_of_two() -> RuleOfTwo:
    """Live a plan day by day."""
    return live_a_plan


@pytest.fixture
def diary() -> Replay:
    """Replay a diary that contains no plan."""
    return replay_a_diary


@pytest.fixture
def heard() -> Listen:
    """Hear answers, one by one."""
    return listen_to
