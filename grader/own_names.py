"""Hints in the learner's own words: they are written with the article's names, and said with those of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from grader.syntax.names import names_in
from grader.syntax.statements import name_assigned_in
from grader.trace import Sight

MOST_CHARACTERS = 30
_BEFORE = r"(?:(?<=[({])|(?<=@ )|(?<=return )|(?<=not )|(?<==\s))"
_BEHIND = r"(?=\.shape|\.T|\[| [-+*@]?=| @)"
"""What stands before a name in code, and behind one, and seldom in a sentence."""
_TWICE = r"(print\([^()]*\))(?:\n\1)+"
_PLACE = r"""([^\W\d]\w*)(?:\.[^\W\d]\w*|\[(?:"\w+"|'\w+'|\d+)\])*"""
"""A name, an attribute, an item: `C`, `self.C`, `d["C"]`."""


def name_of(sights: Iterable[Sight], text: str) -> str | None:
    """What the file calls an array that was seen so, last; None when it has no name there that a line could use."""
    given = [name for sight in sights if sight.how in ("bind", "changed") for name in sorted(sight.site.names)]
    places = [place for place in (re.fullmatch(_PLACE, name[: MOST_CHARACTERS + 1]) for name in given) if place]
    known = names_in(text)
    named = [place.group() for place in places if place[1] in known and len(place.group()) <= MOST_CHARACTERS]
    return next((name for name in reversed(named) if not _holds_another(name, named)), None)


def _holds_another(name: str, others: Iterable[str]) -> bool:
    """Whether one of these names is that of an attribute, or an item, of what has the name."""
    return any(other.startswith((f"{name}.", f"{name}[")) for other in others)


def in_own_names(hint: str, names: Mapping[str, str]) -> str:
    """The same, with each of the article's names, or expressions, that stands in code as the file calls it."""
    for expression in (name for name in names if " " in name):
        hint = hint.replace(expression, names[expression])
    said = _said(hint, names)
    if lost := _lost_in(said):
        said = _said(hint, {name: own for name, own in names.items() if own not in lost})
    # One name for several layers: it is printed after each.
    return re.sub(_TWICE, r"\1 after each product", said)


def _lost_in(code: str) -> set[str]:
    """The names that get a value twice in some lines of code, of which nothing reads the first."""
    unread: set[str] = set()
    lost: set[str] = set()
    for row in code.split("\n"):
        made = name_assigned_in(row)
        unread -= names_in(row.partition("=")[2] if made else row)
        if made in unread:
            lost.add(made)
        if made:
            unread.add(made)
    return lost


def _said(hint: str, names: Mapping[str, str]) -> str:
    """The hint with the names of the file in the place of the article's."""
    known = "|".join(re.escape(name) for name in names if " " not in name)
    if not known:
        return hint
    code = rf"(?<![\w.]){_BEFORE}(?:{known})(?!\w)|(?<![\w.])(?:{known}){_BEHIND}"
    return re.sub(code, lambda found: _own(found, names), hint)


def _own(found: re.Match[str], names: Mapping[str, str]) -> str:
    """What stands for one of the article's names; where a value is given, and what stands for it is no name, itself."""
    given = re.match(r" =(?!=)", found.string[found.end() :])
    own = names[found.group()]
    return found.group() if given and "(" in own else own
