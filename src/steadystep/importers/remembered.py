"""Cells repeat themselves in a long file: what one of them means is worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MOST: Final = 50_000

Meaning = TypeVar("Meaning")


class Remembered(dict[str, Meaning]):
    """What each text means. Forgets everything when it grows too large."""

    def __init__(self, meaning: Callable[[str], Meaning], most: int = _MOST) -> None:
        super().__init__()
        self._meaning = meaning
        self._most = most

    def __missing__(self, text: str) -> Meaning:
        if len(self) >= self._most:
            self.clear()
        meaning = self[text] = self._meaning(text)
        return meaning


class Unseen:
    """Passes on each text once, or again after very many others."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def among(self, texts: Iterable[str]) -> list[str]:
        """Give the texts that are new, always in the same order."""
        if len(self._seen) >= _MOST:
            self._seen.clear()
        new = set(texts) - self._seen
        self._seen |= new
        return sorted(new)
