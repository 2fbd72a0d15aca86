"""What a file says, lists or counts the other way round: that something is wrong in one run, and not in another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from grader.evidence.sentences import Sentence, Told, answer_of, figures, objects, speaks_of, without_numbers
from grader.evidence.vocabulary import answer_to_unlike, asks_for, is_no, is_nothing, number_in, verdict_of

_CODE = r"(?i)\b(zero|null|cero|z[ée]ro|ноль|нуль|sıfır|exit code|status|return code)\b"
"""What says that the number 0 is a good sign."""


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
        answers, asked = [answer_of(some) for some in (mine, others)], asks_for(label)
        if None in answers and asked is False:
            answers = [answer_to_unlike(some) for some in (mine, others)]
        if None not in answers and label:
            if asked is None:
                continue
            said: list[bool | None] = [asked is answer for answer in answers]
        else:
            alone = [verdict_of(" ".join(some)) for some in (mine, others)]
            # Of "mismatch: none" and "match: none", what they have in common says the opposite of the rest.
            denies_both = any(map(is_no, words[0] & words[1]))
            said = [verdict_of(text) for text in pair] if None in alone or denies_both else alone
        for verdicts, verdict in zip(found, said, strict=True):
            verdicts.add(verdict)
    return found


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
        # "Difference check: as expected" lists nothing.
        of_wrong_ones = of_right_ones is False and asks_for(heading.split()[-1:]) is False
        if of_wrong_ones and (usual > wrong or _is_listed_alone(listed, again[2])):
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


def counted_the_other_way_round(alone: Told) -> Sentence | None:
    """A count of what is wrong that is greater by one where all is right, or one of what is right that is smaller.

    alone: what the file says as written, and in a run in which one thing is wrong, and nothing else.
    """
    for one, other in in_their_places(alone.mine, alone.others):
        usual, wrong = figures(one), figures(other)
        changed = [mine - its for mine, its in zip(usual, wrong, strict=False) if mine != its]
        of_right_ones = speaks_of(one)
        opposite = (changed == [1] and of_right_ones is False) or (changed == [-1] and of_right_ones)
        if opposite and len(usual) == len(wrong) and not says_what_nothing_means(one):
            return one
    return None


def in_their_places(mine: Sequence[Sentence], others: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
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


def says_what_nothing_means(sentence: Sentence) -> bool:
    """Whether a line that tells one 0 has another beside it that explains it: `0 if equal: 0.0`, `exit code 0`."""
    return len([one for one in figures(sentence) if one == 0]) > 1 or re.search(_CODE, sentence.text) is not None
