"""Which of several attempts is the newest, as platforms write down when or as which an attempt was handed in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from grader.text import natural

_NUMBER = re.compile(r"\d{1,18}")
_IN_NUMBERS = re.compile(
    r"(\d{4})\D(\d{1,2})\D(\d{1,2})(?:\D{1,2}(\d{1,2})\D?(\d\d)(?:\D(\d\d)(\.\d{1,6})?)?)?(.*)", re.DOTALL
)
_OFFSET = re.compile(r".*([+-])(\d\d):?(\d\d)", re.DOTALL)
_YEAR = re.compile(r"(?<!\d)\d{4}(?=\D|$)")
_MONTH = re.compile(r"[^\W\d_]{3,}")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_TIME = re.compile(r"(?<!\d)(\d{1,2})(?:\D?|\sh\s)(\d\d)(?:\s*([ap])\.?\s?m\.?)?\s*$", re.IGNORECASE)
_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fev", "fév"),
    ("mar", "mär", "mrt"),
    ("apr", "abr", "avr"),
    ("may", "mai", "mei", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aoû", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "out", "ott"),
    ("nov",),
    ("dec", "déc", "dez", "dic"),
)
"""How months begin in English, French, German, Spanish, Portuguese, Italian and Dutch."""


class Order(NamedTuple):
    """Attempts, the oldest first. by: what they were ordered by."""

    attempts: tuple[str, ...]
    by: str

    @property
    def is_sure(self) -> bool:
        """Whether numbers or dates tell it, rather than the texts themselves."""
        return self.by != "text"


def ordered(attempts: Iterable[str]) -> Order:
    """Different attempts in the order of their numbers or dates; of their texts when one of them cannot be read."""
    every = sorted(set(attempts), key=natural)
    if all(_NUMBER.fullmatch(attempt) for attempt in every):
        return Order(tuple(sorted(every, key=int)), "number")
    moments = {attempt: moment for attempt in every if (moment := read_moment(attempt)) is not None}
    if len(moments) == len(every):
        return Order(tuple(sorted(every, key=lambda attempt: moments[attempt])), "date")
    return Order(tuple(every), "text")


def read_moment(text: str) -> datetime | None:
    """The date in `text`, written in numbers from the year on, or with a month's name; None for what is no date."""
    try:
        return _in_numbers(text) or _in_words(text)
    except (ValueError, OverflowError):
        return None


def _in_numbers(text: str) -> datetime | None:
    found = _IN_NUMBERS.match(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(number or 0) for number in found.groups()[:6])
    moment = datetime(year, month, day, hour, minute, second) + timedelta(seconds=float(found[7] or 0))
    offset = _OFFSET.match(found[8])
    if offset:
        away = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        moment += -away if offset[1] == "+" else away
    return moment


def _in_words(text: str) -> datetime | None:
    """`Sep 24, 2024 926 PM`, `24 sept. 2024 2126`: the last two figures of the time are minutes."""
    time, year = _TIME.search(text), _YEAR.search(text)
    month = next((number for word in _MONTH.findall(text) if (number := _month(word))), None)
    day = _DAY.search(text[: year.start()]) if year else None
    if time is None or year is None or month is None or day is None or time.start() < year.end():
        return None
    hour, half = int(time[1]), (time[3] or "").lower()
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return datetime(int(year[0]), month, int(day[0]), hour, int(time[2]))


def _month(word: str) -> int | None:
    lowered = word.lower()
    return next((number for number, begins in enumerate(_MONTHS, 1) if lowered.startswith(begins)), None)
