"""The letters of a text: how they are written, and what stands where a disk wrote zeros.

A text holds no byte that is zero. Where one of the first line is, the file is no text. Behind it a
damaged disk made them: they cost the rows in which they stand, and no other.
"""

from __future__ import annotations

import codecs
import io
import re
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from steadystep.importers.reading import HEAD_BYTES, CannotRead, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from _typeshed import WriteableBuffer

UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BLOCK_BYTES: Final = 1 << 20
# One byte in place of another, so that places stay the same.
_ZERO, _SUBSTITUTE = b"\0", b"\x1a"
_LINE_END: Final = re.compile(rb"[\r\n]")


class Encoding(NamedTuple):
    """How letters are written, and whether some bytes are zero and no letters."""

    name: str
    has_zeros: bool = False


def encoding_of(file: IO[bytes]) -> Encoding:
    """Read every byte once. A file is text if no byte of its first line is zero."""
    file.seek(0)
    head = file.read(HEAD_BYTES)
    if head.startswith(UTF_16):
        return Encoding("utf-16")
    if _ZERO in _LINE_END.split(head.removeprefix(codecs.BOM_UTF8).lstrip(), maxsplit=1)[0]:
        raise CannotRead(not_text())
    file.seek(0)
    zeros: list[bool] = []
    name = eight_bit_encoding(_blocks(file, zeros))
    return Encoding(name, any(zeros))


def eight_bit_encoding(blocks: Iterable[bytes]) -> str:
    """Tell UTF-8 from Windows-1252. A few broken letters make no other encoding of it."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    long_letters = broken = 0
    says_so = None
    for block in blocks:
        if says_so is None:
            says_so = block.startswith(codecs.BOM_UTF8)
        text = decoder.decode(block)
        # Letters of several bytes make the text shorter than its bytes.
        long_letters += len(block) - len(text)
        broken += text.count("\ufffd")
    return "utf-8-sig" if says_so or broken <= long_letters else "cp1252"


@contextmanager
def text_of(file: IO[bytes], encoding: Encoding) -> Iterator[io.TextIOWrapper]:
    """Read from the start, and leave the file open afterwards: it belongs to the door."""
    file.seek(0)
    letters = cast("IO[bytes]", io.BufferedReader(_NoZeros(file))) if encoding.has_zeros else file
    text = io.TextIOWrapper(letters, encoding=encoding.name, errors="replace", newline="")
    try:
        yield text
    finally:
        if not file.closed:
            text.detach()


def not_text() -> Sentence:
    """Say that a file is no text."""
    return Sentence("This file is not text. Save the diary as CSV and read that file.")


class _NoZeros(io.RawIOBase):
    """A file with another byte in place of each zero."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        piece = self._file.read(len(view))
        view[: len(piece)] = piece.replace(_ZERO, _SUBSTITUTE)
        return len(piece)


def _blocks(file: IO[bytes], zeros: list[bool]) -> Iterator[bytes]:
    """Yield a file in blocks, and note of each whether a byte of it is zero."""
    for block in iter(partial(file.read, _BLOCK_BYTES), b""):
        zeros.append(_ZERO in block)
        yield block
