"""The rule compiled: the same function objects that a person's decision runs, through numba.

numba cannot call a plain Python helper from compiled code, so the whole family is compiled: each
function is rebuilt over globals in which its siblings are their compiled selves.
"""

from __future__ import annotations

from types import FunctionType, ModuleType
from typing import Any

import numba


def compile_family(module: ModuleType) -> dict[str, Any]:
    """Compile every function of a module so that they call each other compiled.

    Args:
        module: A module of plain scalar functions, such as `steadystep.core.rule`.

    Returns:
        The compiled functions by name. The module itself is left as it was.
    """
    names = vars(module).copy()
    for name, function in vars(module).items():
        if isinstance(function, FunctionType) and function.__module__ == module.__name__:
            twin = FunctionType(function.__code__, names, name, function.__defaults__)
            # Never fastmath: the twin has to agree to the bit.
            names[name] = numba.njit(twin)
    return {
        name: one
        for name, one in names.items()
        if isinstance(one, numba.core.dispatcher.Dispatcher)
    }
