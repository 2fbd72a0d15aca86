"""Which layers this machine offers, found by trying; see probes.py for what is tried."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from .layers import REFUSALS, Layers

_SECONDS = 30
_LAYERS = ("namespaces", "landlock", "seccomp")


class ProbeLine(NamedTuple):
    """One probe: whether it works, what was seen (with the errno's words), and what can be done about it."""

    name: str
    works: bool
    detail: str
    advice: str = ""


class Availability(NamedTuple):
    """The probes of this machine, and the layers that were found to hold."""

    lines: tuple[ProbeLine, ...]
    layers: Layers = Layers()

    @property
    def strict(self) -> bool:
        """Whether strict isolation can be had: each refusal by a layer, and no self-test failed."""
        return not self.missing

    @property
    def missing(self) -> tuple[str, ...]:
        """Why strict isolation cannot be had, as sentences; empty if it can."""
        promised = self.layers.refused()
        reasons = [sentence for kind, sentence in REFUSALS.items() if kind not in promised]
        failed = [line for line in self.lines if not line.works]
        tests = [line for line in failed if line.name.startswith("self-test")]
        if not reasons and not tests:
            return ()
        causes = [line for line in failed if line.name in (*_LAYERS, "probes")]
        return (*reasons, *(_sentence(line) for line in (*causes, *tests)))


def _sentence(line: ProbeLine) -> str:
    return f"{line.name}: {line.detail}" + (f" ({line.advice})" if line.advice else "")


def available(quick: bool = False) -> Availability:
    """Probe this machine in a process of its own; safe in a process with threads.

    quick: only what decides about `strict`, for the start of a run. Else all that `grade doctor` lists.
    """
    if not sys.platform.startswith("linux"):
        return _unavailable(f"confinement needs Linux, this is {sys.platform}")
    if not sys.executable:
        return _unavailable("the path of this Python interpreter is unknown")
    import subprocess

    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "probes.py")
    command = [sys.executable, "-I", "-S", "-B", program, "quick" if quick else "full"]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            env={name: os.environ[name] for name in ("TMPDIR", "LD_LIBRARY_PATH") if name in os.environ},
            encoding="utf-8",
            errors="replace",
        )
    except subprocess.TimeoutExpired:
        return _unavailable(f"the probes did not end within {_SECONDS} seconds")
    except OSError as error:
        return _unavailable(f"the probes cannot be started: {error}")
    found = understood(done.stdout)
    if done.returncode == 0:
        return found if quick else found._replace(lines=(*found.lines, _threads()))
    reason = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
    return _unavailable(f"the probes ended early: {reason}")


def understood(output: str) -> Availability:
    """The lines that the probes printed, and the layers that they prove."""
    lines = []
    for text in output.splitlines():
        parts = text.split("\t")
        if len(parts) == 4:
            name, works, detail, advice = parts
            lines.append(ProbeLine(name, works == "1", detail, advice))
    proven = {line.name: line.detail for line in lines if line.works}
    version = proven.get("landlock", "").rpartition(" ")[2]
    layers = Layers("namespaces" in proven, int(version) if version.isdigit() else 0, "seccomp" in proven)
    return Availability(tuple(lines), layers)


def _unavailable(reason: str) -> Availability:
    return Availability((ProbeLine("probes", False, reason),))


def _threads() -> ProbeLine:
    """Whether NumPy stays in one thread when told so: a process with several is not forked."""
    import subprocess

    product = "import os, numpy; a = numpy.ones((64, 64)); a @ a"
    script = f"{product}; print(len(os.listdir('/proc/self/task')))"
    variables = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", "-c", script],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            env={**variables, "PATH": os.defpath},
            encoding="utf-8",
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        return ProbeLine("NumPy in one thread", False, str(error))
    if done.stdout.strip() == "1":
        return ProbeLine("NumPy in one thread", True, "1 thread after an import and a product")
    reason = done.stdout.strip() or (done.stderr.strip().splitlines() or ["no answer"])[-1]
    return ProbeLine("NumPy in one thread", False, reason, "another BLAS library makes threads: see OMP_NUM_THREADS")
