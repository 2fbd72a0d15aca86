"""Opens the best sandbox that this machine has."""

from __future__ import annotations

from grader.recording.sandbox import Sandbox, SandboxError
from grader.recording.start import Started, can_fork
from grader.result import Isolation


def open_sandbox(level: Isolation = "basic", started: Started | None = None) -> Sandbox:
    """The best sandbox of that level that this machine has, around a launcher that was `started` already if given.

    Raises SandboxError when it has none.
    """
    if can_fork():
        from grader.recording.warm import WarmSandbox

        return WarmSandbox(level, started)
    if level == "strict":
        raise SandboxError(
            "strict isolation needs Linux; --isolation basic accepts less (only for files that you trust)"
        )
    from grader.recording.plain import PlainSandbox

    return PlainSandbox()
