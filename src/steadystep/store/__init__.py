"""What people told, and what their devices saw: kept, read, and forgotten when they ask for it."""

from importlib import import_module
from typing import TYPE_CHECKING

from steadystep.store.jsonl import JsonlLog
from steadystep.store.log import Log, fresh_key
from steadystep.store.person import PersonLog
from steadystep.store.place import home
from steadystep.store.sqlite import SqliteLog
from steadystep.store.trouble import LogTrouble, UnknownEventKind, WrittenByNewer

if TYPE_CHECKING:
    from steadystep.store.observed import Brought, Imported, Observed, bring
    from steadystep.store.observed_jsonl import JsonlObserved
    from steadystep.store.observed_sqlite import SqliteObserved

__all__ = [
    "Brought",
    "Imported",
    "JsonlLog",
    "JsonlObserved",
    "Log",
    "LogTrouble",
    "Observed",
    "PersonLog",
    "SqliteLog",
    "SqliteObserved",
    "UnknownEventKind",
    "WrittenByNewer",
    "bring",
    "fresh_key",
    "home",
]

# Loaded when they are asked for: a morning does without them.
_OBSERVATIONS = {
    "Brought": "observed",
    "Imported": "observed",
    "Observed": "observed",
    "bring": "observed",
    "JsonlObserved": "observed_jsonl",
    "SqliteObserved": "observed_sqlite",
}


def __getattr__(name: str) -> object:
    if name not in _OBSERVATIONS:
        nothing = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(nothing)
    found: object = getattr(import_module(f"{__name__}.{_OBSERVATIONS[name]}"), name)
    return found
