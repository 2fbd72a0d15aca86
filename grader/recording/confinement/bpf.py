"""Classic BPF, as much of it as a system call filter needs: instructions, argument checks, a decision tree.

Numbers are from linux/filter.h and linux/seccomp.h. A jump has 8 bits and counts from the next instruction.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LOAD = 0x20
JUMP = 0x05
JUMP_EQUAL = 0x15
JUMP_AT_LEAST = 0x35
JUMP_ANY_BIT = 0x45
RETURN = 0x06

ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
ERRNO = 0x00050000

NUMBER_OFFSET = 0
ARCHITECTURE_OFFSET = 4
FARTHEST = 255

OWN_PROCESS = -1
"""Stands for the confined process's own id in a template."""

_REFUSE = -2
_FORMAT = struct.Struct("=HBBI")


class Instruction(NamedTuple):
    """One instruction. value: its constant, or OWN_PROCESS. Offsets may be _REFUSE until a rule is closed."""

    code: int
    value: int
    when_true: int = 0
    when_false: int = 0


Block = tuple[Instruction, ...]


class Segment(NamedTuple):
    """System calls from `first` up to the next segment's first are decided by `block`."""

    first: int
    block: Block


class Template(NamedTuple):
    """An assembled program with the places where the process's own id goes."""

    code: bytes
    holes: tuple[int, ...]

    def filled(self, process: int) -> bytes:
        """The program for that process."""
        program = bytearray(self.code)
        for hole in self.holes:
            struct.pack_into("=I", program, hole, process)
        return bytes(program)


def answer(value: int) -> Block:
    """A block that gives one verdict."""
    return (Instruction(RETURN, value),)


def refusal(number: int) -> int:
    """The verdict that makes a call fail with that errno."""
    return ERRNO | number


def low(argument: int) -> Instruction:
    """Load the low half of an argument (0 to 5) of struct seccomp_data."""
    return Instruction(LOAD, 16 + 8 * argument)


def high(argument: int) -> Instruction:
    """Load its high half."""
    return Instruction(LOAD, 20 + 8 * argument)


def one_of(argument: int, values: Sequence[int]) -> Block:
    """The low half of the argument is one of `values`."""
    last = len(values) - 1
    tests = (
        Instruction(JUMP_EQUAL, value, last - place, 0 if place < last else _REFUSE)
        for place, value in enumerate(values)
    )
    return (low(argument), *tests)


def null(argument: int) -> Block:
    """All 64 bits of the argument are zero."""
    zero = Instruction(JUMP_EQUAL, 0, 0, _REFUSE)
    return (low(argument), zero, high(argument), zero)


def has_bits(argument: int, bits: int) -> Block:
    """At least one of `bits` is set in the low half."""
    return (low(argument), Instruction(JUMP_ANY_BIT, bits, 0, _REFUSE))


def lacks_bits(argument: int, bits: int) -> Block:
    """None of `bits` is set in the low half."""
    return (low(argument), Instruction(JUMP_ANY_BIT, bits, _REFUSE, 0))


def has_bits_if(argument: int, condition: int, bits: int) -> Block:
    """If one of `condition` is set in the low half, then one of `bits` is as well."""
    return (
        low(argument),
        Instruction(JUMP_ANY_BIT, condition, 0, 1),
        Instruction(JUMP_ANY_BIT, bits, 0, _REFUSE),
    )


def allow_when(checks: Iterable[Block], otherwise: int) -> Block:
    """A closed rule: allow when all checks hold, else the verdict `otherwise`."""
    body = [instruction for check in checks for instruction in check]
    end = len(body)
    closed = (
        instruction._replace(
            when_true=end - place if instruction.when_true == _REFUSE else instruction.when_true,
            when_false=end - place if instruction.when_false == _REFUSE else instruction.when_false,
        )
        for place, instruction in enumerate(body)
    )
    return (*closed, *answer(ALLOW), *answer(otherwise))


def decide(segments: Sequence[Segment]) -> Block:
    """A binary search for the segment of the loaded number."""
    if len(segments) == 1:
        return segments[0].block
    middle = len(segments) // 2
    below = decide(segments[:middle])
    return (*_at_least(segments[middle].first, len(below)), *below, *decide(segments[middle:]))


def _at_least(value: int, distance: int) -> Block:
    if distance <= FARTHEST:
        return (Instruction(JUMP_AT_LEAST, value, distance, 0),)
    return (Instruction(JUMP_AT_LEAST, value, 0, 1), Instruction(JUMP, distance))


def program(architecture: int, segments: Sequence[Segment]) -> Block:
    """A whole filter: another architecture is killed, a number is looked up."""
    return (
        Instruction(LOAD, ARCHITECTURE_OFFSET),
        Instruction(JUMP_EQUAL, architecture, 1, 0),
        *answer(KILL_PROCESS),
        Instruction(LOAD, NUMBER_OFFSET),
        *decide(segments),
    )


def assemble(block: Block) -> Template:
    """The bytes of struct sock_filter[]."""
    code = bytearray()
    holes = []
    for instruction in block:
        value = instruction.value
        if value == OWN_PROCESS:
            holes.append(len(code) + 4)
            value = 0
        code += _FORMAT.pack(instruction.code, instruction.when_true, instruction.when_false, value)
    return Template(bytes(code), tuple(holes))
