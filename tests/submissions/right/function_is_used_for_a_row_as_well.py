"""matmul_practice

Exercises from the article.

>>> matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])
[[19, 22], [43, 50]]
>>> matmul([[1]], [[2, 3]])
[[2, 3]]
"""
from __future__ import annotations

import doctest
from collections.abc import Sequence
from typing import TypeAlias, TypeVar, overload

import numpy as np
import numpy.typing as npt

Number = TypeVar("Number", int, float)
Rows: TypeAlias = "Sequence[Sequence[Number]]"
Array: TypeAlias = "npt.NDArray[np.float64]"


def matmul(a: Rows, b: Rows) -> list[list[Number]]:
    """Multiply two matrices given as nested sequences.

    Raises
    ------
    ValueError
        If the inner dimensions differ.

    >>> matmul([[1, 2]], [[1, 2]])
    Traceback (most recent call last):
        ...
    ValueError: inner dimensions differ: 2 and 1
    """
    if len(a[0]) != len(b):
        raise ValueError(f"inner dimensions differ: {len(a[0])} and {len(b)}")
    out = []
    for row in a:
        line = []
        for j in range(len(b[0])):
            acc = 0
            for k, value in enumerate(row):
                acc += value * b[k][j]
            line.append(acc)
        out.append(line)
    return out


def three_layers(x: Array, w1: Array, w2: Array, w3: Array) -> tuple[Array, Array, Array]:
    h1 = x @ w1
    h2 = h1 @ w2
    return h1, h2, h2 @ w3


def main() -> None:
    rng = np.random.default_rng(1)
    x: Array = np.random.RandomState(42).randn(100, 8)
    ws = (rng.normal(size=(8, 16)), rng.normal(size=(16, 8)), rng.normal(size=(8, 3)))
    for layer in three_layers(x, *ws):
        print(layer.shape)

    a: Array = rng.normal(size=(5, 3))
    b: Array = rng.normal(size=(5, 4))
    c: Array = a.T @ b
    print(c.shape)

    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = matmul(A, B)
    reference = np.array(A) @ np.array(B)
    print(C, reference.tolist(), np.array_equal(C, reference))
    failures, tests = doctest.testmod()
    print(f"doctest: {tests} tests, {failures} failures")


if __name__ == "__main__":
    main()
