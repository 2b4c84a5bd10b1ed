"""Gather every msgid of `explain` into the template that translators start from.

    python -m tests.explain.template

writes `src/steadystep/locale/steadystep.pot`. The same sources give the same bytes on every
machine: no date, no line numbers, no name of a tool. A new language begins with
`pybabel init -i src/steadystep/locale/steadystep.pot -D steadystep -d src/steadystep/locale -l he`.
"""

from __future__ import annotations

import io
from pathlib import Path

import steadystep

SOURCES = Path(steadystep.__file__).parent / "explain"
TEMPLATE = Path(steadystep.__file__).parent / "locale" / "steadystep.pot"
COMMENT = """\
# The words of Steadystep, for translators.
# Shared under the licence of Steadystep itself, Apache-2.0.
#
# Names in {braces} are filled in; put them where your language wants them.
# Sentences for the person: short, kind, no blame, and never a promise of relief."""
# What differs from machine to machine, or says nothing.
LEFT_OUT = (
    *('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Language-Team'),
    *('"Report-Msgid-Bugs-To', '"Generated-By', '"Project-Id-Version'),
)


def template() -> str:
    """Read the sources and write the template."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - skipped where babel is absent
    from babel.messages.extract import extract_from_file  # noqa: PLC0415
    from babel.messages.pofile import write_po  # noqa: PLC0415

    catalogue = Catalog(project="Steadystep", header_comment=COMMENT, charset="utf-8")
    for source in sorted(SOURCES.glob("*.py")):
        for _, msgid, comments, context in extract_from_file("python", source):
            where = [(source.relative_to(SOURCES.parent.parent).as_posix(), 0)]
            catalogue.add(msgid, None, where, auto_comments=comments, context=context)
    written = io.BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, sort_by_file=True)
    lines = written.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if not line.startswith(LEFT_OUT)).strip() + "\n"


if __name__ == "__main__":
    TEMPLATE.write_text(template(), encoding="utf-8")
