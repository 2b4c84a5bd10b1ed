"""Styles, scripts and drawings: each has its content's stamp in its address, and is sent packed.

Nothing is collected beforehand and nothing is written: the few files are read when first asked
for, and kept. A browser keeps a stamped address for a year, since another content has another one.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.http import Http404, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest

_YEAR = 365 * 24 * 3_600
_STAMP_LENGTH = 10
# Below this a packed file is no smaller than the file.
_WORTH_PACKING = 200


class File(NamedTuple):
    """One file as it is sent."""

    stamp: str
    kind: str
    plain: bytes
    packed: bytes | None


class Stamped(StaticFilesStorage):
    """Gives each file an address that changes with its content."""

    def url(self, name: str | None) -> str:
        """The address of a file: css/app.css is css/app.1a2b3c4d5e.css.

        Raises:
            FileNotFoundError: A page names a file that is not there.
        """
        found = _found(name or "")
        if found is None:
            raise FileNotFoundError(f"no static file is called {name!r}")
        whole = PurePosixPath(name or "")
        return super().url(str(whole.with_suffix(f".{found.stamp}{whole.suffix}")))


@require_safe
def stamped_file(request: HttpRequest, name: str) -> HttpResponse:
    """Send a file by its stamped address; an old stamp is no address any more."""
    plain_name, stamp = _without_stamp(name)
    found = _found(plain_name)
    if found is None or stamp != found.stamp:
        raise Http404
    packed = found.packed if "gzip" in request.headers.get("Accept-Encoding", "") else None
    response = HttpResponse(packed or found.plain, content_type=found.kind)
    if packed:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _without_stamp(name: str) -> tuple[str, str]:
    """The name of a file, and the stamp that its address carries."""
    start, _, ending = name.rpartition(".")
    plain, _, stamp = start.rpartition(".")
    return f"{plain}.{ending}", stamp


def _found(name: str) -> File | None:
    """Find a file among those of the site and its features."""
    place = finders.find(name) if name else None
    if not place:
        return None
    path = Path(place)
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=256)
def _read(path: Path, changed: int) -> File:  # noqa: ARG001 - a changed file is read again
    """Read a file once for as long as it stays the same."""
    plain = path.read_bytes()
    stamp = hashlib.sha256(plain).hexdigest()[:_STAMP_LENGTH]
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    packed = gzip.compress(plain, mtime=0) if len(plain) > _WORTH_PACKING else None
    return File(stamp, kind, plain, packed if packed and len(packed) < len(plain) else None)
