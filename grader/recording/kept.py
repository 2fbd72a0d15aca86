"""NumPy's names as they were before a submission ran: what it puts in their place is not what is recorded with."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    import numpy as np
else:
    np = types.ModuleType("numpy")
    np.__dict__.update(vars(numpy))

__all__ = ["np"]
