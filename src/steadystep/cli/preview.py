"""A programme as one page that an editor opens in a browser: no script, nothing from outside."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from steadystep.chapters import Living, blocks_of, numbered, numbers_of
from steadystep.chapters.blocks import Cite, Emphasis, Points, Quote, Strong, Text
from steadystep.chapters.said import FROM_THE_RIGHT, day_and_minutes, grade_in_words, read_by
from steadystep.cli.words import words, words_in
from steadystep.explain.living import twin
from steadystep.explain.pictures import from_the_right, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.chapters import Chapter, Problem, Programme
    from steadystep.chapters.blocks import Block, Inline
    from steadystep.explain import Translations

STYLE = """
:root{color-scheme:light dark}
body{font:1.0625rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:80rem;padding:1.5rem}
h1{font-size:1.75rem}h2{font-size:1.4rem;margin:0}h3{font-size:1.1rem;margin:1.5rem 0 .5rem}
.day{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:2rem;
border-top:1px solid #8888;padding:2rem 0}
.lives{border:1px dashed #888;border-radius:.5rem;padding:.25rem 1rem}
.step{border:2px solid #0e6a64;border-radius:.5rem;padding:.5rem 1rem;margin:1.5rem 0}
.quiet{opacity:.8;font-size:.9rem}.mend{border-inline-start:.25rem solid #b4281d}
.hint{border-inline-start:.25rem solid #a3600f}.mend,.hint{padding-inline-start:.75rem}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:.2rem solid #0e6a64}
sup{line-height:0;font-size:.7em}
article{overflow-wrap:anywhere;min-width:0}
"""


def page_of(programme: Programme, days: Iterable[int], problems: Sequence[Problem]) -> str:
    """Write the page: what is to be mended, then each day in all its languages."""
    spoken = words()
    title = programme.titles.get(language(spoken)) or programme.name
    side = "rtl" if from_the_right(spoken) else "ltr"
    body = "".join(_day(programme, day) for day in days)
    return (
        f'<!doctype html>\n<html lang="{language(spoken)}" dir="{side}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>"
        f"<h1>{escape(title)}</h1>{_problems(problems, spoken)}{body}</main></body></html>\n"
    )


def _problems(problems: Sequence[Problem], spoken: Translations) -> str:
    if not problems:
        return f"<p>{escape(spoken.gettext('Nothing is to be mended.'))}</p>"
    rows = (
        f'<li class="{"hint" if one.is_hint else "mend"}" dir="auto">{escape(str(one))}</li>'
        for one in problems
    )
    return f"<ul>{''.join(rows)}</ul>"


def _day(programme: Programme, day: int) -> str:
    there = (programme.chapters.get((day, one)) for one in programme.languages)
    return f'<div class="day">{"".join(_chapter(one) for one in there if one)}</div>'


def _chapter(chapter: Chapter) -> str:
    spoken = words_in(chapter.language)
    numbers = numbers_of(chapter)
    parts = "".join(
        _living(one.name, spoken)
        if isinstance(one, Living)
        else (f"<h3>{escape(one.heading)}</h3>" if one.heading else "")
        + "".join(_block(block, numbers) for block in blocks_of(one.markdown))
        for one in chapter.parts
    )
    side = "rtl" if chapter.language in FROM_THE_RIGHT else "ltr"
    step = escape(spoken.gettext("Today's step"))
    return (
        f'<article lang="{escape(chapter.language)}" dir="{side}">'
        f'<p class="quiet">{escape(day_and_minutes(chapter, spoken))}</p>'
        f"<h2>{escape(chapter.title)}</h2>{parts}"
        f'<div class="step"><h3>{step}</h3>'
        f'<p>{escape(chapter.step)}</p><p class="quiet">{escape(chapter.opens)}</p></div>'
        f"<p><strong>{escape(spoken.gettext('Tomorrow'))}</strong> {escape(chapter.tomorrow)}</p>"
        f"{_claims(chapter, spoken)}"
        f'<p class="quiet">{chapter.reviewed.isoformat()} {escape(read_by(chapter, spoken))}</p>'
        "</article>"
    )


def _living(name: str, spoken: Translations) -> str:
    try:
        told = twin(name, spoken)
    except KeyError:
        told = ()
    lines = "".join(f"<p>{escape(one)}</p>" for one in told)
    return f'<div class="lives"><p class="quiet">{escape(name)}</p>{lines}</div>'


def _block(block: Block, numbers: dict[str, int]) -> str:
    if isinstance(block, Points):
        tag = "ol" if block.numbered else "ul"
        items = "".join(f"<li>{_inline(one, numbers)}</li>" for one in block.items)
        return f"<{tag}>{items}</{tag}>"
    told = f"<p>{_inline(block.inside, numbers)}</p>"
    return f"<blockquote>{told}</blockquote>" if isinstance(block, Quote) else told


def _inline(inside: Sequence[Inline], numbers: dict[str, int]) -> str:
    return "".join(_run(one, numbers) for one in inside)


def _run(run: Inline, numbers: dict[str, int]) -> str:
    match run:
        case Text(words=told):
            return escape(told)
        case Strong(inside=inside):
            return f"<strong>{_inline(inside, numbers)}</strong>"
        case Emphasis(inside=inside):
            return f"<em>{_inline(inside, numbers)}</em>"
        case Cite(claim=claim):
            return f"<sup>{numbers.get(claim, '?')}</sup>"
        case _:
            assert_never(run)


def _claims(chapter: Chapter, spoken: Translations) -> str:
    known = {one.name: one for one in chapter.sources}
    rows = []
    for _, claim in numbered(chapter):
        named = (known[name] for name in claim.sources if name in known)
        cites = " ".join(f"{one.cite} {one.doi or one.place}" for one in named)
        grade = grade_in_words(claim.grade, spoken)
        rows.append(
            f"<li>{escape(claim.text)} <strong>{escape(grade)}</strong> {escape(claim.doubt)}"
            f' <span dir="auto">{escape(cites)}</span></li>'
        )
    heading = escape(spoken.gettext("Where this comes from"))
    return f'<h3>{heading}</h3><ol class="quiet">{"".join(rows)}</ol>' if rows else ""
