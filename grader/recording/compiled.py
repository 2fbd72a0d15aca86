"""What a submission compiles to, the same for every plan: compiled once, and sent along with each of its runs."""

from __future__ import annotations

import marshal
import types

import msgspec

from grader.recording.events import Site


class Compiled(msgspec.Struct, frozen=True):
    """A submission's instrumented code, not yet bound to a recorder.

    code: marshalled; sites: by their numbers; protected: lines whose exceptions the code may catch itself;
    functions, named: see Survey.
    """

    code: bytes
    sites: list[Site]
    protected: tuple[tuple[int, int], ...]
    functions: tuple[tuple[int, str], ...]
    named: tuple[tuple[int, str], ...]

    def unmarshalled(self) -> types.CodeType:
        """The code itself."""
        code = marshal.loads(self.code)
        if not isinstance(code, types.CodeType):
            raise TypeError("this is no code")
        return code
