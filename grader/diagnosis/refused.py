"""What the grader refuses, and plain Python allows: such an error is no mistake of the file's."""

from __future__ import annotations

import re

from grader.trace import Raised

_REFUSALS = (
    # Another program, another process, the priority of this one.
    r"PermissionError: \[Errno 1\] ",
    # A lock that several processes share: what is opened there has a name for the kernel, and none in the message.
    r"(?:FileNotFoundError: \[Errno 2\]|PermissionError: \[Errno 13\]) [\w ]+$",
    r"ValueError: not allowed to raise maximum limit",
    r"PackageNotFoundError: No package metadata was found",
)


def is_refused(error: Raised) -> bool:
    """Whether an error says that the grader did not let the file do something."""
    told = f"{error.type}: {error.message}"
    return any(re.match(refusal, told) for refusal in _REFUSALS)
