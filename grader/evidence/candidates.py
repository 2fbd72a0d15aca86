"""Which of very many are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

MAX_CANDIDATES = 200
Candidate = TypeVar("Candidate")


def candidates(all_of_them: Sequence[Candidate], most: int = MAX_CANDIDATES) -> Sequence[Candidate]:
    """Those that are looked at: of very many the first and the last ones, as a trial may come before the exercise."""
    if len(all_of_them) <= most:
        return all_of_them
    return [*all_of_them[: most // 2], *all_of_them[-most // 2 :]]
