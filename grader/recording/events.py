"""What leaves a run: typed events on a pipe, each a frame of four bytes of length and a msgpack array.

The child that writes them may be lying, so nothing here is believed: it is testimony, decoded strictly.
An array is sent once and referred to by its digest afterwards.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Digest = bytes
Operand = int | float | Digest
"""A whole number, a float, or the digest of an array sent before."""

DTYPES = {"b1": 1, "i8": 8, "f4": 4, "f8": 8, "c16": 16}
"""The element types that travel, little-endian, with their sizes in bytes."""

MAX_FRAME = 4 * 1024 * 1024
MAX_DIMENSIONS = 8
MAX_LENGTH = 2**31
"""Of the arrays that travel."""


class _Event(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag_field="event"):
    """Base of all events."""


class Site(_Event, frozen=True, tag="site"):
    """A place in the learner's source: 1-based lines, 0-based columns, the text that stands there.

    kind: what stands there (`bind`, `call`, `operator`, …); names: what it binds.
    """

    id: int
    kind: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    names: tuple[str, ...] = ()


class ArrayData(_Event, frozen=True, tag="array"):
    """An array's content, C order, little-endian."""

    digest: Digest
    dtype: str
    shape: tuple[int, ...]
    data: bytes


How = Literal["result", "display", "bind", "changed", "used", "argument", "operand", "end", "ragged"]
"""How a value is seen: as what an expression gives, or writes out; as it gets a name; after an item of it was set; as
a name is read, or passed; as an operation has it; as a function ends. Rows that are not equally long are `ragged`:
after each row by itself they are seen as one array, filled up with NaN.
"""


class Seen(_Event, frozen=True, tag="seen"):
    """An array (or nested list, tuple, dict of numbers) was the value at a site."""

    site: int
    how: How
    value: Digest


class SeenScalar(_Event, frozen=True, tag="scalar"):
    """A single number was the value at a site."""

    site: int
    value: int | float


class Operated(_Event, frozen=True, tag="operation"):
    """An operator or a library's product on arrays. `altered`: the scenario made its result wrong on purpose."""

    site: int
    name: str
    operands: tuple[Operand, ...]
    result: Operand
    altered: bool = False


class OperationFailed(_Event, frozen=True, tag="failed"):
    """An operation on arrays that raised: its operands, what was said."""

    site: int
    name: str
    message: str
    operands: tuple[Digest, ...] = ()


class Arithmetic(_Event, frozen=True, tag="arithmetic"):
    """Two whole numbers met in the learner's own code, one pair at a time.

    name: `multiply`, `subtract`, or `addend` for the right one added to an item.
    """

    site: int
    name: str
    left: int | float
    right: int | float
    result: int | float


class Compared(_Event, frozen=True, tag="compared"):
    """Two values were compared for equality. by_cell: an answer for each entry came of it, and not one for all."""

    site: int
    left: Operand
    right: Operand
    equal: bool
    by_cell: bool = False


class Seeded(_Event, frozen=True, tag="seeded"):
    """A random generator was seeded (`seed` is None when by nothing, or by something that is no whole number)."""

    site: int
    function: str
    seed: int | None


class Printed(_Event, frozen=True, tag="printed"):
    """Text was written to stream 1 (output) or 2 (errors) while the learner's `line` ran (0: none did)."""

    line: int
    stream: int
    text: str


Handling = Literal["caught", "kept", "skipped", "passed over", "uncaught"]
"""What becomes of an exception: the learner's code catches it; Python keeps it for whoever asks, as of a thread or a
test; a run that keeps going skips its statement, or passes over it; nobody does, and it ends the run.
"""


ENDLESS_LOOP = "EndlessLoop"
"""The type of what is told as an exception where a run that keeps going has left a loop without an end."""


class ExceptionRaised(_Event, frozen=True, tag="raised"):
    """An exception, and what became of it."""

    line: int
    type: str
    message: str
    outcome: Handling
    text: str = ""
    function: str = ""


class Called(_Event, frozen=True, tag="called"):
    """A function of the learner's was entered for the first time."""

    line: int
    name: str


class Defined(_Event, frozen=True, tag="defined"):
    """A function of the submission's that is not a method; `function` is False for a line that only names one."""

    line: int
    name: str
    function: bool = True


class LookedAround(_Event, frozen=True, tag="looked_around"):
    """The submission asked for something that would tell it whether it is graded, by the name of that."""

    line: int
    name: str = ""


class Limit(_Event, frozen=True, tag="limit"):
    """A bound was reached: `events`, `bytes`, `printed`, or `code` that is too much to be recorded."""

    name: str


class Ended(_Event, frozen=True, tag="ended"):
    """The run came to its end by itself: `finished`, `raised` or `exited`."""

    status: str
    code: int = 0


Event = (
    Site | ArrayData | Seen | SeenScalar | Operated | OperationFailed | Arithmetic | Compared | Seeded
    | Printed | ExceptionRaised | Called | Defined | LookedAround | Limit | Ended
)  # fmt: skip
