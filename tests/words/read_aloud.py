"""A page as it is read aloud: its text, and the words that stand in attributes."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from django.urls import URLPattern, URLResolver, get_resolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.web.house import Home

_SPOKEN = ("aria-label", "alt", "title", "placeholder", "aria-description", "aria-valuetext")
_SILENT = {"script", "style", "code"}
# Days are alike: so many addresses that differ in a number are enough.
_MOST_ALIKE = 4


class _Reader(HTMLParser):
    """Hears a page; what is code, or is marked as another language, is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.links: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "a" and (link := told.get("href")):
            self.links.append(link)
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.append(tag)
            return
        if tag in _SILENT or (tag != "html" and "lang" in told):
            self._silent.append(tag)
            return
        self.heard += [words for name in _SPOKEN if (words := told.get(name))]
        if tag == "input" and told.get("type") in {"submit", "button"}:
            self.heard.append(told.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.heard.append(" ".join(data.split()))


def read_aloud(page: str) -> tuple[list[str], list[str]]:
    """The words of a page, and where it leads."""
    reader = _Reader()
    reader.feed(page)
    return reader.heard, reader.links


def pages(home: Home) -> Iterator[tuple[str, str]]:
    """Every page that can be opened without a form, and every one that a link leads to."""
    waiting = list(_without_a_gap())
    seen: set[str] = set()
    alike: Counter[str] = Counter()
    while waiting:
        path = waiting.pop(0)
        shape = re.sub(r"\d+", "0", path)
        if path in seen or alike[shape] == _MOST_ALIKE:
            continue
        seen.add(path)
        alike[shape] += 1
        answer = home.get(path)
        if answer.status_code in {301, 302}:
            waiting.append(answer.headers["Location"])
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            page = answer.content.decode()
            yield path, page
            waiting += [link for link in read_aloud(page)[1] if link.startswith("/")]


def _without_a_gap() -> Iterator[str]:
    yield from _addresses(get_resolver().url_patterns, "/")


def _addresses(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for one in patterns:
        path = before + re.sub(r"\\Z$|^\^", "", str(one.pattern))
        if isinstance(one, URLResolver):
            yield from _addresses(one.url_patterns, path)
        elif "<" not in path:
            yield path
