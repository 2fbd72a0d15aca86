"""The command `grade`, also as `python -m grader`: a launcher warms up while all the rest is imported."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from grader.recording.start import can_fork, start_launcher


def main() -> NoReturn:
    """Run the command; see grader.cli."""
    early = [start_launcher()] if can_fork() and _names_a_file(sys.argv[1:]) else []
    from grader.cli import main as run

    run(early=early)


def _names_a_file(arguments: list[str]) -> bool:
    """Whether this is likely to be a call that grades one file."""
    return any(one == "-" or (one.endswith((".py", ".ipynb")) and os.path.isfile(one)) for one in arguments)


if __name__ == "__main__":
    main()
