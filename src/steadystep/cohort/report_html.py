"""The little of HTML that a report needs: headings, tables that scroll, figures, one stylesheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts.svg import element, safe
from steadystep.charts.theme import DARK, LIGHT, page_css, picture_css

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.cohort.figures_paper import Figure


def page(title: str, *parts: str) -> str:
    """Write one file that asks nothing of the outside, and runs no script."""
    head = element(
        "head",
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>',
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
        '<meta name="color-scheme" content="light dark"/>',
        element("title", safe(title)),
        element("style", page_css() + picture_css() + _css()),
    )
    body = element("body", element("main", *parts))
    return "<!DOCTYPE html>\n" + element("html", head, body, lang="en") + "\n"


def part(heading: str, *inside: str, level: int = 2) -> str:
    """A section under its heading."""
    return element("section", element(f"h{level}", safe(heading)), *inside)


def paragraph(words: str, kind: str = "") -> str:
    """A paragraph."""
    return element("p", safe(words), class_=kind) if kind else element("p", safe(words))


def bullets(sentences: Iterable[str]) -> str:
    """A list of sentences; nothing where there are none."""
    drawn = "".join(element("li", safe(one)) for one in sentences)
    return element("ul", drawn) if drawn else ""


def terms(pairs: Iterable[tuple[str, str]]) -> str:
    """Words, and what they mean."""
    return element(
        "dl",
        *(element("dt", safe(word)) + element("dd", safe(meaning)) for word, meaning in pairs),
    )


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    strong: Sequence[str] = (),
    words: bool = False,
) -> str:
    """A table whose first column names the row; it scrolls where it is too wide.

    Args:
        caption: What it shows.
        columns: The names of the columns.
        rows: The cells.
        strong: First cells of the rows that stand out.
        words: The cells hold words rather than numbers.
    """
    head = element("tr", *(element("th", safe(one), scope="col") for one in columns))
    body = (
        element(
            "tr",
            element("th", safe(cells[0]), scope="row"),
            *(element("td", safe(one)) for one in cells[1:]),
            **({"class": "strong"} if cells[0] in strong else {}),
        )
        for cells in rows
    )
    drawn = element(
        "table",
        element("caption", element("span", safe(caption))),
        element("thead", head),
        element("tbody", *body),
    )
    kind = "scroll words" if words else "scroll"
    return element("div", drawn, class_=kind, role="region", aria_label=caption, tabindex="0")


def gallery(figures: Iterable[Figure]) -> str:
    """Figures side by side where there is room; a key they share stands below the first."""
    drawn = [
        element(
            "figure",
            element("figcaption", safe(one.title)),
            one.svg(styled=False, keyed=place == 0 or not one.shared_key),
        )
        for place, one in enumerate(figures)
    ]
    return element("div", *drawn, class_="gallery") if drawn else ""


def folded(summary: str, *inside: str) -> str:
    """What is there for those who want to know."""
    return element("details", element("summary", safe(summary)), *inside)


def verbatim(words: str) -> str:
    """Words as they stand in a file or a terminal."""
    return element("pre", safe(words), tabindex="0")


def _css() -> str:
    return (
        "main{max-width:64rem}section{margin:2.75rem 0 0}"
        "h2{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}"
        "h3{font-size:1.125rem;line-height:1.35;margin:2rem 0 .5rem}"
        "p,ul,dl{max-width:42rem}p{margin:.5rem 0}li{margin:.35rem 0}ul{padding-left:1.25rem}"
        f".evidence{{margin:0 0 1.25rem;padding:.6rem .9rem;border-left:3px solid {LIGHT.warning};"
        "font-weight:600;max-width:none}"
        f".quiet{{color:{LIGHT.quiet}}}"
        "dt{font-weight:600;margin-top:.6rem}dd{margin:0}"
        ".gallery{display:grid;gap:2rem 2.5rem;margin:1.25rem 0;"
        "grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr))}"
        "figure{margin:0;max-width:28rem}"
        "figcaption{font-weight:600;font-size:.9375rem;line-height:1.35;margin:0 0 .5rem}"
        ".scroll{margin:1rem 0}caption{padding:.5rem 0}"
        "caption span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 2rem)}"
        ".words td,.words thead th{text-align:left}"
        "table{font-size:.875rem}thead th{font-weight:600;text-align:right;max-width:7.5rem}"
        "thead th:first-child{text-align:left}td{text-align:right;white-space:nowrap}"
        f"tbody th{{position:sticky;left:0;background:{LIGHT.paper}}}"
        "tbody th,td{padding:.3rem .6rem}tbody th,thead th:first-child{padding-left:0}"
        "tr.strong th,tr.strong td{font-weight:600}"
        f"pre{{overflow-x:auto;padding:.75rem 1rem;border:1px solid {LIGHT.hairline};"
        "border-radius:.375rem;font:.875rem/1.5 ui-monospace,Consolas,monospace;margin:.75rem 0}"
        "@media screen and (max-width:43rem){tbody th{white-space:normal;min-width:7rem}}"
        "@media screen and (prefers-color-scheme:dark){"
        f".evidence{{border-color:{DARK.warning}}}.quiet{{color:{DARK.quiet}}}"
        f"tbody th{{background:{DARK.paper}}}pre{{border-color:{DARK.hairline}}}}}"
        "@media print{figure,table{break-inside:avoid}}"
    )
