"""What a file says after its comparison, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from grader.evidence.vocabulary import answer_in, asks_for, names_a_difference, truth_in, verdict_of
from grader.evidence.words import raises_otherwise, said_since
from grader.trace import Print, Trace

MOST_SENTENCES = 100
LEAST_SHARE = 0.01
"""Of cells that are wrong: less is a tolerance."""
OF_TWO = r"(?i)equal|same|match|agree|identi|gleich|übereinstimm|igual|égal|coincid|uguali|совпад|равн|相同|相等|一致"
_FIGURE = r"\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_OF_A_CALL = r"(?<=\w)\(\s{0,4}\d[\d\s,]{0,20}\)"
_OF_HOW_MANY = r"(?i)(?<=\d)\s?(?:/|\b(?:out )?(?:of|von|aus|de|sur|di|su|из|van)\b)\s?\d+"
_TO_BE_SEEN = (
    r"\b(should|must|shall|ought|expect\w*|if|whether|soll\w*|muss|müss\w*|wenn|ob|erwartet\w*|doit|doivent|si|"
    r"debe\w*|deve|devono|dovrebbe\w*|se|должн\w*|если)\b|应该|应当|はず|べき"
)
_MEANS = (
    r"\b(zeros?|ones|0s|1s|nullen|einsen|ceros|unos|zéros?|zeri|нули)\b[^.]{0,40}\b(means?|tells?|says?|"
    r"bedeut\w*|heißt|heißen|signif\w*|означа\w*)\b"
)
"""How a printed difference, or ratio, is to be read."""
_EXPECTS = rf"{_TO_BE_SEEN}|{_MEANS}|[:?]\W*$"
"""A heading, a question, or what is to be seen: none of these says what came of it."""
_LIMITS = (
    rf"{_TO_BE_SEEN}|\b(only|some|but|until|except|far|almost|nearly|most|other|again|back|supposed|need\w*|ha[sd] to|"
    r"have to|make|please|would|might|rather|violat\w*|correct (it|your|the|this|them)|numpy('s|’s)? (is|are)|"
    r"nur|erst|bis|aber|fast|beinahe|alles andere|solo|algun\w*|hasta|casi|para nada|seulement|jusque|presque|quasi|"
    r"per niente)\b"
)
"""What takes back a part of what is said, or all of it."""
_GLUED = (
    r"(?<=[^\W\d_])(?:[:=?：？>…]|\.{2,})+(?=[^\W\d_])|(?<=[^\W_])[-–_·*/(\[]{0,3}(?=(?:True|False)\b)|"
    r"(?<=[^\W_])(?=</|[✓✔✅❌✗✘☑☒])|(?<=[✓✔✅❌✗✘☑☒])(?=[^\W_])"
)
"""Where an answer stands right behind what it answers: `equal=True`, `<same>yes</same>`."""
_NONE_OF = r"(?<![\w.,])0 {1,2}([^\W\d_]+)"


class Sentence(NamedTuple):
    """A printed line, and the line of the source that ended it."""

    text: str
    line: int


@dataclass(frozen=True, eq=False)
class Told:
    """What a file says once its result is there, as written and in a run in which NumPy's product is wrong.

    since: when the result was there, in events; alone: whether nothing but NumPy's product differs in the other run, so
    that it said as much before.
    """

    trace: Trace
    other: Trace
    since: int
    alone: bool = False

    @cached_property
    def mine(self) -> list[Sentence]:
        """What it says as written."""
        if self.alone:
            return sentences(self.trace.prints[self._earlier :])
        return sentences(said_since(self.since, self.trace, self.trace))

    @cached_property
    def others(self) -> list[Sentence]:
        """What it says where NumPy's product is wrong."""
        if self.alone:
            return sentences(self.other.prints[self._earlier :])
        return sentences(said_since(self.since, self.trace, self.other))

    @property
    def _earlier(self) -> int:
        """How much was said before the result was there."""
        return sum(part.order < self.since for part in self.trace.prints)

    @cached_property
    def raises_otherwise(self) -> bool:
        """Whether other exceptions come through there."""
        return raises_otherwise(self.trace, self.other, self.since)


def sentences(parts: Sequence[Print]) -> list[Sentence]:
    """What was printed, line by line, with spaces before answers; of very much the last."""
    found: list[Sentence] = []
    begun = ""
    for part in parts:
        *ended, rest = part.text.split("\n")
        for text in ended:
            found.append(Sentence((begun + text).strip(), part.line))
            begun = ""
        begun += rest
    if begun.strip():
        found.append(Sentence(begun.strip(), parts[-1].line))
    return [one._replace(text=re.sub(_GLUED, r"\g<0> ", one.text)) for one in found[-MOST_SENTENCES:]]


def expects(sentence: Sentence) -> bool:
    """Whether a line is a heading, a question, or tells what is to be seen."""
    return re.search(_EXPECTS, sentence.text, re.IGNORECASE) is not None


def is_limited(sentence: Sentence) -> bool:
    """Whether a line takes back a part of what it says, or says it of what should be."""
    return re.search(_LIMITS, sentence.text, re.IGNORECASE) is not None


def without_numbers(sentence: Sentence) -> Sentence:
    """The same without the words that have figures in them."""
    return sentence._replace(text=" ".join(word for word in sentence.text.split() if not re.search(r"\d", word)))


def words_of(sentence: Sentence) -> str:
    """What a line says beside numbers and brackets."""
    words = without_numbers(sentence).text.split()
    return " ".join(word for word in words if any(map(str.isalpha, word)))


def answer_of(words: Iterable[str]) -> bool | None:
    """What words are that answer what stands before them: True, False, yes, no; None for others."""
    truths = {truth_in(word) for word in words}
    return truths.pop() if len(truths) == 1 and None not in truths else answer_in(words)


def denies(sentence: Sentence) -> bool:
    """Whether a line speaks of what is not the same, and not of none of it: "0 problems", "0 errors in 4 cells"."""
    found = figures(sentence)
    none_of = any(asks_for([word]) is False for word in re.findall(_NONE_OF, sentence.text))
    return speaks_of(sentence) is False and not none_of and (not found or any(one >= LEAST_SHARE for one in found))


def objects(sentence: Sentence) -> bool:
    """Whether a line, or its first word, says that something is wrong: `FAIL`, whatever it stands before."""
    first = sentence.text.split()[:1]
    begins_so = asks_for(first) is False and not any(map(names_a_difference, first))
    return begins_so or verdict_of(sentence.text) is False


def may_deny(sentence: Sentence) -> bool:
    """Whether a line says that something is wrong, or answers whether it is, or counts or lists what is."""
    return objects(sentence) or speaks_of(sentence) is False or verdict_of(sentence.text, alone=True) is False


def speaks_of(sentence: Sentence) -> bool | None:
    """Whether a line speaks of what is the same, or of what is not (False)."""
    return asks_for(without_numbers(sentence).text.split())


def figures(sentence: Sentence) -> list[float]:
    """The numbers in a line, without their signs, what "0 of 4" is a part of, and what `range(2)` is called with."""
    told = re.sub(rf"{_OF_HOW_MANY}|{_OF_A_CALL}", "", sentence.text)
    return [float(number) for number in re.findall(_FIGURE, told)]
