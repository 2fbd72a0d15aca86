"""Signs that were pasted from a formula or a document, and that Python does not read: how each is written in it."""

from __future__ import annotations

import re

from grader.diagnosis.error_text import matched
from grader.submission import Submission
from grader.text import some
from grader.trace import Raised

WRITTEN = {
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "≈": "np.allclose(C, A @ B)",
    "≡": "==",
    "·": "* (of matrices @)",
    "⋅": "* (of matrices @)",
    "∙": "* (of matrices @)",
    "×": "* (of matrices @)",
    "∗": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
    "—": "-",
    "√": "np.sqrt(…)",
    "∑": "sum(…), or a loop with +=",
    "∞": "np.inf",
    "∈": "in",
    "∧": "and",
    "∨": "or",
    "¬": "not",
    "←": "=",
    "→": "# (what comes behind it is a comment)",
    "⇒": "# (what comes behind it is a comment)",
    "ᵀ": ".T, as in A.T",
    "ᵗ": ".T, as in A.T",
    "⊤": ".T, as in A.T",
    "′": ".T, as in A.T",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "´": "'",
}
MOST_LINES = 5
"""Lines that are listed where the same stands in more than one."""
_TEXT_OR_COMMENT = r"\"[^\"\n]*\"|'[^'\n]*'|#.*"
_WRONG_END = r"SyntaxError: (?:f-string: )?unterminated[^\n]*\n.*(?:(\")[^\"]*([“”„«»])|(')[^']*([‘’‚´]))[^\"']*$"
"""A text whose quote at the end is another one than that at its beginning."""

_STUMBLED = rf"SyntaxError: invalid character '[{''.join(WRITTEN)}]'|NameError: name '[^']*([Tt]'.*\n.*[ᵀᵗ]|·)"
"""Python reads a raised T as T, and a dot in the middle of a name as a part of it."""


def advice_on_signs(stop: Raised, submission: Submission) -> str | None:
    """How the signs of the line are written in Python; None where it is none of these that Python stumbled over."""
    if ended := matched(_WRONG_END, stop, submission):
        quote, sign = ended[1] or ended[3], ended[2] or ended[4]
        return f"The quote at the end is {sign}, and no {quote}: type {quote} there."
    here = _signs_in(submission.row(stop.line))
    if not here or not matched(_STUMBLED, stop, submission):
        return None
    told = ", and ".join(f"{' and '.join(signs)} {_is_written(signs, written)}" for written, signs in _grouped(here))
    others = [number for number, row in enumerate(submission.lines, 1) if number != stop.line and _signs_in(row)]
    places = some([submission.place(line) for line in others], MOST_LINES)
    return f"In Python {told}." + (f" Such signs are also in {places}." if others else "")


def _signs_in(row: str) -> list[str]:
    """The signs of a row that stand neither in a text nor in a comment, each once."""
    return [*dict.fromkeys(sign for sign in re.sub(_TEXT_OR_COMMENT, "", row) if sign in WRITTEN)]


def _grouped(signs: list[str]) -> list[tuple[str, list[str]]]:
    """The signs that are written alike, together."""
    groups: dict[str, list[str]] = {}
    for sign in signs:
        groups.setdefault(WRITTEN[sign], []).append(sign)
    return [*groups.items()]


def _is_written(signs: list[str], written: str) -> str:
    return f"{'is' if len(signs) == 1 else 'are'} written {written}"
