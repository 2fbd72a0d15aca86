"""The functions whose calls are told apart: products of matrices, arithmetic on scalars, random generators."""

from __future__ import annotations

import math
import operator
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

_NUMPY = [
    "matmul",
    "dot",
    "inner",
    "vdot",
    "tensordot",
    "einsum",
    "vecdot",
    "matvec",
    "vecmat",
    "convolve",
    "correlate",
]
_LINALG = ["multi_dot", "matrix_power", "matmul", "tensordot", "vecdot"]
_MASKED = ["dot", "inner", "innerproduct"]
_INTERNAL = ["dot", "inner", "vdot", "c_einsum", "matmul", "vecdot", "matvec", "vecmat", "correlate"]
_ARRAY_METHODS = ["dot", "__matmul__", "__rmatmul__", "__imatmul__"]
_MATRIX_METHODS = ["__mul__", "__rmul__", "__imul__", "__pow__", "dot", "__matmul__", "__rmatmul__"]
_OPERATOR = ["matmul", "imatmul", "__matmul__", "__imatmul__"]

MATMUL_METHODS = frozenset(_ARRAY_METHODS)
MATRIX_METHODS = frozenset(_MATRIX_METHODS)
_SCALAR = ["sumprod", "mul", "add", "prod", "multiply", "__mul__", "__rmul__", "__add__", "__radd__"]
FAMILY_NAMES = frozenset([*_NUMPY, *_LINALG, *_MASKED, *_INTERNAL, *_ARRAY_METHODS, *_OPERATOR, *_SCALAR])
ARITHMETIC_METHODS = frozenset(["__mul__", "__rmul__", "__add__", "__radd__"])


def matmul_family(numpy: ModuleType) -> Iterator[Callable[..., Any]]:
    """Every function of `numpy` and the standard library that multiplies matrices or sums products."""
    internal = numpy._core.multiarray
    umath = numpy._core._multiarray_umath
    # Loaded by few files, and by the launcher before such a file runs.
    masked = sys.modules.get(f"{numpy.__name__}.ma")
    places: list[tuple[object, list[str]]] = [
        (numpy, _NUMPY),
        (numpy.linalg, _LINALG),
        (masked, _MASKED),
        (internal, _INTERNAL),
        (umath, _INTERNAL),
        (numpy.ndarray, _ARRAY_METHODS),
        (numpy.matrix, _MATRIX_METHODS),
        (getattr(masked, "MaskedArray", None), ["dot"]),
        (operator, _OPERATOR),
        (math, ["sumprod"]),
    ]
    for place, names in places:
        for name in names:
            function = getattr(place, name, None)
            if function is None:
                continue
            yield function
            implementation = getattr(function, "_implementation", None)
            if callable(implementation):
                yield implementation


def arithmetic_family(numpy: ModuleType) -> Iterator[tuple[Callable[..., Any], str]]:
    """Functions that multiply or add two numbers, with the name of what they do."""
    for function in (operator.mul, operator.imul, numpy.multiply, math.prod, numpy.prod):
        yield function, "multiply"
    for function in (operator.add, operator.iadd, numpy.add):
        yield function, "add"
    for number in (int, float):
        yield number.__mul__, "multiply"
        yield number.__add__, "add"


def unset_family(numpy: ModuleType) -> Iterator[Callable[..., Any]]:
    """Functions that make an array of whatever was in memory."""
    yield from (numpy.empty, numpy.empty_like)


def seeding_family(numpy: ModuleType) -> Iterator[Callable[..., Any]]:
    """Functions that start a stream of random numbers, from a seed as their first argument."""
    random = numpy.random
    for name in (
        "seed",
        "RandomState",
        "default_rng",
        "SeedSequence",
        "PCG64",
        "PCG64DXSM",
        "MT19937",
        "Philox",
        "SFC64",
    ):
        function = getattr(random, name, None)
        if function is not None:
            yield function
