"""Facts as plain values, and back: numbers, words, lists and dicts that any file format can hold.

How a shape is written and read is worked out once, from its own annotations. An enumeration of
words is written by its value, any other by its name in small letters; a reason carries its kind.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    NamedTuple,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Fact = TypeVar("Fact")

_NAMES = {int: "a whole number", str: "text", bool: "true or false"}


class NotPlain(ValueError):
    """A plain value does not say what is asked of it; the message says where, and what."""


class UnknownPart(NotPlain):
    """A value says more than this version knows: a newer one wrote it."""


class Shape(NamedTuple):
    """How values of one type are written and read.

    Attributes:
        write: From a fact to its plain value; None where they are the same.
        read: From a plain value, checked, to the fact.
    """

    write: Callable[[Any], Any] | None
    read: Callable[[Any], Any]


def to_plain(fact: object) -> Any:  # noqa: ANN401 - numbers, words, lists, dicts
    """Write a fact as plain values."""
    kind: Any = type(fact)
    return _write(shape_of(kind), fact)


def from_plain(kind: type[Fact], value: object) -> Fact:
    """Read a fact of a kind from plain values.

    Raises:
        NotPlain: The value does not say what a fact of this kind says.
    """
    asked: Any = kind
    fact: Fact = shape_of(asked).read(value)
    return fact


@cache
def shape_of(kind: Any) -> Shape:  # noqa: ANN401 - a type, or an annotation
    """How values of one type are written and read."""
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind))
    if get_origin(kind) is tuple:
        return _row(get_args(kind))
    if kind is date:
        return Shape(date.isoformat, _read_date)
    if kind in _NAMES:
        return Shape(None, _exactly(kind))
    if issubclass(kind, Enum):
        return _named(kind)
    return _record(kind)


def _exactly(kind: type) -> Callable[[Any], Any]:
    """Read what is of this very type: true is no number here."""

    def read(value: object) -> object:
        if type(value) is not kind:
            raise NotPlain(f"{value!r} is not {_NAMES[kind]}")
        return value

    return read


def _read_date(value: object) -> date:
    try:
        return date.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise NotPlain(f"{value!r} is not a date") from None


def _named(kind: type[Enum]) -> Shape:
    """The members of an enumeration by their words."""
    by_value = issubclass(kind, StrEnum)
    words = {one: str(one.value) if by_value else one.name.lower() for one in kind}
    members = {word: one for one, word in words.items()}

    def read(value: object) -> Enum:
        if not isinstance(value, str):
            raise NotPlain(f"{value!r} is not text")
        if value not in members:
            raise UnknownPart(f"'{value}' is no word this version knows here")
        return members[value]

    return Shape(words.__getitem__, read)


def _one_of(kinds: tuple[Any, ...]) -> Shape:
    """Something that may be missing, or one of several facts, told apart by their kind."""
    there = tuple(kind for kind in kinds if kind is not NoneType)
    shape = shape_of(there[0]) if len(there) == 1 else _tagged(there)
    return _optional(shape) if NoneType in kinds else shape


def _optional(shape: Shape) -> Shape:
    write, read = shape
    return Shape(
        None if write is None else lambda fact: None if fact is None else write(fact),
        lambda value: None if value is None else read(value),
    )


def _tagged(kinds: tuple[Any, ...]) -> Shape:
    """One of several facts; the plain value carries which, as its kind."""
    shapes = {kind.kind: _record(kind) for kind in kinds}

    def write(fact: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the kinds
        return {"kind": fact.kind, **to_plain(fact)}

    def read(value: object) -> object:
        if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
            raise NotPlain(f"{value!r} does not say its kind")
        if value["kind"] not in shapes:
            raise UnknownPart(f"'{value['kind']}' is no kind this version knows here")
        parts = {name: part for name, part in value.items() if name != "kind"}
        return shapes[value["kind"]].read(parts)

    return Shape(write, read)


def _row(kinds: tuple[Any, ...]) -> Shape:
    """A tuple: as many of one kind as there are, or these very ones."""
    if kinds[-1] is Ellipsis:
        write, read = shape_of(kinds[0])
        return Shape(
            list if write is None else lambda row: [write(one) for one in row],
            lambda value: tuple(read(one) for one in _list(value)),
        )
    shapes = [shape_of(kind) for kind in kinds]

    def read_all(value: object) -> tuple[Any, ...]:
        row = _list(value)
        if len(row) != len(shapes):
            raise NotPlain(f"{row!r} does not hold {len(shapes)} values")
        return tuple(shape.read(one) for shape, one in zip(shapes, row, strict=True))

    return Shape(lambda row: [_write(*pair) for pair in zip(shapes, row, strict=True)], read_all)


def _write(shape: Shape, fact: object) -> object:
    return fact if shape.write is None else shape.write(fact)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise NotPlain(f"{value!r} is not a list")
    return value


def _record(kind: Any) -> Shape:  # noqa: ANN401 - a dataclass or a named tuple
    """A fact with named parts. Those with a default may be missing: older notations had fewer."""
    hints = get_type_hints(kind)
    names, optional = _parts(kind)
    shapes = {name: shape_of(hints[name]) for name in names}
    readers = {name: shape.read for name, shape in shapes.items()}
    required = frozenset(names) - frozenset(optional)

    def write(fact: object) -> dict[str, Any]:
        return {name: _write(shape, getattr(fact, name)) for name, shape in shapes.items()}

    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise NotPlain(f"{value!r} has no named parts")
        if not value.keys() <= readers.keys():
            unknown = sorted(map(str, value.keys() - readers.keys()))
            raise UnknownPart(f"'{unknown[0]}' is no part this version knows here")
        if not required <= value.keys():
            raise NotPlain(f"'{min(required - value.keys())}' is not there")
        return _made(kind, {name: _read(name, readers[name], part) for name, part in value.items()})

    return Shape(write, read)


def _parts(kind: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: ANN401 - as above
    """The names of all parts, and of those that have a default."""
    if is_dataclass(kind):
        parts = fields(kind)
        return (
            tuple(one.name for one in parts),
            tuple(one.name for one in parts if one.default is not MISSING),
        )
    return kind._fields, tuple(kind._field_defaults)


def _read(name: str, read: Callable[[Any], Any], part: object) -> object:
    """Read one part; what is wrong in it is told with its name."""
    try:
        return read(part)
    except NotPlain as why:
        raise type(why)(f"{name}: {why}") from None


def _made(kind: Any, parts: dict[str, Any]) -> object:  # noqa: ANN401 - as above
    """Make the fact; it may have reasons of its own not to be."""
    try:
        return kind(**parts)
    except ValueError as why:
        raise NotPlain(str(why)) from None
