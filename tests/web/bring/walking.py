"""What the tests of the page do on it: choose, look, tap, and see what is left."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile

from steadystep.store import SqliteObserved
from steadystep.web.bring.place import FOLDER
from steadystep.web.record.door import ME

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tests.web.house import Home


NOTHING_YET = "Nothing is kept yet."
NAME = "Dana Cohen"
LIBRE = (
    "Glucose Data,Generated on,2026-05-03\nDevice,Serial Number,Device Timestamp,Record Type,"
    "Historic Glucose,Scan Glucose\nFreeStyle,X,{day} 08:00,0,{value},\n"
)


class Page(NamedTuple):
    """A page that was answered."""

    code: int
    path: str
    words: str


def shown(answer: HttpResponse, path: str = "") -> Page:
    """The words of a page."""
    text = re.sub(r"(?s)^.*?<main|<[^>]+>", " ", answer.content.decode())
    return Page(answer.status_code, path, " ".join(unescape(text).split()))


def send(home: Home, *files: tuple[str, bytes], **more: Any) -> Page:  # noqa: ANN401 - fields of the form
    """Choose files, and see what is in them."""
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    answer = home.post("/bring/files/", {"files": chosen, "whole": "yes", **more})
    path = answer.headers.get("Location", "")
    return look(home, path) if path else shown(answer)


def look(home: Home, path: str) -> Page:
    answer = home.get(path)
    there = answer.headers.get("Location", "")
    return look(home, there) if there else shown(answer, path)


def tap(home: Home, page: Page, what: str, **said: str) -> Page:
    """Send one of the forms of a page about an export."""
    answer = home.post(f"{page.path}{what}/", said)
    return look(home, answer.headers["Location"])


def brought(home: Home) -> list[int]:
    """The numbers of the imports that are there."""
    with SqliteObserved(home.folder) as observed:
        return [one.number for one in observed.imports(ME)]


def left_behind(home: Home) -> list[str]:
    """What lies in the folder beside the record while an export is looked at."""
    there = home.folder / FOLDER
    return sorted(one.name for one in there.rglob("*")) if there.exists() else []
