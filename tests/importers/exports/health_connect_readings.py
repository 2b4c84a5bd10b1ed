"""An invented export of Health Connect for tests, and what is read of it, written down.

`python -m tests.importers.exports.health_connect_readings` writes the golden reading. Look at what
changed before committing it: the file is the promise.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from steadystep.importers import health_connect
from steadystep.importers.export import ExportChoices
from tests.importers.exports.garmin_readings import TODAY, in_words
from tests.importers.exports.noted import InMemory, Noted

FIXTURE: Final = Path(__file__).parent / "fixtures" / "health_connect" / "export.txt"
GOLDEN: Final = FIXTURE.with_name("export.expected.txt")
NAME: Final = "health_connect_export.db"

Cell = int | float | str | bytes | None


def made(text: str, *more: str, page_bytes: int = 4096) -> bytes:
    """Make a database of tables that are written down, and of statements besides.

    A line "name: columns" begins a table, and a line each of its rows follow: a time, a number,
    "-" for nothing, or a word.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"PRAGMA page_size = {page_bytes}")
        table, columns = "", 0
        for line in text.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            if ": " in line:
                table, _, names = line.partition(": ")
                columns = len(names.split())
                told = ", ".join(
                    f"{name} INTEGER PRIMARY KEY" if name == "row_id" else name
                    for name in names.split()
                )
                database.execute(f"CREATE TABLE {table} ({told})")
            else:
                marks = ", ".join("?" * columns)
                cells = [cell(word) for word in line.split()]
                database.execute(f"INSERT INTO {table} VALUES ({marks})", cells)  # noqa: S608 - written above
        for statement in more:
            database.execute(statement)
        database.commit()
        return database.serialize()


def cell(word: str) -> Cell:
    """Read a cell as it is written down."""
    if word == "-":
        return None
    for reading in (int, float, millis):
        try:
            return reading(word)
        except ValueError:
            continue
    return word.replace("_", " ")


def millis(text: str) -> int:
    """Milliseconds since 1970 of a time with its zone."""
    return int(datetime.fromisoformat(text).timestamp() * 1000)


def export() -> bytes:
    """Make the invented export."""
    return made(FIXTURE.read_text(encoding="utf-8"))


def read(raw: bytes, name: str = NAME) -> Noted:
    """Read a database."""
    noted = Noted()
    health_connect.read(InMemory({name: raw}), noted, choices=ExportChoices(), today=TODAY)
    return noted


if __name__ == "__main__":
    GOLDEN.write_text(in_words(read(export())), encoding="utf-8")
