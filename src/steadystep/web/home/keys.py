"""The keys of the front door. Whoever holds one is let in, and is known by a cookie afterwards."""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = 32
_OWNER_ALONE = 0o600
# A choice: this many browsers are remembered; the one that came first is forgotten first.
_MOST_BROWSERS = 16


def _fresh() -> str:
    return secrets.token_urlsafe(_BYTES)


@dataclass(slots=True)
class Keys:
    """The keys of one start.

    Attributes:
        printed: Stands in the address shown in the terminal; good until the program ends.
        handed_over: Stands in the address given to the browser, where other users of the machine
            may see it in the list of programs; good once.
    """

    printed: str = field(default_factory=_fresh)
    handed_over: str = field(default_factory=_fresh)

    def open(self, key: str) -> bool:
        """Tell whether a key fits. The one handed over fits once."""
        if _same(key, self.printed):
            return True
        if not _same(key, self.handed_over):
            return False
        self.handed_over = _fresh()
        return True


class KnownBrowsers:
    """The browsers that were let in, so that a bookmark works after a restart.

    The file holds no cookie, only what a cookie can be recognised by.
    """

    def __init__(self, place: Path) -> None:
        self.place = place

    def welcome(self) -> str:
        """Make a cookie for one more browser and remember what it is known by."""
        cookie = _fresh()
        known = [*self._known(), _mark(cookie)][-_MOST_BROWSERS:]
        self._write(known)
        return cookie

    def knows(self, cookie: str) -> bool:
        """Tell whether a cookie is one of ours."""
        mark = _mark(cookie)
        return any(_same(mark, known) for known in self._known())

    def _known(self) -> list[str]:
        try:
            return self.place.read_text(encoding="ascii").split()
        except (FileNotFoundError, UnicodeDecodeError):
            return []

    def _write(self, known: list[str]) -> None:
        """Put the new list in the place of the old one, whole or not at all."""
        self.place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self.place.with_name(f"{self.place.name}.{secrets.token_hex(4)}")
        file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE)
        with os.fdopen(file, "w", encoding="ascii") as page:
            page.write("\n".join(known) + "\n")
        beside.replace(self.place)


def _same(one: str, other: str) -> bool:
    """Compare in a time that tells nothing."""
    return secrets.compare_digest(one.encode(), other.encode())


def _mark(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()
