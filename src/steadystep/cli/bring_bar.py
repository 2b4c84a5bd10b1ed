"""How far a large export is, on stderr, where somebody is looking."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

# Below these a bar is gone before it could be looked at: choices.
BAR_FROM_BYTES = 5_000_000
BAR_FROM_DAYS = 4_000


class Bar:
    """What is done now, and how far; without a terminal it shows nothing."""

    def __init__(self, shown: Progress | None, doing: str, size: int | None) -> None:
        self._shown = shown
        if shown is not None:
            self._task = shown.add_task(doing, total=size)

    def advance(self, more: int) -> None:
        """So much more of it is done."""
        if self._shown is not None:
            self._shown.advance(self._task, more)

    def next(self, doing: str) -> None:
        """Something else is done now, and nobody knows how long it takes."""
        if self._shown is not None:
            self._shown.remove_task(self._task)
            self._task = self._shown.add_task(doing, total=None)


@contextmanager
def bar(doing: str, size: int | None = None, *, is_large: bool) -> Iterator[Bar]:
    """Show how far something is: in percent, with the time left.

    Args:
        doing: What is done.
        size: How much there is to do; None where nobody knows.
        is_large: It takes long enough to look at.
    """
    if not is_large or not sys.stderr.isatty():
        yield Bar(None, doing, size)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        yield Bar(shown, doing, size)
