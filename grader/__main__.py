"""The command `grade`, also as `python -m grader`: a launcher warms up while all the rest is imported."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from grader.recording.start import Started


def main() -> NoReturn:
    """Run the command; see grader.cli."""
    early = _early_launcher() if _names_a_file(sys.argv[1:]) else []
    from grader.cli import main as run

    run(early=early)


def _early_launcher() -> list[Started]:
    from grader.recording.start import can_fork, start_launcher

    return [start_launcher()] if can_fork() else []


def _names_a_file(arguments: list[str]) -> bool:
    """Whether this is likely to be a call that grades one file."""
    return any(one == "-" or (one.endswith((".py", ".ipynb")) and os.path.isfile(one)) for one in arguments)


if __name__ == "__main__":
    main()
