"""The grader's own mistakes: told in a line with their place, and in full to whoever looks for one."""

from __future__ import annotations

import os
import sys

LONGEST = 300


def mistake(error: Exception) -> str:
    """Its type, message and place. With GRADE_DEBUG in the environment, the traceback is printed to stderr as well."""
    import traceback

    if os.environ.get("GRADE_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
    message = f"{type(error).__name__}: {str(error)[:LONGEST]}"
    frames = traceback.extract_tb(error.__traceback__)
    return f"{message}, {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else message
