"""Which row of a gradebook is about whom: by ids, by e-mail, and at last by name, where only one can be meant."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from grader.export.form import letters_of
from grader.text import person

_ADDRESS, _NUMBER, _TEXT, _NAME = "address", "number", "text", "name"


class Mark(NamedTuple):
    """What one student got: None where nothing could be judged.

    names: what the student may be called, the surest first, `name` among it; handed_in: what was no submission.
    """

    student: str
    names: tuple[str, ...]
    name: str | None
    score: float | None
    max_score: float
    handed_in: bool = True

    def points(self, maximum: float | None) -> float | None:
        """The score as points of a column's maximum."""
        return self.score if maximum is None or self.score is None else self.score / self.max_score * maximum

    def shown(self, hidden: str) -> Mark:
        """The mark without a name that is `hidden`, as what stands for all names where they are not shown.

        Of `Teilnehmer/in`, a file's name has the first word alone.
        """
        words = set(_words_of((self.name or "").casefold()))
        return self._replace(name=None) if words and words <= set(_words_of(hidden.casefold())) else self


def mark_of(student: str, others: Iterable[str | None], name: str | None, score: float | None, most: float) -> Mark:
    """The mark of a student who is also called `others`, and `name`."""
    names = tuple(dict.fromkeys(one for one in (student, *others, name) if one))
    return Mark(student, names, name, score, most)


class Pairing(NamedTuple):
    """Rows with the marks that belong to them; the rest as `Filled` has it.

    ambiguous: students whose row cannot be told, with those that it may be; contested: rows that may be several's; odd:
    by student, the row whose id fits and whose name is another's, and both names; namesakes: the row whose name fits
    and whose id is another's, likewise; telling: of what kinds the ids are by which students were found.
    """

    found: dict[int, Mark]
    ambiguous: dict[str, list[int]]
    contested: set[int]
    by_name: list[str]
    odd: dict[str, tuple[int, str]]
    namesakes: dict[str, tuple[int, str]]
    telling: set[str]


class Person(NamedTuple):
    """Whom a row is about. ids: what that student may be called, the surest first; name: what people call them."""

    ids: Sequence[str]
    name: str | None


def paired(people: Mapping[int, Person], marks: Sequence[Mark]) -> Pairing:
    """Find each mark's row among those of `people`.

    By ids before names; by each of them exactly, then whatever the case, then by letters alone. A row whose id fits
    and whose name is somebody else's is not taken, and none whose name fits and whose id is somebody else's.
    """
    pairing = Pairing({}, {}, set(), [], {}, {}, set())
    for called in (_ids_of, _name_of):
        for same in (str, str.casefold, letters_of):
            _pair(pairing, people, marks, called, same)
    settled = {mark.student for mark in pairing.found.values()}
    for student, rows in list(pairing.ambiguous.items()):
        # Where each of the rows became another one's by an id, there is none for this student.
        if student in settled or all(row in pairing.found for row in rows):
            del pairing.ambiguous[student]
    for unlike in (pairing.odd, pairing.namesakes):
        for student in settled.intersection(unlike):
            del unlike[student]
        pairing.contested.update(row for row, _ in unlike.values() if row not in pairing.found)
    return pairing


def names_agree(people: Mapping[int, Person], marks: Sequence[Mark]) -> bool:
    """Whether of those who are found by an id at least half have the name of their row."""
    by_id = {one: mark for mark in marks for one in _ids_of(mark)}
    pairs = [(by_id[one], one, row.name) for row in people.values() for one in row.ids[:1] if one in by_id]
    return 2 * sum(_is_anothers(*pair) for pair in pairs) <= len(pairs)


def _ids_of(mark: Mark) -> list[str]:
    return [one for one in mark.names if one != mark.name or one == mark.student]


def _name_of(mark: Mark) -> list[str]:
    return [mark.name] if mark.name else []


def _pair(
    pairing: Pairing,
    people: Mapping[int, Person],
    marks: Sequence[Mark],
    called: Callable[[Mark], list[str]],
    same: Callable[[str], str],
) -> None:
    """One pass over the marks that have no row yet. Namesakes count, whoever of them has a row already."""
    if same is letters_of:
        # Of ids and addresses each mark counts.
        same = _letters_of_a_name
    rows_of: dict[str, list[int]] = {}
    for row, one in people.items():
        for name in dict.fromkeys(filter(None, map(same, one.ids))):
            rows_of.setdefault(name, []).append(row)
    holders = Counter(name for mark in marks for name in {same(name) for name in mark.names})
    taken = {mark.student for mark in pairing.found.values()}
    found: dict[int, tuple[Mark, str]] = {}
    for mark in marks:
        for name in called(mark) if mark.student not in taken else ():
            places = rows_of.get(same(name), [])
            free = [row for row in places if row not in pairing.found]
            others = next((row for row in free if _is_anothers(mark, name, people[row].name)), None)
            if others is not None:
                told = f"{mark.student} ({mark.name} → {people[others].name})"
                pairing.odd.setdefault(mark.student, (others, told))
                # An address is one person's: whoever's it is, the file tells its students by them.
                if _kind_of(name) == _ADDRESS:
                    pairing.telling.add(_ADDRESS)
            if not free or others is not None:
                continue
            if len(places) > 1 or holders[same(name)] > 1:
                pairing.ambiguous.setdefault(mark.student, []).extend(free)
                pairing.contested.update(free)
            elif called is _name_of and (other := _other_id(mark, people[free[0]], pairing.telling)):
                told = f"{person(mark.student, mark.name)}: there it is {other}"
                pairing.namesakes.setdefault(mark.student, (free[0], told))
            else:
                found[free[0]] = mark, name
            break
    for row, (mark, name) in found.items():
        pairing.found[row] = mark
        if called is _ids_of:
            pairing.telling.add(_kind_of(name))
        if name == mark.name != mark.student and any(" " not in one for one in people[row].ids):
            # Where a file has nothing but names, there is no other way.
            pairing.by_name.append(person(mark.student, mark.name))


def _other_id(mark: Mark, one: Person, telling: set[str]) -> str | None:
    """The id that a row has instead of the student's, where it is of a kind by which others of the class were found."""
    for kind in telling - {_NAME}:
        mine = {name.casefold() for name in _ids_of(mark) if _kind_of(name) == kind}
        theirs = [name for name in one.ids if name != one.name and _kind_of(name) == kind]
        if mine and theirs and mine.isdisjoint(map(str.casefold, theirs)):
            return theirs[0]
    return None


def _kind_of(name: str) -> str:
    """What kind of id a text is, so that two of one kind may say that two people are meant."""
    if "@" in name:
        return _ADDRESS
    if " " in name:
        return _NAME
    return _NUMBER if name.isdecimal() else _TEXT


def _letters_of_a_name(name: str) -> str:
    """The letters of what may be people's name; nothing of an id or an address."""
    return "" if re.search(r"[\d@_]|\S\.\S", name) else letters_of(name)


def _is_anothers(mark: Mark, name: str, full: str | None) -> bool:
    """Whether a row that an id fits is called as somebody else: no word of the one name is part of the other.

    Names in different scripts cannot be compared, and an initial says no more than that it may be the same.
    """
    if not mark.name or not full or name == mark.name:
        return False
    if _scripts_of(mark.name).isdisjoint(_scripts_of(full)):
        return False
    words, others = ({*map(letters_of, _words_of(one))} for one in (mark.name, full))
    if words & others or _has_initial_of(words, others) or _has_initial_of(others, words):
        return False
    # In one word there may be several names: "doejane".
    glued = ((some, next(iter(one))) for some, one in ((words, others), (others, words)) if len(one) == 1)
    return not any(word in whole for some, whole in glued for word in some)


def _scripts_of(name: str) -> set[str]:
    """What the letters of a name belong to, as Unicode calls it: LATIN, CYRILLIC."""
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in name if letter.isalpha()}


def _has_initial_of(words: Collection[str], others: Collection[str]) -> bool:
    return any(len(word) == 1 and other.startswith(word) for word in words for other in others)


def _words_of(name: str) -> list[str]:
    """The parts of a name but for initials; of one that has nothing but parts of one letter, these."""
    return re.findall(r"\w{2,}", name) or re.findall(r"\w", name)
