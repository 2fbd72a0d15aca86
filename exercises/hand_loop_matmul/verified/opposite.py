"""What a file says that is the opposite of what came of its comparison."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np

from grader.check import Partly, Wrong
from grader.evidence.likeness import same
from grader.evidence.other_way_round import said_the_other_way_round
from grader.evidence.sentences import OF_TWO, Sentence, Told, answer_of, denies, is_limited, sentences, words_of
from grader.evidence.vocabulary import asks_for, verdict_of
from grader.evidence.words import quoted
from grader.submission import Submission
from grader.syntax.loops import loops_around, loops_leading_to
from grader.syntax.slicing import forward_slice
from grader.syntax.statements import condition_of
from grader.syntax.telling import prints_answer_turned, prints_text_alone
from grader.trace import Array, Trace

from .reasons import contradicted, reason_of

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


def refuse_opposite(both: Told, submission: Submission) -> None:
    """Raise Wrong when the file says in words that numbers differ which are equal, and that they agree when not."""
    if said := said_the_other_way_round(both):
        row = submission.row(said.line).strip()
        turned = prints_answer_turned(submission.text, said.line)
        raise Wrong(
            contradicted(said),
            line=said.line,
            says="`not` turns the answer round: when NumPy's product is made wrong, it says that they agree."
            if turned
            else None,
            own_row=row.replace("not ", "", 1) if turned and row.count("not ") == 1 else None,
            misconception="verification-inverted",
        )


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
