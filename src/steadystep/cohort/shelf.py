"""Where people stand between two days: a list in CPython, plain memory in compiled code.

Nested tuples of numbers go into memory as they are, eight bytes a number. Compiled code so reads
of a person what it needs and no more, and millions of them cost no objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A list of tuples, or a row of numbers' bits for each.
Shelf = Any


def shelf_for(like: tuple[Any, ...], count: int, *, compiled: bool) -> Shelf:
    """Room for so many nested tuples like this one."""
    if not compiled:
        return [like] * count
    room: NDArray[np.int64] = np.zeros((count, numbers_in(like)), dtype=np.int64)
    return room


def numbers_in(value: object) -> int:
    """How many numbers a nested tuple holds."""
    return sum(map(numbers_in, value)) if isinstance(value, tuple) else 1


def put(shelf: Shelf, place: int, value: Any) -> None:
    """Put a nested tuple in its place."""
    shelf[place] = value


def taken(shelf: Shelf, place: int, like: Any) -> Any:
    """What stands in a place, a nested tuple like this one, whose type compiled code goes by."""
    return shelf[place]


def lent(value: Any) -> Any:
    """The same numbers and tables; in compiled code nobody counts who holds the tables.

    Counting costs more than a planner's whole morning. Whoever lends keeps them until the end.
    """
    return value


# numba ships no types, hence Any, and it is imported late: the cohort also runs without it.
# ruff: noqa: ANN401, ARG001, PLC0415, SLF001


def compiled_put() -> Any:
    """`put`, for compiled code."""
    from numba import types
    from numba.extending import intrinsic

    @intrinsic
    def put_by_bits(typing: Any, shelf: Any, place: Any, value: Any) -> Any:
        def write(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            where = _row(context, builder, shelf, arguments)
            pointed = builder.bitcast(where, context.get_data_type(value).as_pointer())
            context.pack_value(builder, value, arguments[2], pointed)
            return context.get_dummy_value()

        return types.void(shelf, place, value), write

    return put_by_bits


def compiled_taken() -> Any:
    """`taken`, for compiled code."""
    from numba.extending import intrinsic

    @intrinsic
    def taken_by_bits(typing: Any, shelf: Any, place: Any, like: Any) -> Any:
        def read(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            where = _row(context, builder, shelf, arguments)
            pointed = builder.bitcast(where, context.get_data_type(like).as_pointer())
            return context.unpack_value(builder, like, pointed)

        return like(shelf, place, like), read

    return taken_by_bits


def compiled_lent() -> Any:
    """`lent`, for compiled code."""
    from numba import types
    from numba.extending import intrinsic

    def uncounted(context: Any, builder: Any, kind: Any, value: Any) -> Any:
        if isinstance(kind, types.Array):
            array = context.make_array(kind)(context, builder, value)
            array.meminfo = array.meminfo.type(None)
            array.parent = array.parent.type(None)
            return array._getvalue()
        if isinstance(kind, types.BaseTuple):
            kinds: Any = kind
            parts = [
                uncounted(context, builder, one, builder.extract_value(value, place))
                for place, one in enumerate(kinds)
            ]
            return context.make_tuple(builder, kind, parts)
        return value

    @intrinsic
    def lent_out(typing: Any, value: Any) -> Any:
        def lend(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            return uncounted(context, builder, value, arguments[0])

        return value(value), lend

    return lent_out


def _row(context: Any, builder: Any, shelf: Any, arguments: Any) -> Any:
    """Where a row begins."""
    from numba.core.cgutils import get_item_pointer

    room, place = arguments[:2]
    rows = context.make_array(shelf)(context, builder, room)
    at: Any = get_item_pointer
    return at(context, builder, shelf, rows, [place, place.type(0)])
