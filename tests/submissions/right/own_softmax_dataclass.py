from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def leaky(z: Array, slope: float = 0.01) -> Array:
    return np.where(z > 0, z, slope * z)


def softmax(z: Array) -> Array:
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@dataclass
class Dense:
    fan_in: int
    fan_out: int
    act: Callable[[Array], Array] = field(repr=False)
    W: Array = field(init=False, repr=False)
    b: Array = field(init=False, repr=False)

    def __post_init__(self) -> None:
        limit = (6 / (self.fan_in + self.fan_out)) ** 0.5      # Xavier / Glorot
        self.W = np.random.uniform(-limit, limit, (self.fan_in, self.fan_out))
        self.b = np.random.uniform(-0.1, 0.1, (1, self.fan_out))

    def __call__(self, x: Array) -> Array:
        return self.act(x @ self.W + self.b)


@dataclass(frozen=True)
class Cell:
    i: int
    j: int
    value: int


def product(a: list[list[int]], b: list[list[int]]) -> list[Cell]:
    cells: list[Cell] = []
    for i, row in enumerate(a):
        for j in range(len(b[0])):
            value = 0
            for k, left in enumerate(row):
                value += left * b[k][j]
            cells.append(Cell(i, j, value))
    return cells


np.random.seed(42)
x: Array = np.random.randn(100, 8)
net = [Dense(8, 16, leaky), Dense(16, 8, np.tanh), Dense(8, 3, softmax)]
for layer in net:
    x = layer(x)
    print(layer, "->", x.shape)
print("rows sum to one:", np.allclose(x.sum(axis=1), 1))

a, b = np.random.randn(5, 3), np.random.randn(5, 4)
assert (a.T @ b).shape == (3, 4), "inner dimensions!"

cells = product([[1, 2], [3, 4]], [[5, 6], [7, 8]])
truth = np.array([[1, 2], [3, 4]]) @ np.array([[5, 6], [7, 8]])
for c in cells:
    print(c, "ok" if truth[c.i, c.j] == c.value else "WRONG")
