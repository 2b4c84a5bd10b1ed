"""The whole programme between two covers, as plain values that the template takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from steadystep.chapters.paper.sheet import in_place
from steadystep.chapters.said import FROM_THE_RIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.chapters.chapter import Planned, Programme
    from steadystep.chapters.said import Catalogue


def booklet_data(
    programme: Programme, language: str, sheets: Sequence[dict[str, Any]], *, words: Catalogue
) -> dict[str, Any]:
    """Write down the cover and the list of days; the sheets come after them."""
    title = programme.titles.get(language, programme.name)
    bound = {
        "kind": "booklet",
        "language": language,
        "from_the_right": language in FROM_THE_RIGHT,
        "programme": title,
        "title": title,
        "under": words.gettext("A few minutes a day, and one small step."),
        "kind_word": words.gettext(
            "This is no treatment, and it takes no doctor's place. Take what helps you."
        ),
        "days_heading": words.gettext("The days"),
        "days": [_day(one, language, {sheet["day"] for sheet in sheets}) for one in programme.plan],
        "not_yet": words.gettext("What stands in grey is not written yet."),
        "page": words.gettext("Page {page} of {pages}"),
    }
    return {**in_place(bound, language), "sheets": list(sheets)}


def _day(planned: Planned, language: str, written: set[int]) -> dict[str, Any]:
    return {
        "day": planned.day,
        "line": planned.lines.get(language, ""),
        "written": planned.day in written,
    }
