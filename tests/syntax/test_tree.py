"""Sources that have no syntax tree."""

from __future__ import annotations

import pytest

from grader.syntax.loops import early_ends
from grader.syntax.names import bound_names
from grader.syntax.returns import lost_results
from grader.syntax.tree import tree_of


@pytest.mark.parametrize("source", ["x = (", "x = " + "(" * 5000, "\0", "x = 1\n" * 50_000], ids=range(4))
def test_what_cannot_be_read_says_nothing(source: str) -> None:
    assert tree_of(source) is None
    assert (lost_results(source), early_ends(source), bound_names(source)) == ([], [], {})
