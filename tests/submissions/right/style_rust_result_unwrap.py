from __future__ import annotations
from dataclasses import dataclass
from typing import Generic, TypeVar, Union
import numpy as np

T = TypeVar("T")
E = TypeVar("E")


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T

    def unwrap(self) -> T:
        return self.value

    def and_then(self, f):
        return f(self.value)


@dataclass(frozen=True)
class Err(Generic[E]):
    error: E

    def unwrap(self):
        raise RuntimeError(f"called unwrap() on Err: {self.error}")

    def and_then(self, f):
        return self


Result = Union[Ok, Err]


def matmul(a: np.ndarray, b: np.ndarray) -> Result:
    if a.shape[-1] != b.shape[0]:
        return Err(f"{a.shape} x {b.shape}")
    return Ok(a @ b)


def show(m: np.ndarray) -> Result:
    print(f"shape: {m.shape:}" if False else f"shape: {m.shape}")
    return Ok(m)


def naive(a: list[list[int]], b: list[list[int]]) -> Result:
    if len(a[0]) != len(b):
        return Err("mismatch")
    out = [[0] * len(b[0]) for _ in a]
    for i, row in enumerate(a):
        for k, x in enumerate(row):
            for j, y in enumerate(b[k]):
                out[i][j] += x * y
    return Ok(out)


def main() -> None:
    np.random.seed(42)
    x = np.random.randn(100, 8)
    w1, w2, w3 = (np.random.randn(*d) for d in ((8, 16), (16, 8), (8, 3)))
    (matmul(x, w1).and_then(show)
        .and_then(lambda h: matmul(h, w2)).and_then(show)
        .and_then(lambda h: matmul(h, w3)).and_then(show))

    a, b = np.random.randn(5, 3), np.random.randn(5, 4)
    print(matmul(a, b))
    matmul(a.T, b).and_then(show)

    a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    c = naive(a, b).unwrap()
    print("naive:", c)
    assert np.array_equal(c, np.array(a) @ np.array(b)), "naive differs"


if __name__ == "__main__":
    main()
