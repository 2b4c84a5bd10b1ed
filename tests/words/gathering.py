"""Every msgid of the app, gathered from its sources into two templates for translators.

`steadystep` holds what the rule, the readers, the pictures and the terminal say; `django` holds
the pages. Django's own `makemessages` is not used: it calls the GNU gettext programs, which many
machines lack, and writes the day and the machine into its files. The templates of pages are
taken apart by Django all the same, so that a page and its catalogue never disagree.
"""

from __future__ import annotations

import io
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po
from django.utils.translation.template import templatize

import steadystep
from steadystep.charts import Words
from steadystep.explain.pictures import IN_A_PICTURE
from steadystep.store import trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PACKAGE = Path(steadystep.__file__).parent
LOCALE = PACKAGE / "locale"
WRAPPED_AT = 100
COMMENT = """\
# The words of Steadystep, for translators.
# Shared under the licence of Steadystep itself, Apache-2.0.
#
# Names in {braces} and in %(brackets)s are filled in; put them where your language wants them.
# Sentences for the person: short, kind, no blame, and never a promise of relief."""
# What differs from machine to machine, or says nothing.
LEFT_OUT = (
    *('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Language-Team'),
    *('"Report-Msgid-Bugs-To', '"Generated-By', '"Project-Id-Version'),
)
# How a sentence is asked for: the place of its singular, its plural, and its context.
Places: TypeAlias = "tuple[int | tuple[int, str], ...] | None"
ASKED: dict[str, Places] = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
OF_READERS = ASKED | {"Sentence": (1,)}
OF_PAGES = ASKED | {
    "_": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


class Found(NamedTuple):
    """One msgid (of a plural both forms), where it stands, and what a translator may need."""

    msgid: str | tuple[str, ...]
    file: Path
    context: str | None = None
    comments: tuple[str, ...] = ()


def template(domain: str) -> str:
    """Write the template of a domain. The same sources give the same bytes on every machine."""
    catalogue = Catalog(project="Steadystep", header_comment=COMMENT, charset="utf-8")
    for found in DOMAINS[domain]():
        catalogue.add(
            found.msgid,
            None,
            [(found.file.relative_to(PACKAGE.parent).as_posix(), 0)],
            auto_comments=found.comments,
            context=found.context,
        )
    return written(catalogue)


def written(catalogue: Catalog) -> str:
    """A catalogue as text: no date, no line numbers, no name of a tool."""
    text = io.BytesIO()
    write_po(
        text,
        catalogue,
        width=WRAPPED_AT,
        include_lineno=False,
        sort_by_file=True,
        ignore_obsolete=True,
    )
    lines = text.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if not line.startswith(LEFT_OUT)).strip() + "\n"


def _of_the_rule() -> Iterator[Found]:
    """What is said in a terminal, about a file, in a picture, and when a record cannot be had."""
    for file in sorted((PACKAGE / "cli").glob("*.py")):
        yield from asked_in(file, ASKED)
    for room in ("chapters", "explain"):
        for file in sorted((PACKAGE / room).rglob("*.py")):
            yield from asked_in(file, ASKED)
    for file in sorted((PACKAGE / "importers").rglob("*.py")):
        yield from asked_in(file, OF_READERS)
    yield from _in_pictures(PACKAGE / "charts" / "words.py")
    for name, said in vars(trouble).items():
        if name.isupper() and isinstance(said, str):
            yield Found(said, PACKAGE / "store" / "trouble.py")


def _in_pictures(file: Path) -> Iterator[Found]:
    """The labels of a picture stand as the defaults of one dataclass, and nowhere else."""
    for field in fields(Words):
        labels = field.default if isinstance(field.default, tuple) else (field.default,)
        for label in labels:
            yield Found(str(label), file, IN_A_PICTURE, (field.name,))


def _of_the_pages() -> Iterator[Found]:
    """What a page says, in its template and in its view."""
    for file in sorted((PACKAGE / "web").rglob("*")):
        if file.suffix == ".py":
            yield from asked_in(file, OF_PAGES)
        elif "templates" in file.parts and file.suffix in {".html", ".txt"}:
            yield from in_a_template(file)


def asked_in(file: Path, keywords: Mapping[str, Places]) -> Iterator[Found]:
    """What a Python file asks a catalogue for."""
    return _found(file.read_bytes(), file, keywords)


def in_a_template(file: Path) -> Iterator[Found]:
    """Django turns a template into calls of gettext, which are then read as Python."""
    calls = templatize(file.read_text(encoding="utf-8"))
    # The indentation of the page is none of Python's.
    flat = "\n".join(line.strip() for line in calls.splitlines())
    return _found(flat.encode(), file, OF_PAGES)


def _found(source: bytes, file: Path, keywords: Mapping[str, Places]) -> Iterator[Found]:
    told = extract("python", io.BytesIO(source), keywords=keywords, comment_tags=("Translators:",))
    for _, msgid, comments, context in told:
        yield Found(msgid, file, context, tuple(comments))


DOMAINS: dict[str, Callable[[], Iterator[Found]]] = {
    "steadystep": _of_the_rule,
    "django": _of_the_pages,
}
