"""What the kernel does with a filter, in pure Python: enough of classic BPF to run ours on any system."""

from __future__ import annotations

import struct

from grader.recording.confinement.bpf import Template

ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000


def verdict(
    template: Template, architecture: int, number: int, arguments: tuple[int, ...] = (), process: int = 1000
) -> str:
    """ "allow", "kill", or the errno as "errno 1", for one system call."""
    padded = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    data = struct.pack("=IIQ6Q", number, architecture, 0, *(value & (1 << 64) - 1 for value in padded))
    returned = _run(template.filled(process), data)
    if returned == ALLOW:
        return "allow"
    if returned == KILL:
        return "kill"
    assert returned & 0xFFFF0000 == ERRNO, hex(returned)
    return f"errno {returned & 0xFFFF}"


def _run(program: bytes, data: bytes) -> int:
    instructions = list(struct.iter_unpack("=HBBI", program))
    accumulator = place = 0
    while True:
        code, when_true, when_false, value = instructions[place]
        place += 1
        if code == 0x20:
            (accumulator,) = struct.unpack_from("=I", data, value)
        elif code == 0x05:
            place += value
        elif code == 0x06:
            return int(value)
        else:
            tests = {0x15: accumulator == value, 0x35: accumulator >= value, 0x45: bool(accumulator & value)}
            place += when_true if tests[code] else when_false
