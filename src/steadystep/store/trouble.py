"""What may stand between a person and their record, in words that say what helps.

The sentences stay in English here. A door may put each into the person's language before it fills
in the parts: `translate(trouble.words).format(**trouble.parts)`.
"""

from __future__ import annotations

import errno
from pathlib import Path

NO_ROOM = "There is no room left on the disk. Nothing was written. Make some room, then try again."
NOT_TAKEN = "The disk did not take it. It may not be kept. Look at the disk, then try again."
NOT_ALLOWED = (
    "You may not read or write {path}. Nothing was written. "
    "Give yourself the right to do so, then try again."
)
A_FOLDER_IN_THE_WAY = (
    "{path} is a folder, and the record goes into a file of that name. "
    "Give the folder another name, then try again."
)
A_FILE_IN_THE_WAY = (
    "{path} is a file, and the record goes into a folder of that name. "
    "Give the file another name, then try again."
)
NO_RECORD = (
    "{path} holds no record that can be read. It was left as it is. "
    "Give it another name, or bring back a copy of your record."
)
BAD_LINE = (
    "{path} cannot be read. Line {line}: {what}. It was left as it is. "
    "Bring back a copy of your record, or mend that line."
)
BAD_ENTRY = (
    "One entry of the record cannot be read: {what}. Nothing was changed. "
    "Bring back a copy of your record."
)
NEWER = (
    "{path} was written by a newer Steadystep. Nothing was changed. Install the newer one to go on."
)
UNKNOWN_KIND = (
    "The record holds '{kind}', which this Steadystep does not know. A newer one wrote it. "
    "Nothing was changed. Install the newer one to go on."
)
UNKNOWN_PART = (
    "The record says more about '{kind}' than this Steadystep knows: {what}. "
    "A newer one wrote it. Nothing was changed. Install the newer one to go on."
)
BUSY = "Another program is using the record. Nothing was written. Wait a little, then try again."
TRACES_LEFT = (
    "The record is deleted, and another program still holds a part of it. "
    "Close that program, then delete once more."
)
OUT_OF_TIME = "The time {at} lies outside what a calendar can count. Nothing was written."
CUT_OFF = "{path} ends in the middle of a line. Nothing was written. Look for a copy that is whole."
ALREADY_THERE = (
    "There is a record already. Nothing was written. "
    "Delete it first, or keep it and leave the copy where it is."
)

NOT_OPEN = (
    "This import is not open any more. Another program brought or deleted the same export. "
    "Look at your list of imports, then try again."
)


class LogTrouble(Exception):
    """The record could not be read or written. Its text says what happened and what helps.

    Attributes:
        words: The sentences, with a place in braces for each part.
        parts: What belongs in those places.
    """

    def __init__(self, words: str, **parts: object) -> None:
        super().__init__(words.format(**parts))
        self.words = words
        self.parts = parts


class UnknownEventKind(LogTrouble):
    """The log holds a kind of event this version has never heard of."""


class WrittenByNewer(LogTrouble):
    """A newer version wrote it, with something that this one does not know."""


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_A_FILE = (errno.ENOTDIR, errno.EEXIST)


def trouble_with(path: Path, why: OSError) -> LogTrouble:
    """What the system says of a file, in words."""
    path = Path(why.filename or path)
    if why.errno in _NO_ROOM:
        return LogTrouble(NO_ROOM)
    if why.errno in _NOT_ALLOWED:
        return LogTrouble(NOT_ALLOWED, path=path)
    if why.errno == errno.EISDIR:
        return LogTrouble(A_FOLDER_IN_THE_WAY, path=path)
    if why.errno in _A_FILE:
        return LogTrouble(A_FILE_IN_THE_WAY, path=path)
    return LogTrouble(NOT_TAKEN)
