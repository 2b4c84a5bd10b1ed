"""The words of this door: a catalogue in the person's language where there is one, else English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.explain import ENGLISH

if TYPE_CHECKING:
    from steadystep.explain import Translations

DOMAIN = "steadystep"
CATALOGUES = Path(__file__).parent.parent / "locale"


@cache
def words(catalogues: Path = CATALOGUES) -> Translations:
    """The catalogue of the language that the environment names (LANGUAGE, LC_ALL, LANG)."""
    import gettext

    if gettext.find(DOMAIN, str(catalogues)) is None:
        return ENGLISH
    return gettext.translation(DOMAIN, str(catalogues))
