"""What a file says that is the opposite of what came of its comparison."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from grader.check import Partly, Wrong
from grader.evidence.verified.both_shown import is_amount
from grader.evidence.verified.sentences import (
    OF_TWO,
    Sentence,
    answer_of,
    contradicted,
    is_limited,
    reason_of,
    sentences,
    without_numbers,
)
from grader.evidence.vocabulary import asks_for, is_nothing, names_a_difference, number_in, verdict_of
from grader.evidence.words import quoted, raises_otherwise, said_since
from grader.submission import Submission
from grader.syntax.loops import loops_around
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import branches_at
from grader.trace import Array, Comparison, Trace

_GIVES_NOTHING = r"\bassert_(array_)?(almost_)?(equal|allclose)\(\s*[^)\s]"
"""What raises when two arrays differ, and gives None when they do not."""
_CODE = r"(?i)\b(zero|null|cero|z[ée]ro|ноль|нуль|sıfır|exit code|status|return code)\b"
"""What says that the number 0 is a good sign."""
LONGEST_DENIAL = 80
_DENIES_PLAINLY = (
    r"(?i)\W*(?:(?:they|it|these|that|the|both|two|my|our|c|a|b|results?|matri(?:x|ces)|products?|arrays?|answers?|numpy|and|"
    r"are|is|was|were|do|does|did|sie|die|sind|ist|ergebnisse?|los|las|son|les|sont|ne|i|le|sono)\b\W*)*"
    r"(?:different|differ|wrong|incorrect|unequal|mismatch|no match|(?:not|n['’]t) (?:the )?"
    r"(?:same|equal|match(?:ing)?|correct|identical|right|agree)|(?:do|does|is|are)n['’]?t (?:the )?"
    r"(?:same|equal|match|correct|identical|right|agree)|"
    r"falsch|ungleich|verschieden|nicht gleich|stimmt nicht|diferentes?|distint[oa]s?|différents?|faux|divers[ie])"
    r"\W*"
)
"""What says that two results differ, and nothing else: where it is said, and nothing where they do."""
_ALL = (1, 4, 100)
"""How much of the product by hand is equal when all of it is: a truth or a share, cells, percent."""

LEAST_SHARE = 0.01
"""Of cells that are wrong: less is a tolerance."""
_PERCENT = (25, 50, 75, 100)
"""What a share of the four cells may be."""


def refuse_opposite(trace: Trace, other: Trace, since: int) -> None:
    """Raise Wrong when the file says in words that numbers differ which are equal, and that they agree when not.

    other: a run in which NumPy's product is wrong; since: when the result was there, in events.
    """
    mine, others = (sentences(said_since(since, trace, one)) for one in (trace, other))
    if not any(verdict_of(sentence.text) is False for sentence in mine):
        return
    from difflib import SequenceMatcher

    texts = [[sentence.text for sentence in said] for said in (mine, others)]
    for kind, first, last, start, end in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        heading = texts[0][first - 1] if first and texts[0][first - 1].endswith("?") else ""
        before, after = _verdicts(texts[0][first:last], texts[1][start:end], heading)
        if kind == "replace" and before >= {False} and True not in before and True in after and False not in after:
            denying = [sentence for sentence in mine[first:last] if verdict_of(sentence.text) is False]
            said = [*mine[first:last], *denying][-1]
            raise Wrong(contradicted(said), line=said.line, misconception="verification-inverted")


def refuse_affirmed_where_wrong(trace: Trace, other: Trace, since: int) -> None:
    """Raise Wrong when the file is silent where the results are equal, and says that they agree where they are not.

    other: a run in which NumPy's product is wrong; since: when the result was there, in events.
    """
    mine, others = (sentences(said_since(since, trace, one)) for one in (trace, other))
    usual, wrong = (Counter(map(_words_of, said)) for said in (mine, others))
    if usual - wrong or raises_otherwise(trace, other, since):
        return
    added = [one for one in others if _words_of(one) in wrong - usual]
    verdicts = {verdict_of(one.text) for one in added}
    told = next((one for one in added if verdict_of(one.text) and re.search(OF_TWO, one.text)), None)
    if told and False not in verdicts and not any(map(is_limited, added)):
        raise Wrong(
            f'Only where NumPy\'s product is wrong, the file says "{quoted(told.text)}".',
            line=told.line,
            says="Where both are the same it says nothing.",
            misconception="verification-inverted",
        )


def refuse_denied_where_right(trace: Trace, other: Trace, since: int) -> None:
    """Raise Wrong when the file says that they differ where the results are equal, and is silent where they are not.

    other: a run in which NumPy's product is wrong; since: when the result was there, in events.
    """
    mine, others = (sentences(said_since(since, trace, one)) for one in (trace, other))
    usual, wrong = (Counter(map(_words_of, said)) for said in (mine, others))
    if wrong - usual or raises_otherwise(trace, other, since):
        return
    gone = [one for one in mine if _words_of(one) in usual - wrong]
    short = (one for one in gone if len(one.text) <= LONGEST_DENIAL)
    denied = next((one for one in short if re.fullmatch(_DENIES_PLAINLY, one.text)), None)
    if denied and not any(verdict_of(one.text) for one in gone):
        raise Wrong(
            contradicted(denied),
            line=denied.line,
            says="Where NumPy's product is made wrong, it says nothing: what is said stands in the wrong branch.",
            misconception="verification-inverted",
        )


def _words_of(sentence: Sentence) -> str:
    """What a line says beside numbers and brackets."""
    words = without_numbers(sentence).text.split()
    return " ".join(word for word in words if any(map(str.isalpha, word)))


def refuse_nothing_for_true(trace: Trace, other: Trace, since: int) -> None:
    """Raise Partly when None is said where the results are equal, and False where they are not.

    other: a run in which NumPy's product is wrong; since: when the result was there, in events.
    """
    mine, others = (sentences(said_since(since, trace, one)) for one in (trace, other))
    for one, again in zip(mine, others, strict=False):
        words, changed = one.text.split(), again.text.split()
        said = [pair for pair in zip(words, changed, strict=False) if pair[0] != pair[1]]
        if said == [("None", "False")] and len(words) == len(changed) and asks_for(words[:-1]):
            raise Partly(
                f'Your result equals NumPy\'s, and the file says "{quoted(one.text)}".',
                share=0.5,
                line=one.line,
                says="A function that comes to its end without a return gives None.",
                hint="return True, as the last line of the function that compares.",
                misconception="return-missing",
            )


def refuse_denied_too_early(trace: Trace, submission: Submission, product: Array, since: int, made: int) -> None:
    """Raise Wrong when the loops compare sums that are not whole yet, and the file says that these differ.

    Raise Partly where it says in the end that they agree. since: when the result was there, in events; made: the line
    of its multiplications.
    """
    loops = set(loops_around(submission.text, made))
    entries = {float(entry) for entry in product.flat}
    multiplied = [pair.order for pair in trace.pairs if pair.name == "multiply"]
    # As many multiplications as the product needs: what is compared then may be another one, and whole.
    until = min([since, *multiplied[2 * product.size - 1 : 2 * product.size]])
    for pair in trace.comparisons:
        if pair.equal or pair.order > until or np.size(pair.left) > product.size or np.size(pair.right) > product.size:
            continue
        if entries.isdisjoint(_numbers_of(pair)) or loops.isdisjoint(loops_around(submission.text, pair.site.line)):
            continue
        decided = forward_slice(submission.text, pair.site.line)
        told = sentences([part for part in trace.prints if part.line in decided])
        denied = [one for one in told if verdict_of(one.text, alone=True) is False or _denies(one)]
        if not denied:
            continue
        seen = f'This compares before the sums are whole, and so the file says "{quoted(denied[0].text)}".'
        if any(verdict_of(one.text, alone=True) for one in told):
            raise Partly(seen, share=0.5, line=pair.site.line, misconception="compared-too-early")
        raise Wrong(seen, line=pair.site.line, misconception="compared-too-early")


def _numbers_of(pair: Comparison) -> list[float]:
    return [entry.real for side in (pair.left, pair.right) for entry in np.ravel(side).tolist()]


def refuse_opposite_count(trace: Trace, other: Trace, since: int) -> None:
    """Raise Wrong when the file counts equal cells as wrong ones, or the other way round.

    other: a run in which NumPy's product is wrong; since: when the result was there, in events.
    """
    mine, others = (sentences(said_since(since, trace, one)) for one in (trace, other))
    if any(verdict_of(one.text, alone=True) and not _figures(one) and one not in others for one in mine):
        return
    wrong_ones = [sum(len(_figures(one)) for one in said if _denies(one)) for said in (mine, others)]
    denying = [one for one in mine if _denies(one) and _figures(one)]
    if denying and wrong_ones[0] > wrong_ones[1]:
        raise _counted_otherwise(denying[0])
    for one, other_one in _in_their_places(mine, others):
        speaks_of_the_same = _speaks_of(one)
        usual, wrong = _figures(one), _figures(other_one)
        changed = [pair for pair in zip(usual, wrong, strict=False) if pair[0] != pair[1]]
        counted = len(usual) == len(wrong) and len(changed) == 1
        if counted and speaks_of_the_same is False and changed[0][0] in _ALL and 0 <= changed[0][1] < changed[0][0]:
            raise _counted_otherwise(one)
        nothing = counted and is_nothing(changed[0][0]) and changed[0][1] > 0
        if nothing and names_a_difference(one.text) and is_amount(f"{changed[0][1]:g}"):
            # How large it is, beside what is allowed.
            continue
        if nothing and speaks_of_the_same and not _says_what_nothing_means(one):
            if is_amount(f"{changed[0][1]:g}") and changed[0][1] not in _PERCENT:
                raise _allowed(other_one)
            raise _counted_otherwise(one)


def _in_their_places(mine: Sequence[Sentence], others: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """The sentences of one run, each with the one that another run has in its place: the same but for numbers.

    With an empty one where there is none. What is said more often in one run than in the other is not paired: rows and
    columns are counted in it, `C[0, 1]: ok`.
    """
    said: list[dict[Sentence, list[Sentence]]] = [{}, {}]
    for found, run in zip(said, (mine, others), strict=True):
        for one in run:
            found.setdefault(without_numbers(one), []).append(one)
    for words, usual in said[0].items():
        again = said[1].get(words, [Sentence("", 0)] * len(usual))
        if len(again) == len(usual):
            yield from zip(usual, again, strict=True)


def _denies(sentence: Sentence) -> bool:
    """Whether a line speaks of what is not the same, and not of none of it: "0 problems"."""
    figures = _figures(sentence)
    return _speaks_of(sentence) is False and (not figures or any(figure >= LEAST_SHARE for figure in figures))


def _speaks_of(sentence: Sentence) -> bool | None:
    """Whether a line speaks of what is the same, or of what is not (False)."""
    return asks_for(without_numbers(sentence).text.split())


def _says_what_nothing_means(sentence: Sentence) -> bool:
    """Whether a line that tells one 0 has another beside it that explains it: `0 if equal: 0.0`, `exit code 0`."""
    return len([one for one in _figures(sentence) if one == 0]) > 1 or re.search(_CODE, sentence.text) is not None


def _figures(sentence: Sentence) -> list[float]:
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?", sentence.text)]


def _counted_otherwise(sentence: Sentence) -> Wrong:
    return Wrong(
        contradicted(sentence),
        line=sentence.line,
        says="What is counted here are the cells for which the comparison is the opposite.",
        misconception="verification-inverted",
    )


def _allowed(sentence: Sentence) -> Partly:
    return Partly(
        f'Where NumPy\'s product is wrong, this still says "{quoted(sentence.text)}".',
        share=0.5,
        line=sentence.line,
        says="So large a difference comes from no rounding.",
        hint="np.allclose(result, A @ B), with no tolerance of your own.",
        misconception="verification-fake",
    )


def refuse_nothing_as_false(trace: Trace, submission: Submission, since: int) -> None:
    """Raise Partly when what `np.testing` gives decides what is said: it is None where the results are equal.

    since: when the result was there, in events.
    """
    places = [number for number, row in enumerate(submission.lines, 1) if re.search(_GIVES_NOTHING, row)]
    for sentence in sentences(said_since(since, trace, trace)):
        # None by itself is what such a function gives, and says nothing.
        if sentence.text == "None" or verdict_of(sentence.text, alone=True) is not False:
            continue
        decided = any(sentence.line in branches_at(submission.text, place) for place in places)
        if decided or re.search(_GIVES_NOTHING, reason_of(sentence.line, submission)):
            raise Partly(
                contradicted(sentence),
                share=0.5,
                line=sentence.line,
                says="np.testing's functions raise an error when two arrays differ, else they give None: false.",
                hint="np.array_equal(result, A @ B) gives True or False.",
                misconception="verification-inverted",
            )


def refuse_denying_error(trace: Trace, other: Trace, submission: Submission, since: int) -> None:
    """Raise Wrong when the file raises an error that says that equal results differ, and none where they differ.

    other: a run in which NumPy's product is wrong; since: when the result was there, in events.
    """
    again = {failing.line for failing in other.exceptions}
    for failing in trace.exceptions:
        own = re.search(r"\b(raise|exit|quit)\b", submission.row(failing.line))
        if own and failing.order > since and failing.line not in again and verdict_of(failing.message) is False:
            raise Wrong(
                contradicted(Sentence(failing.message, failing.line)),
                line=failing.line,
                misconception="verification-inverted",
            )


def _verdicts(
    before: Sequence[str], after: Sequence[str], heading: str = ""
) -> tuple[set[bool | None], set[bool | None]]:
    """What is said in the lines of one run, and in those that stand in their place in another.

    What two lines have in common is what they speak of, or the question before them. A difference of 0 that becomes
    another one is said rightly.
    """
    if len(before) != len(after):
        return {verdict_of(text) for text in before}, {verdict_of(text) for text in after}
    found: tuple[set[bool | None], set[bool | None]] = (set(), set())
    for pair in zip(before, after, strict=True):
        words = [Counter(text.split()) for text in pair]
        mine, others = words[0] - words[1], words[1] - words[0]
        numbers = [[number_in(word) for word in some if number_in(word) is not None] for some in (mine, others)]
        if any(map(is_nothing, numbers[0])) and not any(map(is_nothing, numbers[1])):
            continue
        label = [*heading.split(), *(words[0] & words[1])]
        answers = [answer_of(some) for some in (mine, others)]
        if None not in answers and label:
            asked = asks_for(label)
            if asked is None:
                continue
            said: list[bool | None] = [asked is answer for answer in answers]
        else:
            alone = [verdict_of(" ".join(some)) for some in (mine, others)]
            said = alone if None not in alone else [verdict_of(text) for text in pair]
        for verdicts, verdict in zip(found, said, strict=True):
            verdicts.add(verdict)
    return found
