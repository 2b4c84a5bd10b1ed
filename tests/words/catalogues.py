"""Keep the words true: gather them, hand them to the translations, and compile those.

    PYTHONPATH=src:. .venv/bin/python -m tests.words.catalogues          # all three
    PYTHONPATH=src:. .venv/bin/python -m tests.words.catalogues fr       # and begin French

A new language begins as an empty .po in each domain. Whatever is not translated yet is printed,
and is read in English until it is.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.words.gathering import COMMENT, DOMAINS, LOCALE, template, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# How many forms a count has, in the words of gettext. Babel's own are coarser for Hebrew, which
# has a form for two of a time: יומיים, שעתיים.
PLURALS = {"he": "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);"}


def refresh(*beginning: str) -> None:
    """Write templates, translations and compiled catalogues, and say what is still open."""
    for domain in DOMAINS:
        template_of(domain).write_text(template(domain), encoding="utf-8")
        for language in sorted({*languages(), *beginning}):
            catalogue = brought_up_to_date(domain, language)
            path = translation_of(domain, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written(catalogue), encoding="utf-8")
            path.with_suffix(".mo").write_bytes(compiled(catalogue))
            for message in unfinished(catalogue):
                sys.stdout.write(f"{path.parent.parent.name} {domain}: {message.id!r}\n")


def languages() -> list[str]:
    """The languages that somebody began."""
    return sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())


def template_of(domain: str) -> Path:
    """Where the template of a domain lies."""
    return LOCALE / f"{domain}.pot"


def translation_of(domain: str, language: str) -> Path:
    """Where the words of one language lie."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path, language: str | None = None) -> Catalog:
    """A template, or the translation of one, as it is written."""
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def brought_up_to_date(domain: str, language: str) -> Catalog:
    """Keep every sentence that is still asked for; what is new is empty, and nothing is guessed."""
    path = translation_of(domain, language)
    told = {_key(one): one for one in read(path, language) if one.id} if path.exists() else {}
    catalogue = Catalog(locale=language, header_comment=COMMENT, charset="utf-8", fuzzy=False)
    catalogue.mime_headers = [("Plural-Forms", PLURALS.get(language, catalogue.plural_forms))]
    for message in read(template_of(domain)):
        if not message.id:
            continue
        before = told.get(_key(message))
        catalogue.add(
            message.id,
            before.string if before else "",
            message.locations,
            before.flags if before else (),
            message.auto_comments,
            before.user_comments if before else (),
            context=message.context,
        )
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """The bytes a program reads. The same words give the same bytes on every day."""
    machine_readable = io.BytesIO()
    write_mo(machine_readable, _Undated(catalogue))  # type: ignore[arg-type]  # reads no more than this
    return machine_readable.getvalue()


def unfinished(catalogue: Catalog) -> Iterator[Message]:
    """Sentences without words of their own, or with words that are a guess."""
    for message in catalogue:
        words = forms(message)
        short = message.pluralizable and len(words) != catalogue.num_plurals
        if message.id and (message.fuzzy or short or not all(words)):
            yield message


def forms(message: Message) -> tuple[str, ...]:
    """The words of a sentence, one form or as many as a count has."""
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(message.string or ())


def msgids(message: Message) -> tuple[str, ...]:
    """The English of a sentence, one form or two."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


class _Undated:
    """A catalogue whose header names neither a day nor a tool."""

    def __init__(self, catalogue: Catalog) -> None:
        self._catalogue = catalogue
        self.charset = catalogue.charset

    def __iter__(self) -> Iterator[Message]:
        header = (
            ("Language", str(self._catalogue.locale)),
            ("Plural-Forms", self._catalogue.plural_forms),
            ("Content-Type", "text/plain; charset=utf-8"),
        )
        yield Message("", "".join(f"{name}: {value}\n" for name, value in header))
        yield from (message for message in self._catalogue if message.id)


def _key(message: Message) -> tuple[str | None, str]:
    """What a sentence is found by: its context, and its singular."""
    return message.context, msgids(message)[0]


if __name__ == "__main__":
    refresh(*sys.argv[1:])
