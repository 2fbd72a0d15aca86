"""How a run differs from as-written, and the numbers that stand in for the given ones."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from grader.packs.spec import Scenario
from grader.recording.plan import ENTRIES, WAYS, Matrix, Number, Plan, Resize, Substitution
from grader.submission import PYTHON_NAME, Submission

KEEP_GOING = "keep_going"
MAX_DRAWS = 1000
LEAST, MOST = 11, 60
"""Given whole numbers are exchanged for others from this range: few enough to add up by hand in a loop."""
MOST_NUMBERS = MOST - LEAST

OF_THE_GIVENS = frozenset({"scalars", "sums", *WAYS, *ENTRIES})
"""Families that are only made wrong for the given matrices, which a run has to know then."""


def draws(seed: int, givens: Sequence[Matrix]) -> Iterator[tuple[Matrix, ...]]:
    """Many times other whole numbers, all different, in the shapes of `givens`, which have at most MOST_NUMBERS."""
    generator = np.random.default_rng(seed)
    count = sum(len(row) for matrix in givens for row in matrix)
    for _ in range(MAX_DRAWS):
        drawn = iter(generator.permutation(np.arange(LEAST, MOST))[:count].tolist())
        yield tuple(tuple(tuple(next(drawn) for _ in row) for row in matrix) for matrix in givens)


class Numbers:
    """The numbers of a submission's scenarios: they follow from its bytes, the pack's version, and the seed."""

    def __init__(self, submission: Submission, pack: str, seed: int = 0) -> None:
        parts = (submission.digest, pack.encode(), seed.to_bytes(8, "little", signed=True))
        self._key = hashlib.blake2b(b"".join(len(part).to_bytes(8, "little") + part for part in parts)).digest()

    def integer(self, purpose: str) -> int:
        """32 bits for a purpose."""
        digest = hashlib.blake2b(purpose.encode(), key=self._key, digest_size=4).digest()
        return int.from_bytes(digest, "little")

    def other_givens(
        self, givens: Sequence[Matrix], tells_apart: Callable[[Sequence[Matrix]], bool]
    ) -> tuple[Matrix, ...]:
        """Other whole numbers, all different, in the shapes of `givens`, drawn again until they tell things apart."""
        for others in draws(self.integer("given"), givens):
            if tells_apart(others):
                return others
        raise ValueError("no numbers tell the right answer from the known wrong ones")

    def smaller(self, purpose: str, length: int) -> int:
        """A length below `length`, at least 2 and, where there is room, neither near 1 nor near `length`."""
        least, most = max(2, length // 3), max(2, length - max(2, length // 8))
        return least + self.integer(purpose) % (most - least + 1)


def plan(
    name: str,
    scenario: Scenario | None,
    submission: Submission,
    numbers: Numbers,
    substitutions: tuple[Substitution, ...],
) -> Plan:
    """The child's orders for a scenario of `submission`; None is the faithful run, or the one that keeps going."""
    common: dict[str, Any] = {
        "filename": PYTHON_NAME,
        "entropy": numbers.integer("entropy"),
        "displays": submission.displays,
        "notebook": bool(submission.cells),
    }
    # No run has the numbers of another one in its memory.
    kept = tuple(Substitution(one.given, one.given) for one in substitutions)
    if scenario is None:
        return Plan(keep_going=name == KEEP_GOING, watched=_numbers_in(kept), **common)
    exchanged = substitutions if scenario.given else kept
    return Plan(
        keep_going=True,
        seed_key=numbers.integer("seed") if scenario.seed else None,
        substitutions=exchanged if scenario.given or OF_THE_GIVENS & set(scenario.broken) else (),
        watched=_numbers_in(exchanged),
        resizes=tuple(
            Resize(
                spec.shape,
                spec.axis,
                spec.size or numbers.smaller(f"resize {spec.shape[spec.axis]}", spec.shape[spec.axis]),
            )
            for spec in scenario.resize
        ),
        broken=scenario.broken,
        **common,
    )


def _numbers_in(substitutions: Sequence[Substitution]) -> tuple[Number, ...]:
    every = (number for one in substitutions for rows in (one.given, one.other) for row in rows for number in row)
    return tuple(dict.fromkeys(every))
