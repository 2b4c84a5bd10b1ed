"""Which app wrote a record of Health Connect: each is a source of its own, by what it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Maker
from steadystep.importers.android_apps import app_source
from steadystep.importers.health_connect.kinds import DEVICES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.core.observed import Source
    from steadystep.importers.export import Into
    from steadystep.importers.health_connect.file import Database

# A choice: nobody has more apps that write here, nor more devices.
_MOST: Final = 1_000
_APP, _DEVICE = "app_info_id", "device_info_id"


class Apps:
    """The sources of a database. An app is handed on when the first record of it is."""

    def __init__(self, database: Database, into: Into, tables: Iterable[str]) -> None:
        self._into = into
        self._known: dict[object, int] = {}
        self._named = _named(database, _worn(database, tables))

    def source(self, app: object) -> int:
        """The number of an app's source."""
        number = self._known.get(app)
        if number is None:
            source = self._named.get(app)
            if source is None:
                return self._into.source(Maker.APP, "Health Connect")
            number = self._known[app] = self._into.source(*source)
        return number


def _named(database: Database, worn: dict[object, Maker]) -> dict[object, Source]:
    table = "application_info_table"
    if not database.has(table, ("row_id", "package_name")):
        return {}
    name = "app_name" if database.has(table, ("app_name",)) else "NULL"
    apps = database.few(f"SELECT row_id, package_name, {name} FROM {table} LIMIT {_MOST}")  # noqa: S608 - names of our own
    return {
        app: app_source(_text(package), _text(name), worn.get(app)) for app, package, name in apps
    }


def _worn(database: Database, tables: Iterable[str]) -> dict[object, Maker]:
    """What each app reads: the thing that is worn, where any record of it says so."""
    if not database.has("device_info_table", ("row_id", "device_type")):
        return {}
    types: dict[object, object] = dict(
        database.few(f"SELECT row_id, device_type FROM device_info_table LIMIT {_MOST}")  # noqa: S608 - names of our own
    )
    ranks = list(DEVICES)
    best: dict[object, int] = {}
    for table in tables:
        if not database.has(table, (_APP, _DEVICE)):
            continue
        for app, device in database.few(
            f"SELECT DISTINCT {_APP}, {_DEVICE} FROM {table} LIMIT {_MOST}"  # noqa: S608 - names of our own
        ):
            kind = types.get(device)
            if isinstance(kind, int) and kind in DEVICES:
                best[app] = max(best.get(app, 0), ranks.index(kind))
    return {app: DEVICES[ranks[rank]] for app, rank in best.items()}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
