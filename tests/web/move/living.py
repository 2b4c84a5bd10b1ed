"""People of these tests: a plan, a step, and where their pages are."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.facts import Gate
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tests.web.house import Home

WALK = "/move/slow-walk/"


def with_a_plan(
    home: Home,
    *,
    movement: Movement = Movement.WALK,
    unit: Unit = Unit.MINUTES,
    step: int = 50,
    name: str = "",
) -> None:
    """Somebody whose plan began two hours ago; the step is 5 minutes, unless told otherwise."""
    begun = home.wall() - timedelta(hours=2)
    plan = on.PlanStarted(unit=unit, start=step, movement=movement, name=name)
    home.log.append([on.GateSet(Gate.OPEN), plan], at=begun, recorded=begun)


def since(home: Home, ago: timedelta | None = None) -> int:
    """A start, as an address carries it."""
    moment = home.wall() - ago if ago else home.wall()
    return int(moment.timestamp())


def address(home: Home, ago: timedelta | None = None, *, of: str = WALK, step: int = 50) -> str:
    """The address of a session that began so long ago."""
    return f"{of}go/?since={since(home, ago)}&step={step}"


def text(answer: HttpResponse) -> str:
    """What a page says."""
    return unescape(answer.content.decode())


def sessions(home: Home) -> list[int]:
    """What was told of sessions, tenths."""
    return [one.done for one in home.told(on.SessionTold)]
