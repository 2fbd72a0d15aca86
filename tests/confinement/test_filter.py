"""The system call filter, run by an interpreter of BPF: every number, on any system."""

from __future__ import annotations

import errno
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.recording.confinement import Layers, bpf, seccomp
from grader.recording.confinement.tables import AARCH64, X86_64, Architecture
from tests.confinement.bpf_machine import verdict

BOTH = Layers(namespaces=True, landlock=7, seccomp=True)
OLD_LANDLOCK = Layers(landlock=1, seccomp=True)
ARCHITECTURES = [X86_64, AARCH64]
OWN = 4242
REFUSED, ABSENT = f"errno {errno.EPERM}", f"errno {errno.ENOSYS}"
TEMPLATES = {
    (architecture.name, layers): seccomp.template(architecture, layers)
    for architecture in ARCHITECTURES
    for layers in (BOTH, OLD_LANDLOCK)
}
words = st.integers(0, 2**64 - 1)
arguments = st.tuples(words, words, words, words, words, words)
architectures = st.sampled_from(ARCHITECTURES)


def ask(architecture: Architecture, call: str | int, *values: int, layers: Layers = BOTH) -> str:
    number = architecture.numbers[call] if isinstance(call, str) else call
    return verdict(TEMPLATES[architecture.name, layers], architecture.audit, number, values, process=OWN)


@pytest.mark.parametrize("layers", [BOTH, OLD_LANDLOCK])
@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda each: each.name)
@pytest.mark.parametrize("value", [0, 1, OWN, 2**32 - 1, 2**64 - 1])
def test_only_what_is_on_the_list_is_allowed(architecture: Architecture, layers: Layers, value: int) -> None:
    names = {number: name for name, number in architecture.numbers.items()}
    by_argument = seccomp.rules(layers)
    for number in [*range(601), 0x40000000, 0x40000000 + 39, 2**32 - 1]:
        got = ask(architecture, number, *[value] * 6, layers=layers)
        name = names.get(number, "")
        known = any(first <= number <= last for first, last in architecture.known)
        if name in seccomp.allowed(layers):
            assert got == "allow", name
        elif name in by_argument:
            assert got in ("allow", REFUSED), name
        elif name in seccomp.ABSENT or not known:
            assert got == ABSENT, number
        else:
            assert got == REFUSED, (number, name)


@given(st.integers(0, 2**32 - 1), arguments, architectures, st.integers(0, 2**32 - 1))
def test_another_architecture_is_killed(
    number: int, values: tuple[int, ...], architecture: Architecture, foreign: int
) -> None:
    if foreign == architecture.audit:
        return
    assert verdict(TEMPLATES[architecture.name, BOTH], foreign, number, values) == "kill"


@given(architectures, words, arguments)
def test_clone_makes_threads_only(architecture: Architecture, flags: int, rest: tuple[int, ...]) -> None:
    thread = bool(flags & 0x10000) and not flags & 0x7E020000
    assert ask(architecture, "clone", flags, *rest[:5]) == ("allow" if thread else REFUSED)


@given(architectures, st.one_of(st.just(OWN), st.just(0), words), arguments)
def test_signals_go_to_the_process_itself_only(architecture: Architecture, target: int, rest: tuple[int, ...]) -> None:
    for call in ("kill", "tgkill"):
        expected = "allow" if target & 0xFFFFFFFF == OWN else REFUSED
        assert ask(architecture, call, target, *rest[:5]) == expected


@given(architectures, st.one_of(st.just(0), st.just(1 << 32), words))
def test_limits_can_be_asked_for_but_not_set(architecture: Architecture, new_limit: int) -> None:
    assert ask(architecture, "prlimit64", 0, 7, new_limit) == ("allow" if new_limit == 0 else REFUSED)
    assert ask(architecture, "prlimit64", OWN + 1, 7, 0) == REFUSED


@given(architectures, st.one_of(st.just(0), st.just(1 << 32), words))
def test_nothing_is_sent_to_an_address(architecture: Architecture, address: int) -> None:
    assert ask(architecture, "sendto", 3, 1, 1, 0, address) == ("allow" if address == 0 else REFUSED)


@given(architectures, st.integers(0, 2**32 - 1))
def test_only_listed_commands_reach_a_descriptor(architecture: Architecture, command: int) -> None:
    for call, commands in (("ioctl", seccomp.IOCTL_COMMANDS), ("fcntl", seccomp.FCNTL_COMMANDS)):
        assert ask(architecture, call, 3, command) == ("allow" if command in commands else REFUSED)


def test_owners_of_descriptors_and_terminals_are_out_of_reach() -> None:
    set_owner, set_signal, set_owner_extended = 8, 10, 15
    assert not {set_owner, set_signal, set_owner_extended} & set(seccomp.FCNTL_COMMANDS)
    tiocsti, tioclinux, fiosetown = 0x5412, 0x541C, 0x8901
    assert not {tiocsti, tioclinux, fiosetown} & set(seccomp.IOCTL_COMMANDS)


@given(architectures, st.integers(0, 2**32 - 1))
def test_opening_truncates_nothing_that_is_only_readable_where_landlock_is_old(
    architecture: Architecture, flags: int
) -> None:
    expected = REFUSED if flags & 0o1000 and not flags & 0o3 else "allow"
    assert ask(architecture, "openat", 0, 0, flags, layers=OLD_LANDLOCK) == expected
    assert ask(architecture, "openat", 0, 0, flags) == "allow"
    assert ask(architecture, "truncate", 0, 0, layers=OLD_LANDLOCK) == REFUSED


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda each: each.name)
def test_what_libc_replaces_is_absent(architecture: Architecture) -> None:
    for call in ("clone3", "openat2", "fchmodat2", "mseal"):
        assert ask(architecture, call) == ABSENT


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda each: each.name)
def test_every_name_has_a_number_somewhere(architecture: Architecture) -> None:
    everywhere = set(X86_64.numbers) | set(AARCH64.numbers)
    assert everywhere >= seccomp.ALLOWED | seccomp.ABSENT | set(seccomp.rules(BOTH))
    assert len(set(architecture.numbers.values())) == len(architecture.numbers)


@pytest.mark.parametrize(
    ("call", "x86_64", "aarch64"),
    [
        ("landlock_create_ruleset", 444, 444),
        ("seccomp", 317, 277),
        ("prctl", 157, 167),
        ("capset", 126, 91),
        ("mount", 165, 40),
        ("umount2", 166, 39),
        ("pivot_root", 155, 41),
        ("unshare", 272, 97),
        ("clone", 56, 220),
        ("prlimit64", 302, 261),
        ("read", 0, 63),
        ("openat", 257, 56),
        ("execve", 59, 221),
    ],
)
def test_numbers_are_the_kernels(call: str, x86_64: int, aarch64: int) -> None:
    assert (X86_64.numbers[call], AARCH64.numbers[call]) == (x86_64, aarch64)


def test_a_program_fits_the_kernels_bound() -> None:
    for template in TEMPLATES.values():
        assert len(template.code) // 8 <= 4096
        assert template.holes


@given(st.lists(st.integers(1, 2000), unique=True, min_size=1, max_size=400), st.integers(0, 2100))
def test_the_decision_tree_finds_the_segment_at_any_distance(firsts: list[int], number: int) -> None:
    starts = [0, *sorted(firsts)]
    segments = [bpf.Segment(first, bpf.answer(bpf.refusal(1 + place))) for place, first in enumerate(starts)]
    template = bpf.assemble(bpf.program(X86_64.audit, segments))
    expected = max(place for place, first in enumerate(starts) if first <= number)
    assert verdict(template, X86_64.audit, number) == f"errno {1 + expected}"


def test_a_template_is_filled_with_the_process() -> None:
    template = bpf.assemble(bpf.allow_when([bpf.one_of(0, (bpf.OWN_PROCESS,))], bpf.refusal(1)))
    (hole,) = template.holes
    assert struct.unpack_from("=I", template.filled(77), hole) == (77,)
    assert struct.unpack_from("=I", template.code, hole) == (0,)
