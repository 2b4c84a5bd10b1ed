"""What people told, and what their devices saw: kept, read, and forgotten when they ask for it."""

from steadystep.store.jsonl import JsonlLog
from steadystep.store.log import Log, fresh_key
from steadystep.store.observed import Brought, Imported, Observed, bring
from steadystep.store.observed_jsonl import JsonlObserved
from steadystep.store.observed_sqlite import SqliteObserved
from steadystep.store.person import PersonLog
from steadystep.store.place import home
from steadystep.store.sqlite import SqliteLog
from steadystep.store.trouble import LogTrouble, UnknownEventKind, WrittenByNewer

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
