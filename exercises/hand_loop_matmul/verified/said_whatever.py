"""What a file says of its comparison whatever came of it, in words or as True and False."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np

from grader.check import Partly, Wrong
from grader.evidence.printed import written
from grader.evidence.sentences import (
    OF_TWO,
    Sentence,
    Told,
    answer_of,
    expects,
    figures,
    is_limited,
    sentences,
    without_numbers,
    words_of,
)
from grader.evidence.vocabulary import is_nothing, names_a_difference, truth_in, verdict_of
from grader.evidence.words import quoted
from grader.submission import Submission
from grader.syntax.loops import loops_around
from grader.syntax.names import names_in
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import condition_of, if_around, is_conditional, says_the_same_at
from grader.syntax.telling import prints_text_alone, prints_typed
from grader.trace import Trace, equal

from ..by_hand.results import SUBTRACTIONS
from .both_shown import says_how_much
from .opposite import DENIES_PLAINLY
from .reasons import COMPARES, contradicted, reason_of, rows_that_decide

_ORDERS = r"(?<![<>=-])[<>](?![<>])"
_TYPED = r"\b(True|False)\b"
_WITH_ITSELF = r"\b(\w+)\s*(?:==|,|\bis\b)\s*\1\b"
_OF_SHAPES = r"(?i)shape|size|dimension|forma?t?\b|form\b|größe|taille|tamaño|размер|形"
_BRACKETS = "[](),"
_MARKS = ".,;:!?…\"'()[]"
_NOT_BEFORE = r"(?<!\S)!\w"
"""A word with what means `not` in many programming languages before it: `!equal`."""
_OF_OTHERS = r"(?i)[*@]|element|broadcast|order|wrong way|commut"
"""What a remark speaks of that is not about the two results."""
_OF_VERDICT = rf"{OF_TWO}|(?i:differ|unequal|wrong|correct|verif)"
_TYPED_IN = "It is typed, and printed whatever came of the comparison."
_ANSWERS_OF_LABELS = (
    r"^(.{1,200}(?:[:=?]|[-=]>|→)) *[^\s\d]{1,20}(?: [^\s\d]{1,20})?$",
    r"^[(\[][^\W\d]{1,20}[)\]](.+)$",
)
"""What is said before a word, or two, that answers it."""
MOST_WORDS = 6
CELLS = 4
"""Of the product by hand."""


def refuse_denied_whatever(both: Told, submission: Submission) -> None:
    """Raise Partly when the file says that numbers agree, and then, whether they do or not, that they do not."""
    mine, others = both.mine, both.others
    agreed = (at for at, one in enumerate(mine) if verdict_of(one.text, alone=True) and one not in others)
    affirmed = next(agreed, len(mine))
    for at, sentence in enumerate(mine[affirmed + 1 :]):
        always = sentence in others and _is_typed_verdict(sentence, submission)
        if not always or verdict_of(sentence.text) is not False or expects(sentence):
            continue
        # What is printed later may be a remark on something else: then only plain words are about the two results.
        behind = at == 0 and condition_of(submission.text, mine[affirmed].line) != mine[affirmed].line
        if behind or re.fullmatch(DENIES_PLAINLY, sentence.text):
            under = _has_an_else(mine[affirmed].line, submission)
            instead = "else:" if under else "if not np.array_equal(result, A @ B):"
            raise Partly(
                contradicted(sentence),
                share=0.5,
                line=sentence.line,
                says="It is printed whatever came of the comparison.",
                hint=f"{instead} in the line before it, and indent it.",
                misconception="verification-inverted",
            )


def refuse_affirmed_whatever(both: Told, submission: Submission) -> None:
    """Raise Partly when the file says that numbers differ where they do, and then, whether they do or not, that not.

    Without a word of its own for what agrees: a verdict, and what a learner concludes from it, may stand together.
    """
    mine, others = both.mine, both.others
    denied = [at for at, one in enumerate(others) if one not in mine and verdict_of(one.text) is False]
    known = {*map(words_of, others)}
    # Where it would end, or raise, this run only went on.
    if not denied or both.raises_otherwise or any(words_of(one) not in known for one in mine):
        return
    for sentence in others[denied[-1] + 1 :][:1]:
        alone = _is_text_alone(sentence, submission) or _is_typed_verdict(sentence, submission)
        if sentence in mine and verdict_of(sentence.text, alone=True) and alone:
            under = _has_an_else(others[denied[-1]].line, submission)
            instead = "else:" if under else "if np.array_equal(result, A @ B):"
            raise Partly(
                f'Where NumPy\'s product is wrong, the file says so, and then still "{quoted(sentence.text)}".',
                share=0.5,
                line=sentence.line,
                says="It is printed whatever came of the comparison.",
                hint=f"{instead} in the line before it, and indent it.",
                misconception="verification-fake",
            )


def _has_an_else(line: int, submission: Submission) -> bool:
    """Whether what is said below a line could stand behind an `else` of the `if` that the line stands under.

    Behind a loop an `else` would be the loop's.
    """
    return bool(if_around(submission.text, line)) and not loops_around(submission.text, line)


def refuse_affirmed_in_silence(both: Told, submission: Submission) -> None:
    """Raise Partly when the file has no word for results that differ, and says behind its comparison that they agree.

    What it says where they are equal is missing where they are not; what it says in any case is all that is left.
    """
    mine, others = (Counter(one._replace(text=words_of(one)) for one in said) for said in (both.mine, both.others))
    gone = {one for one in mine - others if verdict_of(one.text, alone=True)}
    if others - mine or not gone or both.raises_otherwise:
        return
    last = max(at for at, one in enumerate(both.mine) if one._replace(text=words_of(one)) in gone)
    sentence = next(filter(words_of, both.mine[last + 1 :]), None)
    if sentence is None or sentence not in both.others or not verdict_of(sentence.text, alone=True):
        return
    typed = _is_typed_verdict(sentence, submission) and re.search(_OF_VERDICT, sentence.text)
    if typed or _is_text_alone(sentence, submission):
        raise Partly(
            f'Where NumPy\'s product is wrong, the file still says "{quoted(sentence.text)}".',
            share=0.5,
            line=sentence.line,
            says="It is printed whatever came of the comparison.",
            hint="if np.array_equal(result, A @ B): in the line before it, and indent it.",
            misconception="verification-fake",
        )


def refuse_denied_behind_assertion(both: Told, submission: Submission) -> None:
    """Raise Partly when an error would stop the file where results differ, and behind it the file says that they do."""
    usual = {failing.line for failing in both.trace.exceptions}
    for failing in both.other.exceptions:
        if failing.line in usual or failing.outcome in ("caught", "kept"):
            continue
        for sentence in sentences([part for part in both.other.prints if part.order > failing.order])[:1]:
            always = sentence in both.mine and _is_typed_verdict(sentence, submission)
            if always and re.fullmatch(DENIES_PLAINLY, sentence.text):
                raise Partly(
                    contradicted(sentence),
                    share=0.5,
                    line=sentence.line,
                    says="It is printed only where the comparison before it found them equal.",
                    hint='print("They are the same.")',
                    misconception="verification-inverted",
                )


def refuse_affirmed_twice(both: Told) -> None:
    """Raise Wrong when the file says in both runs that numbers agree, and nothing but its words for that differs."""
    mine, others = both.mine, both.others
    usual, wrong = {sentence.text for sentence in mine}, {sentence.text for sentence in others}
    before, after = ([one for one in said if one.text not in known] for said, known in ((mine, wrong), (others, usual)))
    # Rows of a matrix are no verdict.
    before, after = ([one for one in said if re.search(r"[^\W\d]", one.text)] for said in (before, after))
    told = "".join(one.text for one in before + after)
    # Of other scripts too few negations are known.
    if re.search(r"\d", told) or any(mark.isalpha() and not mark.isascii() for mark in told):
        return
    if both.raises_otherwise:
        return
    words, again = (Counter(word for one in said for word in one.text.split()) for said in (before, after))
    signs = (words - again) + (again - words)
    if all(len(word.strip(_BRACKETS)) <= 1 for word in signs) and not all(map(verdict_of, signs)):
        # A sign tells them apart: a tick, a cross, a box.
        return
    answers = {answer_of(words - again), answer_of(again - words)}
    truths = [{truth_in(word) for word in some} - {None} for some in (words - again, again - words)]
    if answers == {True, False} or truths == [{True}, {False}]:
        return
    apart = [verdict_of(" ".join(some), alone=True) for some in (words - again, again - words)]
    if len(before) == len(after) and apart[0] is not apart[1]:
        # What both say, a heading, tells nothing: "Match: confirmed", and "Match: refuted".
        return
    if apart == [None, None] and all(map(_answers_a_label, before, after)) and len(before) == len(after):
        # What stands behind a colon answers what stands before it, in words that are not known: "pending".
        return
    if verdict_of(" ".join(again - words)) is False:
        # "bad bad ok ok" in the place of four times ok.
        return
    spoken, added = (Counter(word.strip(_MARKS).casefold() for word in some.elements()) for some in (words, again))
    if (spoken != added and (not spoken - added or not added - spoken)) or re.search(_NOT_BEFORE, " ".join(again)):
        # A word more: it may be one that takes back the others, in a language whose negations are not known.
        return
    of_two = [any(re.search(OF_TWO, one.text) for one in said) for said in (before, after)]
    if any(map(is_limited, after)) or of_two == [True, False]:
        return
    verdicts = [{verdict_of(one.text, alone=True) for one in said} - {None} for said in (before, after)]
    if verdicts == [{True}, {True}]:
        raise Wrong(
            f'The file says "{quoted(before[-1].text)}", and where NumPy is wrong "{quoted(after[-1].text)}".',
            line=before[-1].line,
            misconception="verification-fake",
        )


def _answers_a_label(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences are the same but for a word behind a colon or an arrow, or in brackets before all else."""
    pairs = (re.findall(pattern, f"{one.text}\n{other.text}", re.MULTILINE) for pattern in _ANSWERS_OF_LABELS)
    return any(len(found) == 2 and found[0] == found[1] for found in pairs)


def refuse_same_in_both_branches(both: Told, submission: Submission) -> None:
    """Raise Partly when a comparison has two branches, and both say the same of the results."""
    for sentence in both.mine:
        place = condition_of(submission.text, sentence.line)
        if verdict_of(sentence.text, alone=True) is not None and says_the_same_at(submission.text, place):
            raise Partly(
                f'Both branches say the same: "{quoted(sentence.text)}".',
                share=0.5,
                line=place,
                says="So it is said whatever the comparison finds.",
                hint="In the branch behind else: that they differ.",
                misconception="verification-fake",
            )


def refuse_constant_verdict(
    both: Told, submission: Submission, own: set[str], numpys: set[str], givens: set[str]
) -> None:
    """Raise Partly when both results are shown, and the verdict on them does not depend on what they are.

    own, numpys, givens: the names of the learner's result, of NumPy's, and of A and B.
    """
    if _are_other_words(both):
        return
    shown = max((at for at, sentence in enumerate(both.mine) if sentence not in both.others), default=len(both.mine))
    for at, sentence in enumerate(both.mine):
        verdict = verdict_of(sentence.text, alone=True)
        if verdict is None or not _is_said_again(sentence, both) or _is_of_another_exercise(sentence, both.trace):
            continue
        if at > shown:
            _refuse_typed_verdict(sentence, verdict, submission, own)
        if not _is_of_comparison(sentence, verdict, both, submission, behind=at > shown):
            continue
        reason = reason_of(sentence.line, submission)
        rows = [reason, *rows_that_decide(sentence.line, submission)]
        named = any(_names_product(row, numpys, givens) for row in rows)
        if verdict and (named or _is_decided(sentence, reason, both, submission, behind=at > shown)):
            raise _said_all_the_same(sentence)
        if not verdict and named and names_in(reason) & own and not re.search(r"\d", sentence.text):
            raise Partly(contradicted(sentence), share=0.5, line=sentence.line, misconception="compared-unlike")


def _are_other_words(both: Told) -> bool:
    """Whether one run has a word that the other has not, but for numbers."""
    first, second = (Counter(word for one in said for word in one.text.split()) for said in (both.mine, both.others))
    return any(not re.search(r"\d", word) and word.strip(_BRACKETS) for word in (first - second) + (second - first))


def _is_said_again(sentence: Sentence, both: Told) -> bool:
    """Whether the other run says the same, but for numbers.

    Of a line for each row, or cell, some stay as they are: these are not meant.
    """
    bare = without_numbers(sentence)
    if bare not in map(without_numbers, both.others) or expects(sentence):
        return False
    changing = map(without_numbers, Counter(both.mine) - Counter(both.others))
    return sentence not in both.others or bare not in changing


def _is_of_another_exercise(sentence: Sentence, trace: Trace) -> bool:
    """Whether a line compares larger matrices than the product by hand, or says the shape of one."""
    if any(pair.site.line == sentence.line and np.size(pair.left) > CELLS for pair in trace.comparisons):
        return True
    return any(written(sentence.text, shape) for shape in trace.shapes if len(shape) == 2 and max(shape) > 2)


def _refuse_typed_verdict(sentence: Sentence, verdict: bool, submission: Submission, own: set[str]) -> None:
    """Raise Partly for what is typed behind both results, in a branch that asks for the learner's or under none."""
    asked = if_around(submission.text, sentence.line)
    if names_in(submission.row(asked)) & own and _is_typed_answer(sentence, submission):
        if verdict:
            raise _said_all_the_same(sentence)
        raise Partly(contradicted(sentence), share=0.5, line=asked, misconception="compared-unlike")
    if not verdict and _is_typed_verdict(sentence, submission):
        raise Partly(
            contradicted(sentence), share=0.5, line=sentence.line, says=_TYPED_IN, misconception="verification-fake"
        )


def _is_of_comparison(sentence: Sentence, verdict: bool, both: Told, submission: Submission, *, behind: bool) -> bool:
    """Whether a verdict is one on the two results. behind: both of them are printed before it."""
    if sentence not in both.others and not re.search(_TYPED, sentence.text):
        # A number may be the verdict.
        return False
    if behind and _is_text_alone(sentence, submission):
        return True
    if verdict and re.search(_ORDERS, submission.row(condition_of(submission.text, sentence.line))):
        return True
    if verdict and _tells_no_difference(sentence, both, submission):
        return True
    return _is_verdict(reason_of(sentence.line, submission), sentence.text)


def _is_decided(sentence: Sentence, reason: str, both: Told, submission: Submission, *, behind: bool) -> bool:
    """Whether a verdict is typed, or comes of something that is compared with, or taken from, itself."""
    if behind and _is_text_alone(sentence, submission):
        return True
    typed = re.search(_TYPED, submission.lines[sentence.line - 1]) or re.search(_WITH_ITSELF, reason)
    return bool(typed) or _tells_no_difference(sentence, both, submission)


def _said_all_the_same(sentence: Sentence) -> Partly:
    """What is wrong with a verdict that is the same where NumPy's product is another."""
    return Partly(
        f'Both results are printed, but where NumPy\'s is wrong this still says "{quoted(sentence.text)}".',
        share=0.5,
        line=sentence.line,
        misconception="verification-fake",
    )


def _tells_no_difference(sentence: Sentence, both: Told, submission: Submission) -> bool:
    """Whether a line says that a difference is 0, and that is typed, or left where something is taken from itself."""
    if not names_a_difference(sentence.text) or not any(map(is_nothing, figures(sentence))):
        return False
    if says_how_much(both.trace, both.other):
        return False
    differences = (one for one in both.other.operations if one.name in SUBTRACTIONS and np.size(one.result) == CELLS)
    itself = {one.site.line for one in differences if equal(*one.operands)}
    from_itself = (line for line in itself if sentence.line in forward_slice(submission.text, line))
    return any(from_itself) or prints_typed(submission.text, sentence.line)


def _names_product(code: str, numpys: set[str], givens: set[str]) -> bool:
    """Whether some code speaks of NumPy's product of A and B, by its name or as `A @ B`."""
    words = names_in(code)
    return bool(words & numpys) or ("@" in code and bool(words & givens))


def _is_text_alone(sentence: Sentence, submission: Submission) -> bool:
    """Whether a line only prints a typed text, under no condition, which says of two things that they agree."""
    typed = prints_text_alone(submission.text, sentence.line)
    speaks = re.search(OF_TWO, sentence.text) and not re.search(_OF_SHAPES, sentence.text) and not expects(sentence)
    return typed and bool(speaks) and not is_conditional(submission.text, sentence.line)


def _is_typed_answer(sentence: Sentence, submission: Submission) -> bool:
    """Whether a line says a few typed words in a branch, of nothing but the two results."""
    of_others = re.search(_OF_OTHERS, sentence.text) or re.search(_OF_SHAPES, sentence.text)
    few = len(sentence.text.split()) <= MOST_WORDS and re.search(_OF_VERDICT, sentence.text) and not of_others
    return bool(few) and prints_text_alone(submission.text, sentence.line)


def _is_typed_verdict(sentence: Sentence, submission: Submission) -> bool:
    """Whether a line only says a few typed words, under no condition, of nothing but the two results."""
    of_others = re.search(_OF_OTHERS, sentence.text) or re.search(_OF_SHAPES, sentence.text)
    few = len(sentence.text.split()) <= MOST_WORDS and not of_others
    alone = prints_text_alone(submission.text, sentence.line)
    return few and alone and not is_conditional(submission.text, sentence.line)


def _is_verdict(reason: str, text: str) -> bool:
    """Whether numbers are compared, or a truth is typed, where something is said; a shape is another matter.

    Unless what is said speaks of two things that agree, and of no shape.
    """
    of_a_shape = "shape" in reason and (re.search(_OF_SHAPES, text) or not re.search(OF_TWO, text))
    return bool(re.search(COMPARES, reason) or re.search(_TYPED, reason)) and not of_a_shape
