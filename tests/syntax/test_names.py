"""Where names are given."""

from __future__ import annotations

from grader.syntax.names import bound_names


def test_names_are_known_from_the_line_where_they_are_first_given() -> None:
    source = "import numpy as np\ndef f(a):\n    b = a\nfor i, j in []:\n    b = 1\nclass C: pass\n"
    assert bound_names(source) == {"np": 1, "f": 2, "a": 2, "b": 3, "i": 4, "j": 4, "C": 6}
