"""What a file says that is the opposite of what came of its comparison."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from grader.check import Partly, Wrong
from grader.evidence.likeness import same
from grader.evidence.verified.sentences import (
    OF_TWO,
    Sentence,
    Told,
    answer_of,
    contradicted,
    denies,
    is_limited,
    objects,
    reason_of,
    sentences,
    speaks_of,
    words_of,
)
from grader.evidence.vocabulary import asks_for, is_nothing, number_in, verdict_of
from grader.evidence.words import quoted
from grader.submission import Submission
from grader.syntax.loops import loops_around, loops_leading_to
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import condition_of
from grader.syntax.telling import prints_text_alone
from grader.trace import Array, Trace

LONGEST_DENIAL = 80
_OF_A_TEST = r"\.assert(?:(False|NotEqual)|True|Equal|ListEqual)\("
"""How a test asserts that something is so, or that it is not."""
_FINDS_EQUAL, _FINDS_OTHERWISE = r"equal|close|==", r"\bnot\b|!=|~|\bany\(|[<>]|\bFalse\b|(?i:un|in|not_?)equal"
DENIES_PLAINLY = (
    r"(?i)\W*(?:(?:they|it|these|that|the|both|two|my|our|c|a|b|results?|matri(?:x|ces)|products?|arrays?|answers?|numpy|and|"
    r"by|hand|manual(?:ly)?|loops?|own|mine|expected|reference|computed|"
    r"are|is|was|were|do|does|did|sie|die|sind|ist|ergebnisse?|los|las|son|les|sont|ne|i|le|sono)\b\W*)*"
    r"(?:different|differ|wrong|incorrect|unequal|mismatch|no match|(?:not|n['’]t) (?:the )?"
    r"(?:same|equal|match(?:ing)?|correct|identical|right|agree)|(?:do|does|is|are)n['’]?t (?:the )?"
    r"(?:same|equal|match|correct|identical|right|agree)|"
    r"falsch|ungleich|verschieden|nicht gleich|stimmt nicht|diferentes?|distint[oa]s?|différents?|faux|divers[ie])"
    r"(?: (?:to|from|with|as) (?:numpy(?:['’]s)?|each other|one another))?\W*"
)
"""What says that two results differ, and nothing else: where it is said, and nothing where they do."""


def refuse_opposite(both: Told) -> None:
    """Raise Wrong when the file says in words that numbers differ which are equal, and that they agree when not."""
    if said := said_the_other_way_round(both):
        raise Wrong(contradicted(said), line=said.line, misconception="verification-inverted")


def said_the_other_way_round(both: Told) -> Sentence | None:
    """What the file says that denies what is, where it affirms the same in the run in which it is not."""
    mine, others = both.mine, both.others
    if not any(map(objects, mine)):
        return None
    from difflib import SequenceMatcher

    texts = [[sentence.text for sentence in said] for said in (mine, others)]
    for kind, first, last, start, end in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        heading = texts[0][first - 1] if first and texts[0][first - 1].endswith("?") else ""
        before, after = _verdicts(texts[0][first:last], texts[1][start:end], heading)
        if kind == "replace" and before >= {False} and True not in before and True in after and False not in after:
            denying = [sentence for sentence in mine[first:last] if verdict_of(sentence.text) is False]
            return [*mine[first:last], *denying][-1]
    return None


def listed_the_other_way_round(both: Told) -> Sentence | None:
    """A list of what is wrong that is longer where all is right, or one of what is right that is shorter there.

    As "Problems: shape, values", where it is "Problems: shape" when the values are wrong.
    """
    for mine, other in zip(both.mine, both.others, strict=False):
        heading, colon, listed = mine.text.partition(":")
        again = other.text.partition(":")
        if not colon or heading != again[0] or mine.line != other.line:
            continue
        usual, wrong = (Counter(text.replace(",", " ").split()) for text in (listed, again[2]))
        if answer_of((usual - wrong) + (wrong - usual)) is not None:
            # A "no" more is no item.
            continue
        of_right_ones = speaks_of(Sentence(heading, mine.line))
        if of_right_ones is False and (usual > wrong or _is_listed_alone(listed, again[2])):
            return mine
        if of_right_ones and usual < wrong:
            return mine
    return None


def _is_listed_alone(listed: str, other: str) -> bool:
    """Whether something of several words is listed that another list, of other things, does not have."""
    mine, others = ([" ".join(re.findall(r"[^\W\d]+", item)) for item in text.split(",")] for text in (listed, other))
    missing = [item for item in mine if " " in item and item not in others]
    of_others = len(others) > 1
    return of_others and any(verdict_of(item) is None and answer_of(item.split()) is None for item in missing)


def refuse_opposite_answer(both: Told, submission: Submission) -> None:
    """Raise Wrong when a typed False, or no, stands under what finds the results equal, and a True where they differ.

    By itself a False may answer whether they differ; under `if np.array_equal(…):` it does not.
    """
    if not any(answer_of(one.text.split()) for one in set(both.others).difference(both.mine)):
        return
    for heading, sentence in zip([Sentence("", 0), *both.mine], both.mine, strict=False):
        typed = answer_of(sentence.text.split()) is False and prints_text_alone(submission.text, sentence.line)
        if not typed or sentence in both.others or asks_for(heading.text.split()) is False:
            continue
        place = condition_of(submission.text, sentence.line)
        reason = reason_of(sentence.line, submission).replace(submission.row(sentence.line), "")
        if place != sentence.line and re.search(_FINDS_EQUAL, reason) and not re.search(_FINDS_OTHERWISE, reason):
            raise Wrong(contradicted(sentence), line=sentence.line, misconception="verification-inverted")


def refuse_affirmed_where_wrong(both: Told) -> None:
    """Raise Wrong when the file is silent where the results are equal, and says that they agree where they are not."""
    mine, others = both.mine, both.others
    usual, wrong = (Counter(map(words_of, said)) for said in (mine, others))
    if usual - wrong or both.raises_otherwise:
        return
    added = [one for one in others if words_of(one) in wrong - usual]
    verdicts = {verdict_of(one.text) for one in added}
    told = next((one for one in added if verdict_of(one.text) and re.search(OF_TWO, one.text)), None)
    if told and False not in verdicts and not any(map(is_limited, added)):
        raise Wrong(
            f'Only where NumPy\'s product is wrong, the file says "{quoted(told.text)}".',
            line=told.line,
            says="Where both are the same it says nothing.",
            misconception="verification-inverted",
        )


def refuse_denied_where_right(both: Told) -> None:
    """Raise Wrong when the file says that they differ where the results are equal, and is silent where they are not."""
    mine, others = both.mine, both.others
    usual, wrong = (Counter(map(words_of, said)) for said in (mine, others))
    if wrong - usual or both.raises_otherwise:
        return
    gone = [one for one in mine if words_of(one) in usual - wrong]
    short = (one for one in gone if len(one.text) <= LONGEST_DENIAL)
    denied = next((one for one in short if re.fullmatch(DENIES_PLAINLY, one.text)), None)
    if denied and not any(verdict_of(one.text) for one in gone):
        raise Wrong(
            contradicted(denied),
            line=denied.line,
            says="Where NumPy's product is made wrong, it says nothing: what is said stands in the wrong branch.",
            misconception="verification-inverted",
        )


def refuse_denied_too_early(trace: Trace, submission: Submission, product: Array, since: int, made: int) -> None:
    """Raise Wrong when the loops compare sums that are not whole yet, and the file says that these differ.

    Raise Partly where it says in the end that they agree. since: when the result was there, in events; made: the line
    of its multiplications.
    """
    loops = loops_leading_to(submission.text, made)
    entries = {float(entry) for entry in product.flat}
    multiplied = [pair.order for pair in trace.pairs if pair.name == "multiply"]
    # As many multiplications as the product needs: what is compared then may be another one, and whole.
    until = min([since, *multiplied[2 * product.size - 1 : 2 * product.size]])
    for pair in trace.comparisons:
        if pair.equal or pair.order > until or np.size(pair.left) > product.size or np.size(pair.right) > product.size:
            continue
        if entries.isdisjoint(pair.numbers) or loops.isdisjoint(loops_around(submission.text, pair.site.line)):
            continue
        decided = forward_slice(submission.text, pair.site.line)
        told = sentences([part for part in trace.prints if part.line in decided and part.order > pair.order])
        denied = [one for one in told if verdict_of(one.text, alone=True) is False or denies(one)]
        if not denied:
            continue
        seen = f'This compares before the sums are whole, and so the file says "{quoted(denied[0].text)}".'
        if any(verdict_of(one.text, alone=True) for one in told):
            raise Partly(seen, share=0.5, line=pair.site.line, misconception="compared-too-early")
        raise Wrong(seen, line=pair.site.line, misconception="compared-too-early")


def refuse_failing_test(trace: Trace, submission: Submission, product: Array) -> None:
    """Raise Wrong when a test asserts the opposite of what its comparison of the result finds, so that it fails."""
    for pair in trace.comparisons:
        row = submission.row(pair.site.line)
        found = re.search(_OF_A_TEST, row)
        if found and any(same(side, product) for side in (pair.left, pair.right)) and pair.equal == bool(found[1]):
            finds = "finds" if pair.equal else "does not find"
            raise Wrong(
                f"Your result is right, and this test fails: it {finds} both equal.",
                line=pair.site.line,
                hint="self.assertTrue(np.array_equal(result, A @ B))",
                misconception="verification-inverted" if pair.equal else "compared-unlike",
            )


def refuse_denying_error(both: Told, submission: Submission) -> None:
    """Raise Wrong when the file raises an error that says that equal results differ, and none where they differ."""
    again = {failing.line for failing in both.other.exceptions}
    for failing in both.trace.exceptions:
        own = re.search(r"\b(raise|exit|quit)\b", submission.row(failing.line))
        if own and failing.order > both.since and failing.line not in again and verdict_of(failing.message) is False:
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
