"""What a file says of its comparison, in words or as True and False: the opposite of what is, or always the same."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from grader.check import Partly, Wrong
from grader.rendering.text import shortened
from grader.source import names_in
from grader.submission import Submission, name_assigned_in
from grader.trace import Trace

_NEGATIONS = {
    "not", "no", "never", "nothing", "none", "without", "isn't", "don't", "doesn't", "didn't", "aren't", "nicht",
    "kein", "keine", "ohne", "pas", "sans", "sin", "ningún", "ninguna", "senza", "nessuna", "sem", "не", "нет",
}  # fmt: skip
_DENIALS = {"error", "errors", "wrong", "bad", "falsch", "fehler", "faux", "erreur", "❌", "✗", "✘"}
_DENYING = (
    "fail", "differ", "mismatch", "disagree", "unequal", "incorrect", "ungleich", "différ", "distint", "diferent",
    "sbagliat", "divers", "errore", "errad", "неверн", "ошибк", "отлича", "不一致", "错误", "違", "다르",
)  # fmt: skip
_AFFIRMATIONS = {
    "right", "ok", "okay", "good", "stimmt", "passt", "igual", "iguais", "uguali", "uguale", "равны", "verified",
    "✅", "✓", "✔",
}  # fmt: skip
_AFFIRMING = (
    "match", "agree", "equal", "same", "correct", "success", "pass", "identi", "richtig", "gleich", "égal", "coincid",
    "igual", "corrett", "verific", "верно", "совпада", "一致", "正确", "正しい", "같",
)  # fmt: skip
"""Words, and how words begin, that say whether numbers are the same."""
_MARKS = ".,:;!?\"'()[]<>*-–=_"
_TRUTHS = {"true": True, "np.true": True, "false": False, "np.false": False}
_TYPED = re.compile(r"\b(True|False)\b")
_COMPARES = re.compile(r"[=!]=|\bis\b|equal|close|\b(all|any)\(|assert")
_WITH_ITSELF = re.compile(r"\b(\w+)\s*(?:==|,|\bis\b)\s*\1\b")
_CLAUSES = re.compile(r"[,;!|→–—]|[-=]>|\.\s")
_DIGIT = re.compile(r"\d")
MOST_SENTENCES, MOST_QUOTED = 100, 80


class _Sentence(NamedTuple):
    """A printed line, and the line of the source that ended it."""

    text: str
    line: int


def says_the_opposite(trace: Trace, other: Trace, since: int) -> None:
    """Raise Wrong when the file says in words that numbers differ which are equal, and that they agree when not.

    other: a run in which NumPy's product is wrong; since: when the result was there, in events.
    """
    mine, others = (_sentences(one, _lines_before(trace, since)) for one in (trace, other))
    if not any(_verdict(sentence.text) is False for sentence in mine):
        return
    from difflib import SequenceMatcher

    texts = [[sentence.text for sentence in said] for said in (mine, others)]
    for kind, first, last, start, end in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        before, after = ({_verdict(text) for text in part} for part in (texts[0][first:last], texts[1][start:end]))
        if kind == "replace" and before >= {False} and True not in before and True in after and False not in after:
            said = [sentence for sentence in mine[first:last] if _verdict(sentence.text) is False][-1]
            raise Wrong(_contradicted(said), line=said.line, misconception="verification-inverted")


def always_says_the_same(
    trace: Trace, other: Trace, submission: Submission, since: int, own: set[str], numpys: set[str]
) -> None:
    """Raise Partly when both results are shown, and the verdict on them does not depend on what they are.

    other: a run in which NumPy's product is wrong; since: when the result was there, in events; own, numpys: the names
    of the learner's result and of NumPy's.
    """
    mine, others = (_sentences(one, _lines_before(trace, since)) for one in (trace, other))
    first, second = (Counter(word for one in said for word in one.text.split()) for said in (mine, others))
    if any(not _DIGIT.search(word) for word in (first - second) + (second - first)):
        return
    again = {_without_numbers(sentence) for sentence in others}
    for sentence in mine:
        verdict, reason = _verdict(sentence.text, alone=True), _reason(sentence.line, submission)
        if verdict is None or _without_numbers(sentence) not in again or not _is_verdict(reason):
            continue
        if sentence not in others and not _TYPED.search(sentence.text):
            # A number may be the verdict.
            continue
        words = names_in(reason)
        both = bool(words & numpys) or "@" in reason
        if verdict and (both or _TYPED.search(submission.lines[sentence.line - 1]) or _WITH_ITSELF.search(reason)):
            raise Partly(
                f'Both results are printed, but where NumPy\'s is wrong this still says "{_quoted(sentence)}".',
                share=0.5,
                line=sentence.line,
                misconception="verification-fake",
            )
        if not verdict and both and words & own and not _DIGIT.search(sentence.text):
            raise Partly(_contradicted(sentence), share=0.5, line=sentence.line, misconception="compared-unlike")


def _is_verdict(reason: str) -> bool:
    """Whether numbers are compared, or a truth is typed, where something is said; a shape is another matter."""
    return bool(_COMPARES.search(reason) or _TYPED.search(reason)) and "shape" not in reason


def _without_numbers(sentence: _Sentence) -> _Sentence:
    return sentence._replace(text=" ".join(word for word in sentence.text.split() if not _DIGIT.search(word)))


def _lines_before(trace: Trace, since: int) -> set[int]:
    """The lines that printed something before `since`, and nothing later."""
    before = {part.line for part in trace.prints if part.order < since}
    return before - {part.line for part in trace.prints if part.order >= since}


def _sentences(trace: Trace, left_out: set[int]) -> list[_Sentence]:
    found: list[_Sentence] = []
    begun = ""
    for part in trace.prints:
        if part.line in left_out:
            continue
        *ended, rest = part.text.split("\n")
        for text in ended:
            found.append(_Sentence((begun + text).strip(), part.line))
            begun = ""
        begun += rest
    if begun.strip():
        found.append(_Sentence(begun.strip(), trace.prints[-1].line))
    return found[-MOST_SENTENCES:]


def _reason(line: int, submission: Submission) -> str:
    """The source that decides what a line says: the line, the condition that it stands under, what it names."""
    rows = submission.lines
    if not 0 < line <= len(rows):
        return ""
    places = {line, submission.condition_of(line)}
    words = {word for place in places for word in names_in(rows[place - 1])}
    for number, row in enumerate(rows[: line - 1], 1):
        if name_assigned_in(row) in words and _COMPARES.search(row):
            places.add(number)
    return "\n".join(rows[place - 1] for place in sorted(places))


def _verdict(text: str, *, alone: bool = False) -> bool | None:
    """Whether a text says that numbers agree (True) or differ (False); None when it says neither.

    alone: a True or False is a verdict without any other word.
    """
    said = {_verdict_of_clause(clause.casefold().split(), alone=alone) for clause in _CLAUSES.split(text)}
    return False if False in said else True if True in said else None


def _verdict_of_clause(words: list[str], *, alone: bool) -> bool | None:
    words = [word.strip(_MARKS) or word for word in words]
    bad = [word in _DENIALS or word.startswith(_DENYING) for word in words]
    zeros = sum(word == "0" and denied for word, denied in zip(words, bad[1:], strict=False))
    denials = sum(bad) + sum(word in _NEGATIONS for word in words) + zeros
    affirms = any(word in _AFFIRMATIONS or word.startswith(_AFFIRMING) for word in words)
    truths = {_TRUTHS[word] for word in words if word in _TRUTHS}
    if len(truths) == 1 and (affirms or denials or alone):
        return truths.pop() is (denials % 2 == 0)
    measured = all(denied or _DIGIT.search(word) for word, denied in zip(words, bad, strict=True)) and not all(bad)
    if truths or measured:
        # How large a difference is, or an error: no word for it.
        return None
    if denials:
        return denials % 2 == 0
    return True if affirms else None


def _contradicted(sentence: _Sentence) -> str:
    return f'Your result equals NumPy\'s, and the file says "{_quoted(sentence)}".'


def _quoted(sentence: _Sentence) -> str:
    return shortened(sentence.text, MOST_QUOTED)
