"""What an exercise's spec calculates: an answer, or what a known mistake gives, as an expression over the givens."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import CodeType
from typing import Any

import msgspec
import numpy as np


class Formula(msgspec.Struct, frozen=True):
    """An expression over an exercise's givens, by their names."""

    text: str

    def __call__(self, givens: Mapping[str, Any]) -> Any:
        """Its value for these givens. Raises whatever the expression raises."""
        with np.errstate(all="ignore"):
            return eval(_code_of(self.text), {"np": np, "numpy": np, "__builtins__": {}}, dict(givens))


@cache
def _code_of(text: str) -> CodeType:
    """A formula's code: it is evaluated for many givens."""
    return compile(text, "formula", "eval")
