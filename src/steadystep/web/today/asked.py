"""Which question is asked, and whether an answer still has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.asks import Ask
from steadystep.web.today.questions import FOG, QUESTIONS, fog

if TYPE_CHECKING:
    from steadystep.web.today.morning import Morning
    from steadystep.web.today.question import Question


def question_of(morning: Morning, name: str) -> Question | None:
    """The question as it stands now; None where it is not open."""
    if name == FOG:
        return fog(morning) if morning.fog_is_old else None
    if name not in set(morning.asks):
        return None
    return QUESTIONS[Ask(name)](morning)


def asked(morning: Morning) -> Question | None:
    """The one question of the page; None where there is nothing to ask."""
    return question_of(morning, FOG) or question_of(morning, morning.ask)
