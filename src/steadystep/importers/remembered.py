"""Days and cells repeat themselves in a long file: what they mean is worked out once."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MOST: Final = 50_000

Seen = TypeVar("Seen", bound=Hashable)
Meaning = TypeVar("Meaning")


class Remembered(dict[Seen, Meaning]):
    """What each thing means. Forgets everything when it grows too large."""

    def __init__(self, meaning: Callable[[Seen], Meaning], most: int = _MOST) -> None:
        super().__init__()
        self._meaning = meaning
        self._most = most

    def __missing__(self, seen: Seen) -> Meaning:
        if len(self) >= self._most:
            self.clear()
        meaning = self[seen] = self._meaning(seen)
        return meaning


class Unseen:
    """Passes on each text once, or again after very many others."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def among(self, texts: Iterable[str]) -> list[str]:
        """Give the texts that are new, in their order."""
        if len(self._seen) >= _MOST:
            self._seen.clear()
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        self._seen.update(new)
        return new
