"""Typed to death (mypy --strict is happy, mostly)."""
from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Final, Generic, Iterator, NewType, Protocol, Sequence, TypeVar, overload, runtime_checkable

import numpy as np

Num = TypeVar("Num", int, float)
Row = NewType("Row", int)
Shape = tuple[int, ...]
SEED: Final[int] = 42


@runtime_checkable
class HasShape(Protocol):
    @property
    def shape(self) -> Shape: ...


class Grid(Generic[Num]):
    def __init__(self, cells: Sequence[Sequence[Num]]) -> None:
        self._cells = cells

    @property
    def shape(self) -> Shape:
        return len(self._cells), len(self._cells[0])

    @overload
    def __getitem__(self, at: int) -> Sequence[Num]: ...
    @overload
    def __getitem__(self, at: tuple[int, int]) -> Num: ...
    def __getitem__(self, at):
        return self._cells[at] if isinstance(at, int) else self._cells[at[0]][at[1]]


class Exercise(ABC):
    @abstractmethod
    def lines(self) -> Iterator[str]: ...


def text(thing: HasShape) -> str:
    assert isinstance(thing, HasShape)
    return " × ".join(f"{n:d}" for n in thing.shape)


class Layers(Exercise):
    def lines(self) -> Iterator[str]:
        np.random.seed(SEED)
        signal: np.ndarray = np.random.randn(100, 8)
        for n, m in ((8, 16), (16, 8), (8, 3)):
            weight: np.ndarray = np.random.randn(n, m)
            signal = signal @ weight
            yield text(signal)


class Fix(Exercise):
    def lines(self) -> Iterator[str]:
        a: np.ndarray = np.random.randn(5, 3)
        b: np.ndarray = np.random.randn(5, 4)
        yield text(a.T @ b)


class Hand(Exercise):
    def lines(self) -> Iterator[str]:
        a: Grid[int] = Grid([[1, 2], [3, 4]])
        b: Grid[int] = Grid([[5, 6], [7, 8]])
        c: list[list[int]] = [[0] * b.shape[1] for _ in range(a.shape[0])]
        for i in range(a.shape[0]):
            for j in range(b.shape[1]):
                for k in range(b.shape[0]):
                    c[i][j] += a[i, k] * b[k, j]
        yield repr(c)
        expected: np.ndarray = np.array(a._cells) @ np.array(b._cells)
        yield f"correct: {bool(np.array_equal(expected, c))}"


exercises: list[Exercise] = [Layers(), Fix(), Hand()]
for exercise in exercises:
    print(type(exercise).__name__, *exercise.lines(), sep="\n  ")
