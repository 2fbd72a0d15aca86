"""What an author of exercises writes into `pack.toml` and `spec.toml`, read strictly. No NumPy is needed for that."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple, TypeVar

import msgspec

PACK, EXERCISE = "pack.toml", "spec.toml"

Family = Literal[
    "matmul",
    "scalars",
    "numbers",
    "sums",
    "terms",
    "turned",
    "mirrored",
    "flipped",
    "shifted",
    "crossed",
    "slid",
    "lifted",
    "swapped",
    "rest",
    "first",
    "second",
    "third",
    "fourth",
]
Spec = TypeVar("Spec")


class PackError(Exception):
    """An exercise's own mistakes, each as `file:line: what is wrong; what to do`."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class Misconception(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A known mistake. value: the formula over the givens that it computes; says: the sentence that teaches."""

    id: str
    says: str
    hint: str | None = None
    value: str | None = None


class Mistake(NamedTuple):
    """Which known mistake: exercises may explain the same one in words of their own.

    exercise: the id of the one that explains it; nothing where the pack does, of whole files.
    """

    id: str
    exercise: str = ""


class ResizeSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Arrays of `shape` that the submission gets from a call have fewer entries along `axis`, or `size` of them."""

    shape: tuple[int, ...]
    axis: int
    size: int | None = None


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scenario as a spec writes it."""

    seed: Literal["other"] | None = None
    given: Literal["other"] | None = None
    broken: tuple[Family, ...] = ()
    resize: tuple[ResizeSpec, ...] = ()


class ExerciseSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exercise's `spec.toml`."""

    title: str
    points: int
    given: dict[str, str]
    answer: str | None = None
    scenario: dict[str, Scenario] = {}
    misconception: tuple[Misconception, ...] = ()


class PackSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`pack.toml`."""

    title: str
    version: str
    exercises: tuple[str, ...]
    misconception: tuple[Misconception, ...] = ()


class Specs(msgspec.Struct, frozen=True):
    """All that the specs of a pack say: its own, and those of its exercises, by their ids."""

    pack: PackSpec
    exercises: dict[str, ExerciseSpec]

    @classmethod
    def read(cls, folder: str | os.PathLike[str]) -> Specs:
        """The specs of the pack in `folder`. Raises PackError with every mistake in them."""
        problems: list[str] = []
        pack = read_spec(os.path.join(folder, PACK), PackSpec, problems)
        names = pack.exercises if pack else ()
        read = {name: read_spec(spec_path(folder, name), ExerciseSpec, problems) for name in names}
        if problems or pack is None:
            raise PackError(problems)
        return cls(pack, {name: spec for name, spec in read.items() if spec})


def exercise_folder(pack: str | os.PathLike[str], exercise: str) -> str:
    """Where an exercise of the pack in a folder is: a package of Python's, so that no hyphen is in its name."""
    return os.path.join(pack, exercise.replace("-", "_"))


def spec_path(pack: str | os.PathLike[str], exercise: str) -> str:
    """The `spec.toml` of an exercise of the pack in a folder."""
    return os.path.join(exercise_folder(pack, exercise), EXERCISE)


def explanations(folder: str | os.PathLike[str]) -> dict[Mistake, str]:
    """What the pack in `folder` says of each mistake. Raises PackError when it is not sound."""
    specs = Specs.read(folder)
    found = {Mistake(misconception.id): misconception.says for misconception in specs.pack.misconception}
    for exercise, spec in specs.exercises.items():
        found |= {Mistake(one.id, exercise): one.says for one in plainest(spec.misconception)}
    return found


def plainest(misconceptions: Sequence[Misconception]) -> list[Misconception]:
    """One for each id: the one that explains itself without a formula, where there is one."""
    found: dict[str, Misconception] = {}
    for misconception in misconceptions:
        if misconception.id not in found or (misconception.value is None and found[misconception.id].value is not None):
            found[misconception.id] = misconception
    return list(found.values())


def exercise_ids(folder: str | os.PathLike[str]) -> tuple[str, ...]:
    """The exercises of the pack in `folder`, in their order. Raises PackError when it is not sound."""
    problems: list[str] = []
    pack = read_spec(os.path.join(folder, PACK), PackSpec, problems)
    if pack is None:
        raise PackError(problems)
    return pack.exercises


def read_spec(path: str, kind: type[Spec], problems: list[str]) -> Spec | None:
    """The spec at `path`; None, and what is wrong among the `problems`, when it is not sound."""
    # Whoever is given specs that were read already does without.
    import tomllib

    try:
        text = _text(path)
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{path}: cannot be read ({error})")
        return None
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        problems.append(f"{path}:{line.group(1) if line else 1}: this is not TOML: {error}")
    except msgspec.ValidationError as error:
        problems.append(_explain(path, text, kind, str(error)))
    return None


def _explain(path: str, text: str, kind: type[Any], message: str) -> str:
    """A validation error with its line in the file and, for an unknown key, what may have been meant."""
    unknown = re.search(r"unknown field `(.+?)`(?: - at `(.+)`)?", message)
    if unknown is None:
        place = re.search(r" - at `\$\.?(.*)`", message)
        words = re.findall(r"[\w-]+", place.group(1)) if place else []
        return (
            f"{path}:{_line_of(text, words)}: {message.split(' - at ')[0]}{' in ' + '.'.join(words) if words else ''}"
        )
    key, where = unknown.group(1), unknown.group(2) or "$"
    words = re.findall(r"[\w-]+", where)
    import difflib

    near = difflib.get_close_matches(key, _known_keys(kind), n=1)
    meant = f'; did you mean "{near[0]}"?' if near else ""
    table = f" in [{'.'.join(word for word in words if not word.isdigit())}]" if words else ""
    return f'{path}:{_line_of(text, [*words, key])}: unknown key "{key}"{table}{meant}'


def _known_keys(kind: type[Any]) -> list[str]:
    return [name for spec in (kind, Scenario, Misconception) for name in spec.__struct_fields__]


def _line_of(text: str, words: Sequence[str]) -> int:
    """The line where the last of a path's words stands; a number counts tables of the same name."""
    lines = text.splitlines()
    start = 0
    for index, word in enumerate(words):
        if word.isdigit():
            continue
        repeat = int(words[index + 1]) if index + 1 < len(words) and words[index + 1].isdigit() else 0
        pattern = re.compile(rf"^\s*(\[+[\w.-]*\b{re.escape(word)}\b.*\]|\"?{re.escape(word)}\"?\s*=)")
        hits = [number for number, line in enumerate(lines) if number >= start and pattern.match(line)]
        if len(hits) > repeat:
            start = hits[repeat]
    return start + 1


def line_in(path: str, *words: str) -> int:
    """The line of a spec that a path of keys leads to."""
    return _line_of(_text(path), words)


def _text(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()
