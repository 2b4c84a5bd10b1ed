"""From a decision to words: for the person, for the expert, and for a whole diary.

Each name is fetched when it is asked for: a morning in the terminal waits for no story of a diary.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from steadystep.explain.assumptions import assumed
    from steadystep.explain.banned import BANNED, BANNED_IN_HEBREW, banned_in
    from steadystep.explain.counting import Tally, tally
    from steadystep.explain.line import expert
    from steadystep.explain.living import twin
    from steadystep.explain.person import said, sentences
    from steadystep.explain.telling import Section, story, told
    from steadystep.explain.translations import ENGLISH, English, Translations

__all__ = [
    "BANNED",
    "BANNED_IN_HEBREW",
    "ENGLISH",
    "English",
    "Section",
    "Tally",
    "Translations",
    "assumed",
    "banned_in",
    "expert",
    "said",
    "sentences",
    "story",
    "tally",
    "told",
    "twin",
]

_HOMES = {
    "assumptions": ("assumed",),
    "banned": ("BANNED", "BANNED_IN_HEBREW", "banned_in"),
    "counting": ("Tally", "tally"),
    "line": ("expert",),
    "living": ("twin",),
    "person": ("said", "sentences"),
    "telling": ("Section", "story", "told"),
    "translations": ("ENGLISH", "English", "Translations"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Fetch a public name from its room, once."""
    if name not in _HOME_OF:
        message = f"module 'steadystep.explain' has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(f"steadystep.explain.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found
