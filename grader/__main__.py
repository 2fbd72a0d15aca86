"""The command `grade`, also as `python -m grader`: what grades a file is started before the rest is imported."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import NoReturn

from grader.exits import INTERRUPTED
from grader.loading.names import is_python


def main() -> NoReturn:
    """Run the command; see grader.cli."""
    try:
        _run()
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else 0)
    except KeyboardInterrupt:
        # While modules are imported; what comes later says how to go on.
        _leave(INTERRUPTED)


def _run() -> NoReturn:
    engine = None
    if _names_a_file(sys.argv[1:]):
        from grader.recording.start import can_fork
        from grader.single.engine import start_engine

        engine = start_engine(_wants_strict(sys.argv[1:])) if can_fork() else None
        # This process ends so soon that looking for garbage would only take time.
        gc.disable()
    from grader.cli import main as run

    run(engine=engine)


def _names_a_file(arguments: list[str]) -> bool:
    """Whether this is likely to be a call that grades one file."""
    return any(one == "-" or (is_python(one) and os.path.isfile(one)) for one in arguments)


def _wants_strict(arguments: list[str]) -> bool:
    """Whether strict isolation is likely to be asked for."""
    return any(one.endswith("strict") for one in (*arguments, os.environ.get("GRADE_ISOLATION", "")))


def _leave(code: int) -> NoReturn:
    """End this process at once: to take all modules down piece by piece takes as long as a run."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BrokenPipeError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
