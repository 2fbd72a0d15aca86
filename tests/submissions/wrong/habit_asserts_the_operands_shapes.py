from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Rows = list[list[float]]


@dataclass
class Dense:
    fan_in: int
    fan_out: int
    weight: NDArray = field(init=False)

    def __post_init__(self) -> None:
        self.weight = np.random.randn(self.fan_in, self.fan_out) / np.sqrt(self.fan_in)

    def forward(self, x: NDArray) -> NDArray:
        return x @ self.weight


def run_network() -> NDArray:
    np.random.seed(42)
    x = np.random.randn(100, 8)
    first, second, third = Dense(8, 16), Dense(16, 8), Dense(8, 3)
    h = first.forward(x)
    print("x -> first", x.shape, h.shape)
    g = second.forward(h)
    print("first -> second", h.shape, g.shape)
    y = third.forward(g)
    print("second -> third", g.shape, y.shape)
    return y


def run_transpose() -> NDArray:
    a: NDArray = np.random.randn(5, 3)
    b: NDArray = np.random.randn(5, 4)
    c: NDArray = a.T @ b
    assert a.shape == (5, 3) and b.shape == (5, 4)
    return c


def multiply(a: Rows, b: Rows) -> Rows:
    c: Rows = [[0 for _ in b[0]] for _ in a]
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                c[i][j] += a[i][k] * b[k][j]
    return c


def run_by_hand() -> Rows:
    a: Rows = [[1, 2], [3, 4]]
    b: Rows = [[5, 6], [7, 8]]
    c = multiply(a, b)
    np.testing.assert_allclose(c, np.array(a) @ np.array(b))
    print(c)
    return c


if __name__ == "__main__":
    run_network()
    run_transpose()
    run_by_hand()
