"""What was said once in a language is said the same way again: worked out once, then remembered."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

# A ten-year record holds a few hundred different doses, days and lists of codes.
_MOST = 4_096

Asked = ParamSpec("Asked")
Written = TypeVar("Written")


def remembered(work_out: Callable[Asked, Written]) -> Callable[Asked, Written]:
    """Remember what a function gave for each question, without losing the types of either."""
    return cast("Callable[Asked, Written]", lru_cache(_MOST)(work_out))
