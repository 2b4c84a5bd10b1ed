"""The log: what people told, appended, read in order, and forgotten when they ask for it."""

from steadystep.store.jsonl import JsonlLog
from steadystep.store.log import Log, fresh_key
from steadystep.store.person import PersonLog
from steadystep.store.place import home
from steadystep.store.sqlite import SqliteLog
from steadystep.store.trouble import LogTrouble, UnknownEventKind, WrittenByNewer

__all__ = [
    "JsonlLog",
    "Log",
    "LogTrouble",
    "PersonLog",
    "SqliteLog",
    "UnknownEventKind",
    "WrittenByNewer",
    "fresh_key",
    "home",
]
