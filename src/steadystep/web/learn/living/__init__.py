"""What lives in a chapter: pictures, a walk with one's own numbers, a step that can be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.web.learn.living.choose import bad_day, choose_step
from steadystep.web.learn.living.four_kinds import four_kinds
from steadystep.web.learn.living.own_picture import own_picture
from steadystep.web.learn.living.rule_of_two import rule_of_two
from steadystep.web.learn.living.trap import boom_bust_trap

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from steadystep.chapters import Chapter

# By the name that a chapter's text or its step calls it.
PARTS: Mapping[str, Callable[[HttpRequest, Chapter], SafeString]] = {
    "own-picture": own_picture,
    "boom-bust-trap": boom_bust_trap,
    "rule-of-two": rule_of_two,
    "four-kinds": four_kinds,
    "choose-step": choose_step,
    "bad-day": bad_day,
}


def living(name: str, request: HttpRequest, chapter: Chapter) -> SafeString:
    """Make a part of a chapter's page.

    Args:
        name: What the chapter calls it by.
        request: The page that is being made.
        chapter: The chapter around it.

    Raises:
        KeyError: No part of ours has this name.
    """
    return PARTS[name](request, chapter)
