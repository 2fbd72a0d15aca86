"""What a file counts that is the opposite of what came of its comparison: equal cells as wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from grader.check import Partly, Verdict, Wrong
from grader.evidence.other_way_round import in_their_places, says_what_nothing_means
from grader.evidence.sentences import Sentence, Told, denies, figures, speaks_of
from grader.evidence.vocabulary import is_nothing, names_a_difference, verdict_of
from grader.evidence.words import quoted

from .both_shown import is_amount
from .reasons import contradicted

_ALL = (1, 4, 100)
"""How much of the product by hand is equal when all of it is: a truth or a share, cells, percent."""
_PERCENT = (25, 50, 75, 100)
"""What a share of the four cells may be."""


def refuse_opposite_count(both: Told, as_given: Callable[[], Told]) -> None:
    """Raise Wrong when the file counts equal cells as wrong ones, or the other way round.

    as_given: what it says where nothing but NumPy's product differs. A number that is the same there counts no cells:
    it is a length, say, of matrices that have another one in other runs.
    """
    for sentence, verdict in _counted_the_other_way(both):
        if sentence not in as_given().others:
            raise verdict


def _counted_the_other_way(both: Told) -> Iterator[tuple[Sentence, Verdict]]:
    """What may be counted the other way round, and what to say of it."""
    mine, others = both.mine, both.others
    if any(verdict_of(one.text, alone=True) and not figures(one) and one not in others for one in mine):
        return
    wrong_ones = [sum(len(figures(one)) for one in said if denies(one)) for said in (mine, others)]
    if wrong_ones[0] > wrong_ones[1]:
        # A list that goes on there is no count.
        ended = [one for one in mine if not any(other.text.startswith(one.text) for other in others)]
        yield from ((one, _counted_otherwise(one)) for one in ended if denies(one) and figures(one))
    for one, other_one in in_their_places(mine, others):
        speaks_of_the_same = speaks_of(one)
        usual, wrong = figures(one), figures(other_one)
        changed = [pair for pair in zip(usual, wrong, strict=False) if pair[0] != pair[1]]
        counted = len(usual) == len(wrong) and len(changed) == 1
        if counted and speaks_of_the_same is False and changed[0][0] in _ALL and 0 <= changed[0][1] < changed[0][0]:
            yield one, _counted_otherwise(one)
        nothing = counted and is_nothing(changed[0][0]) and changed[0][1] > 0
        if nothing and names_a_difference(one.text) and is_amount(f"{changed[0][1]:g}"):
            # How large it is, beside what is allowed.
            continue
        if nothing and speaks_of_the_same and not says_what_nothing_means(one):
            allowed = is_amount(f"{changed[0][1]:g}") and changed[0][1] not in _PERCENT
            yield one, _allowed(other_one) if allowed else _counted_otherwise(one)


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
