"""The same functions at two speeds: plain CPython, and compiled by numba where it is installed.

numba cannot call a plain Python helper from compiled code, so a function is compiled together with
all that it calls: each is rebuilt over globals in which its siblings are their compiled selves.
The functions themselves are left as they were, and core never learns of numba.
"""

from __future__ import annotations

from dis import get_instructions
from functools import cache
from importlib.util import find_spec
from threading import RLock
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, cast

from steadystep.cohort import shelf

if TYPE_CHECKING:
    from collections.abc import Callable

OURS = __name__.partition(".")[0]
# Tables longer than this are handed to numba as arrays: a tuple would be unrolled.
LONG_TABLE = 64
LARGE_TABLE = 1 << 15
# Tables among a planner's numbers longer than this become arrays.
SHORT_TABLE = 8
# What happens on every day of everybody: one piece of machine code, so that what a person carries
# stays in registers and is not copied from call to call. It is five times as fast.
ONE_PIECE = tuple(
    f"{OURS}.{name}"
    for name in (
        "cohort.bodies",
        "cohort.chance",
        "cohort.days",
        "cohort.life",
        "cohort.tally",
        "cohort.policies",
        "core.guard",
        "core.rule",
    )
)
_ONE_AT_A_TIME = RLock()


@cache
def can_compile() -> bool:
    """Is numba installed? Without it everything runs as plain Python, to the same bit."""
    return find_spec("numba") is not None


def twin(function: Callable[..., Any], *, inner: bool = False) -> Any:  # noqa: ANN401 - numba: no types
    """Compile a plain scalar function, and all of ours that it calls.

    Args:
        function: A module-level function over numbers, tuples and arrays.
        inner: Whether compiled code alone will call it. A way in from Python costs more time to
            compile than most functions themselves.

    Returns:
        Its compiled twin. Asked again, it is the same one.
    """
    with _ONE_AT_A_TIME:
        return _twin(function, inner)


def arrayed(knobs: Any) -> Any:  # noqa: ANN401 - whatever shape a planner's numbers have
    """A planner's numbers with their tables as arrays, so that two tables have one type."""
    if not isinstance(knobs, tuple):
        return knobs
    if hasattr(knobs, "_fields"):
        return type(knobs)(*(arrayed(one) for one in knobs))
    return _array(knobs) if len(knobs) > SHORT_TABLE else knobs


def compile_family(module: ModuleType) -> dict[str, Any]:
    """Compile every function of a module, such as `steadystep.core.rule`; by name."""
    return {
        name: twin(one)
        for name, one in vars(module).items()
        if isinstance(one, FunctionType) and one.__module__ == module.__name__
    }


@cache
def _twin(function: Callable[..., Any], inner: bool) -> Any:  # noqa: ANN401, FBT001 - as above
    if function is shelf.put:
        return shelf.compiled_put()
    if function is shelf.taken:
        return shelf.compiled_taken()
    if function is shelf.lent:
        return shelf.compiled_lent()
    in_one_piece = inner and function.__module__.startswith(ONE_PIECE)
    options = {"no_cpython_wrapper": inner, "no_cfunc_wrapper": True, "forceinline": in_one_piece}
    return _njit(function, options)


def _njit(function: Any, options: dict[str, bool]) -> Any:  # noqa: ANN401 - numba ships no types
    """Hand the function to numba, its siblings in the globals replaced by their compiled selves."""
    import numba  # noqa: PLC0415 - the cohort also runs without it

    names = dict(function.__globals__)
    for name in _names_in(function.__code__):
        if name in names:
            names[name] = _compilable(names[name])
    again = FunctionType(function.__code__, names, function.__name__, function.__defaults__)
    # Never fastmath: the twin has to agree to the bit. Threads may run it side by side.
    njit: Any = numba.njit
    made = njit(again, nogil=True, **options)
    called, plain = made.get_call_template, cast("Any", numba.types.unliteral)

    def called_with_any_number(args: tuple[Any, ...], kws: dict[str, Any]) -> Any:  # noqa: ANN401 - likewise
        # numba would compile a function anew for each number that is written in a call of it.
        return called(tuple(plain(one) for one in args), kws)

    made.get_call_template = called_with_any_number
    return made


def _compilable(value: object) -> object:
    """Our own function becomes its twin, a long table of numbers an array; the rest stays."""
    if isinstance(value, FunctionType) and value.__module__.partition(".")[0] == OURS:
        return _twin(value, inner=True)
    return _array(value) if type(value) is tuple and len(value) > LONG_TABLE else value


def _array(table: tuple[Any, ...]) -> Any:  # noqa: ANN401 - numba ships no types
    import numpy as np  # noqa: PLC0415 - numba brings it

    array = np.array(table)
    # Whole numbers of a large table are small ones: it fits a processor's cache.
    return array.astype(np.int32) if len(table) > LARGE_TABLE else array


def _names_in(code: CodeType) -> set[str]:
    """The global names that a function's code reads, its inner code included."""
    read = {one.argval for one in get_instructions(code) if one.opname == "LOAD_GLOBAL"}
    inner = (one for one in code.co_consts if isinstance(one, CodeType))
    return read.union(*(_names_in(one) for one in inner))
