"""Which arrays are looked at, of very many."""

from __future__ import annotations

from collections.abc import Sequence

from grader.trace import Sight

MAX_CANDIDATES = 200


def candidates(sights: Sequence[Sight]) -> Sequence[Sight]:
    """Those that are looked at: of very many the first and the last ones, as a trial may come before the exercise."""
    if len(sights) <= MAX_CANDIDATES:
        return sights
    return [*sights[: MAX_CANDIDATES // 2], *sights[-MAX_CANDIDATES // 2 :]]
