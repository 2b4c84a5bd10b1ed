"""Which programme these pages show: the one inside the package, or an organisation's folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from django.utils.translation import get_language

from steadystep.chapters import bundled, read_programme

if TYPE_CHECKING:
    from steadystep.chapters import Chapter, Programme


def the_programme() -> Programme:
    """The programme of this start; a chapter in it that cannot be read is left out."""
    folder = settings.STEADYSTEP_PROGRAMME
    return bundled() if folder is None else _read(Path(folder))


def chapter_or_404(day: int, language: str = "") -> Chapter:
    """The chapter of a day in the reader's language, or in the programme's first.

    Raises:
        Http404: It is not written.
    """
    found = the_programme().chapter(day, language or reading_language())
    if found is None:
        raise Http404
    return found


def reading_language() -> str:
    """The language of this page."""
    return get_language() or settings.LANGUAGE_CODE


@lru_cache(maxsize=4)
def _read(folder: Path) -> Programme:
    programme, _ = read_programme(folder)
    return programme
