"""What an instructor is told about a download: about a student always, about files that are alike once and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from grader.entry import Remark
from grader.text import one_line, shortened, some

MOST_ALIKE = 20
MOST_NAMED = 5
LONGEST_SHOWN = 200
LONGEST_PATH = 4096
LEFT_OUT = "left out: "


class Remarks:
    """Remarks in the order in which they were made. Of those in the same words about files, the first are listed."""

    def __init__(self, earlier: Iterable[Remark] = ()) -> None:
        self._made = list(earlier)
        self._alike: Counter[str] = Counter()

    def about_student(self, student: str, message: str, path: str | None = None, *, name: str | None = None) -> None:
        """Something about one student, who is called `name`; never left out."""
        self._made.append(Remark(message=message, student=student, path=path, name=name))

    def without(self, student: str, message: str, *, handed_in: bool = False, name: str | None = None) -> None:
        """Why a student has no submission; handed_in: there are files of that student all the same."""
        told = Remark(message=message, student=student, without=True, handed_in=handed_in, name=name)
        self._made.append(told)

    def about_file(self, path: str, message: str) -> None:
        """Something about a file or folder that may hold for many of them."""
        self._alike[message] += 1
        if self._alike[message] <= MOST_ALIKE:
            self._made.append(Remark(message=message, path=path[:LONGEST_PATH]))

    def left_out(self, path: str, reason: str) -> None:
        """A file or folder is not looked at."""
        self.about_file(path, f"{LEFT_OUT}{reason}")

    def say(self, message: str) -> None:
        """Something about the whole."""
        self._made.append(Remark(message=message))

    def all(self) -> tuple[Remark, ...]:
        """The remarks, and how many more there would be."""
        more = (
            Remark(message=f"{count - MOST_ALIKE} more {'is' if count - MOST_ALIKE == 1 else 'are'} {message}")
            for message, count in self._alike.items()
            if count > MOST_ALIKE
        )
        return (*self._made, *more)


def shown(text: str) -> str:
    """Text from a file's name or an error, fit to stand in a sentence."""
    return one_line(shortened(text, LONGEST_SHOWN))


def listed(names: Iterable[str]) -> str:
    """The first few of several names, and how many more there are."""
    return some([shortened(name, LONGEST_SHOWN) for name in names], MOST_NAMED)


def counted(count: int, thing: str) -> str:
    """A number of things: `1 file`, `2 files`."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
