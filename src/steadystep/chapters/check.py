"""What a programme has to hold before anyone reads it, each rule in an editor's words.

The plan and what every chapter has to say of itself are looked at here; its words, its claims and
its languages each in a file of their own (`rules_of_…`).
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from steadystep.chapters.chapter import Chapter, Living, Planned, Programme
from steadystep.chapters.problem import Problem, of
from steadystep.chapters.rules_of_claims import one_source_is_one, rules_of_claims
from steadystep.chapters.rules_of_languages import rules_of_languages
from steadystep.chapters.rules_of_words import rules_of_words
from steadystep.chapters.whose_day import Happening

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import date

PLAN = "programme.toml"


def check(
    programme: Programme,
    *,
    banned: Callable[[str], Sequence[str]],
    living: Collection[str],
    opens: Collection[str],
    today: date | None = None,
) -> tuple[Problem, ...]:
    """Look through a programme.

    Args:
        programme: What was read. What could not be read was said then.
        banned: Finds the words that we do not use in a text.
        living: The names of the things that a page can put into a chapter.
        opens: The names of what a chapter's step can open.
        today: The day on which review dates are looked at; they are not where it is not given.

    Returns:
        What an editor has to look at; nothing, where all is well.
    """
    found = list(_the_plan(programme))
    for _, chapter in sorted(programme.chapters.items()):
        found += _filled(chapter)
        found += _known(chapter, living, opens)
        found += _as_planned(programme, chapter)
        found += rules_of_words(chapter, banned)
        found += rules_of_claims(chapter, today)
    return (*found, *one_source_is_one(programme), *rules_of_languages(programme))


# The plan -------------------------------------------------------------------------------------


def _the_plan(programme: Programme) -> Iterator[Problem]:
    days = [one.day for one in programme.plan]
    if not days or days != list(range(1, len(days) + 1)):
        yield Problem(PLAN, "the days are not 1, 2, 3 and so on, each once.")
    for language in programme.languages:
        if not programme.titles.get(language, "").strip():
            yield Problem(PLAN, f"the programme has no title in '{language}'.")
    for one in programme.plan:
        yield from _planned(one, days, programme.languages)


def _planned(one: Planned, days: Sequence[int], languages: Sequence[str]) -> Iterator[Problem]:
    for language in languages:
        if not one.lines.get(language, "").strip():
            yield Problem(PLAN, f"day {one.day} has no line in '{language}'.")
    for need in one.needs:
        if need not in days:
            yield Problem(PLAN, f"day {one.day} needs day {need}, which is not in the plan.")
        elif need >= one.day:
            yield Problem(PLAN, f"day {one.day} needs day {need}, which is not before it.")
    for kind in one.called_by:
        if kind not in set(Happening):
            what = f"day {one.day} is called by '{kind}', which nothing is."
            yield Problem(PLAN, f"{what} {_meant(kind, tuple(Happening))}")


# One chapter ----------------------------------------------------------------------------------


def _filled(chapter: Chapter) -> Iterator[Problem]:
    for name in ("title", "step", "opens", "tomorrow"):
        if not getattr(chapter, name).strip():
            yield of(chapter, f"'{name}' is empty. Fill it.", chapter.lines.get(name))


def _known(chapter: Chapter, living: Collection[str], opens: Collection[str]) -> Iterator[Problem]:
    if chapter.opens.strip() and chapter.opens not in opens:
        what = f"no page opens '{chapter.opens}'. {_meant(chapter.opens, opens)}"
        yield of(chapter, what, chapter.lines.get("opens"))
    for part in chapter.parts:
        if isinstance(part, Living) and part.name not in living:
            what = f"no page knows ':: {part.name}'. {_meant(part.name, living)}"
            yield of(chapter, what, part.line)


def _as_planned(programme: Programme, chapter: Chapter) -> Iterator[Problem]:
    planned = next((one for one in programme.plan if one.day == chapter.day), None)
    if planned is None:
        yield of(chapter, f"day {chapter.day} is written, and the plan does not have it.")
    elif planned.lines.get(chapter.language, chapter.title) != chapter.title:
        what = f"the plan calls it “{planned.lines[chapter.language]}”, and its title is another."
        yield of(chapter, what, chapter.lines.get("title"), is_hint=True)


def _meant(name: str, names: Collection[str]) -> str:
    close = get_close_matches(name, sorted(names), n=1)
    return f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(sorted(names))}."
