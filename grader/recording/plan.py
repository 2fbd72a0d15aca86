"""What the child is told about a run: how it differs from as-written. Nothing in it is secret."""

from __future__ import annotations

import msgspec

Number = int | float
Matrix = tuple[tuple[Number, ...], ...]
"""Row by row."""

WAYS = ("turned", "mirrored", "flipped", "shifted", "crossed", "slid", "lifted", "swapped", "rest")
"""The families by which NumPy's product of the substituted matrices is wrong as a whole."""

ENTRIES = ("first", "second", "third", "fourth")
"""The families by which one entry of it is, in their order."""

WRONG_BY = 5
"""How much too large an entry of a product is that is made wrong."""


class Substitution(msgspec.Struct, frozen=True):
    """A matrix given by the exercise, and the numbers that stand in its place in this run."""

    given: Matrix
    other: Matrix


class Resize(msgspec.Struct, frozen=True):
    """Arrays of `shape` that a library call makes get `size` entries along `axis`: the first, and these again."""

    shape: tuple[int, ...]
    axis: int
    size: int


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A run's orders.

    keep_going: a statement that raises is passed over.
    seed_key: seeds are exchanged for others that follow from it.
    substitutions: given matrices, and the numbers in their place.
    resizes: arrays that are made smaller, or larger.
    broken: families whose results are made wrong. `matmul`: where all operands are whole numbers or have at most
        four entries, so that products of random data, and what they print, stay comparable. `scalars`:
        each product of an entry of one substituted matrix with an entry of the other is one too large. `numbers`: each
        product of two numbers is wrong, where one of them has two digits. `sums`: each sum is too large by one for each
        entry of the substituted matrices that is added. `terms`: each term is one too large where NumPy multiplies the
        substituted matrices. What NumPy makes of these is otherwise wrong in one way: `turned` over; `mirrored`, each
        row from its end; `flipped`, the last row first; `shifted`, a part of its first entry, of a larger product of
        each second one, stands in the next; `crossed`, `slid` or `lifted`, other numbers stand in a product of two rows
        and two columns, of which two kinds of sums stay as they are: of rows and columns, of rows and diagonals, of
        columns and diagonals; `swapped`, it is the product in the other order; `rest`, each of its entries but the
        first is too large; or the `first`, `second`, `third`, `fourth` entry alone is too small by one, wherever it is
        given.
    watched: numbers whose products are always recorded.
    entropy: what an unseeded generator starts from.
    displays: (first, last) lines of the cells of a notebook, where the last expression is shown, and their numbers.
    notebook: `display` and a top-level `await` are at hand.
    """

    filename: str
    keep_going: bool = False
    seed_key: int | None = None
    substitutions: tuple[Substitution, ...] = ()
    resizes: tuple[Resize, ...] = ()
    broken: tuple[str, ...] = ()
    watched: tuple[Number, ...] = ()
    entropy: int = 0
    displays: tuple[tuple[int, int, int], ...] = ()
    notebook: bool = False

    @property
    def as_written(self) -> bool:
        """Whether this is the faithful run."""
        return not (self.keep_going or self.seed_key is not None or self.substitutions or self.resizes or self.broken)


def other_seed(seed: int, key: int) -> int:
    """The seed that stands in for `seed` in a scenario with another stream: 32 bits, never the same as `seed`."""
    mixed = (seed * 2654435761 + key) & 0xFFFFFFFF
    return mixed if mixed != seed & 0xFFFFFFFF else mixed ^ 1
