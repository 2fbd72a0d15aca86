"""Is the shape of the product confirmed: printed, or compared with what it should be, so that it can turn out false?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from grader.check import Blocked, Missing, Partly, Wrong
from grader.evidence.made import is_held_elsewhere
from grader.evidence.printed import Mention, mentions
from grader.evidence.shown import refuse_unfilled_text
from grader.evidence.transposed.operands import names_of, pairs_of, product_in, results_of
from grader.evidence.vocabulary import verdict_of
from grader.evidence.words import quoted, speaks_otherwise
from grader.recording.events import Site
from grader.source import looks_at_itself, names_by_line, names_in, tells_sides
from grader.statements import branches_at, condition_of, function_around, lines_using
from grader.submission import Submission
from grader.trace import Comparison, Operation, Trace, equal

_LENGTH_OF = r"(?:\blen\(\s*(?=\w+)|(?<!\.)(?=\b\w+(?:\.T)?\.shape\b))\b(\w+)"
_LENGTHS = r"\s*+\(?(\w++(?: ?, ?\w++)*+)\)?\s*+=\s*+(?:np\.shape\((\w++)\)|(\w++)\.shape\b|len\((\w++)(?:\[0\])?\))"
_GIVEN = r"\s*+\(?(\w++(?:\s*+,\s*+\w++)*+)\)?\s*+=(?!=)"
_MEASURED = r"\b(\w+)(?:\[0\])?\.shape\b|\b(?:len|shape)\((\w+)\b"
_COLUMNS_ALONE = r"\.shape\[(?:1|-1)\]|\blen\(\w+\[(?:0|-1)\]\)"
_ROWS_TOO = r"\.shape\b(?!\[(?:1|-1)\])|\blen\(\w+\)|\bshape\("
_MULTIPLIES = r"@|\b(dot|matmul|einsum|tensordot|inner)\b"


def printed_anew(as_written: Trace, narrower: Trace, columns: int, since: int, submission: Submission) -> bool:
    """Whether what says (3, 4) says (3, columns) when B has fewer columns, as typed text does not.

    since: when the product was there, in events. What a line says of A's and B's lengths alone does not count.
    """
    silent = _lines_of_the_operands(as_written, submission) | _lines_of_columns_alone(submission)
    usual, narrow = (
        [
            Counter(mention.line for mention in mentions(trace, (3, width)) if mention.order > begun)
            for width in (4, columns)
        ]
        for trace, begun in ((as_written, since), (narrower, 0))
    )
    # Only where it was said before: an objection may name the shape that is asked for.
    return any(
        usual[0][line] > narrow[0][line] and narrow[1][line] >= max(1, usual[1][line])
        for line in usual[0]
        if line not in silent
    )


def _lines_of_the_operands(trace: Trace, submission: Submission) -> set[int]:
    """The lines that speak of A's and B's lengths, and of no other's, nor of anything that makes a product."""
    products = [left.T @ right for left, right in pairs_of(trace)]
    results = {
        name for sight in trace.sights for name in sight.site.names if any(equal(sight.array, one) for one in products)
    }
    operands = (names_of(trace, 5) | names_of(trace, 5, axis=1)) - results
    given = _given_the_product(trace)
    found = {
        number
        for number, row in enumerate(submission.lines, 1)
        if (owners := set(re.findall(_LENGTH_OF, row)))
        and owners <= operands
        and not re.search(_MULTIPLIES, row)
        # A parameter of that name may be the product there.
        and not (given and function_around(submission.text, number) in given)
    }
    return found | _lines_of_lengths(found, results, submission)


def _lines_of_lengths(found: set[int], results: set[str], submission: Submission) -> set[int]:
    """The lines that speak of such lengths by names of their own: `m, n = A.shape[1], B.shape[1]`."""
    source, rows = submission.text, submission.lines
    lengths: set[tuple[str, int]] = set()
    others: set[tuple[str, int]] = set()
    for number, row in enumerate(rows, 1):
        if match := re.match(_GIVEN, row):
            names = {(name, function_around(source, number)) for name in names_in(match[1])}
            (lengths if number in found else others).update(names)
    own = lengths - others
    return (
        {
            line
            for line, names in names_by_line(source).items()
            if own & {(name, function_around(source, line)) for name in names}
            and not names & results
            and not re.search(_MULTIPLIES, rows[line - 1])
        }
        if own
        else set()
    )


def _given_the_product(trace: Trace) -> set[int]:
    """The lines of the functions that got the product: a parameter of any name is the product there."""
    widths = {shape[1] for shape in trace.shapes if len(shape) == 2 and shape[0] == 5}
    products = [left.T @ right for width in widths for left, right in pairs_of(trace, width)]
    got = (sight for sight in trace.sights if sight.how == "argument")
    return {sight.site.line for sight in got if any(equal(sight.array, product) for product in products)}


def _lines_of_columns_alone(submission: Submission) -> set[int]:
    """The lines that read how many columns a matrix has, and of none how many rows."""
    return {
        number
        for number, row in enumerate(submission.lines, 1)
        if re.search(_COLUMNS_ALONE, row) and not re.search(_ROWS_TOO, row)
    }


def refuse_operands_lengths(trace: Trace, printed: Sequence[Mention], submission: Submission) -> None:
    """Raise Wrong when all that says (3, 4) speaks of A's and B's lengths, or reads the 4 alone."""
    lines, halves = _lines_of_the_operands(trace, submission), _lines_of_columns_alone(submission)
    if all(mention.line in halves for mention in printed):
        raise Wrong(
            "Of the result, only how many columns it has is read here.",
            line=printed[-1].line,
            says="The 3 does not come from it.",
            hint="print(C.shape)",
            misconception="shape-printed-as-literal",
        )
    if all(mention.line in lines for mention in printed):
        raise Wrong(
            "These are lengths of A and of B: they are the same whatever the result is.",
            line=printed[-1].line,
            hint="Print the product's own shape.",
            misconception="shape-not-printed",
        )


def refuse_denied_shape(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when the shape is compared with (3, 4), found equal, and the file says that it is wrong."""
    for pair in trace.comparisons:
        if pair.equal and with_shape(pair):
            places = {pair.site.line, *branches_at(submission.text, pair.site.line)}
            told = [part for part in trace.prints if part.line in places and verdict_of(part.text) is False]
            if told:
                raise Wrong(
                    f'The shape is right, and the file says "{quoted(told[0].text)}".',
                    line=told[0].line,
                    hint="What says that it is right belongs to the case in which C.shape == (3, 4) is True.",
                    misconception="verification-inverted",
                )


def compared_as_filled(trace: Trace, submission: Submission) -> bool:
    """Whether the shape, or both lengths, of such an array are compared, and that has a consequence."""
    lines = _with_both_lengths(trace, submission)
    compared = [pair for pair in trace.comparisons if pair.equal]
    sites = [one.site for one in compared if with_shape(one) or one.site.line in lines]
    return read_as_filled(trace, [one for one in sites if _has_consequence(one.line, trace, submission)], submission)


def read_as_filled(trace: Trace, places: Sequence[Mention | Site], submission: Submission) -> bool:
    """Whether it is the shape of an array into which the product was put number by number, or row by row.

    Its size may be typed where it was made, or in the loops: then a run with a smaller one tells nothing.
    """
    products = [left.T @ right for left, right in pairs_of(trace)]
    right = [sight for sight in trace.arrays(3, 4) if any(equal(sight.array, product) for product in products)]
    held = [one for sight in right for one in trace.seen(sight.array)]
    names = {name for one in held if one.how in ("bind", "changed") for name in one.site.names}
    others = [sight for sight in trace.arrays(3, 4) if right and sight.order < right[0].order]
    before = {name for sight in others for one in trace.seen(sight.array) for name in one.site.names}
    if right and is_held_elsewhere(trace, right[0].array, submission):
        names |= before
    if not names or not (right[0].how == "changed" or names & before):
        return False
    given = _given_the_product(trace)
    lines = {place.line for place in places if 0 < place.line <= len(submission.lines)}
    return any(
        function_around(submission.text, line) in given or names & _measured(submission.lines[line - 1])
        for line in lines
    )


def _measured(row: str) -> set[str]:
    """The names whose shape, or length, a line reads."""
    return {name for found in re.findall(_MEASURED, row) for name in found if name}


def compared(trace: Trace, smaller: Trace, submission: Submission) -> bool:
    """Whether the shape is compared with (3, 4), and something is said or raised when it is another one."""
    typed = {pair.site.line for pair in smaller.comparisons if pair.equal and with_shape(pair)}
    lines = {pair.site.line for pair in trace.comparisons if pair.equal and with_shape(pair)} - typed
    lines |= _with_both_lengths(trace, submission) - _with_both_lengths(smaller, submission)
    if any(_has_consequence(line, trace, submission) for line in _equal_at(trace, 3, submission)):
        # The rows are looked at by themselves.
        lines |= _equal_at(trace, 4, submission) - _equal_at(smaller, 4, submission)
    silent = _lines_of_the_operands(trace, submission)
    telling = (line for line in lines - silent if tells_sides(submission.text, line))
    return any(speaks_otherwise(line, trace, smaller, submission) for line in telling)


def fits_the_operands(trace: Trace, narrower: Trace, columns: int, submission: Submission) -> bool:
    """Whether the shape is compared with what A's and B's own shapes make of it, and something depends on that."""

    def fits(usual: int | list[int], narrow: int | list[int]) -> bool:
        lines = _equal_at(trace, usual, submission) & _equal_at(narrower, narrow, submission) - again
        others = (line for line in lines if not looks_at_itself(submission.text, line, names))
        return any(_has_consequence(line, trace, submission) for line in others)

    names = _names_of_lengths(results_of(trace), submission.lines)
    again = _lines_of_numpys_again(trace)
    return fits([3, 4], [3, columns]) or (fits(3, 3) and fits(4, columns))


def _lines_of_numpys_again(trace: Trace) -> set[int]:
    """Where the product is made again with which a result of NumPy's may be compared: it is always as large."""
    first = product_in(trace, 4)
    made = [product for product in trace.products if np.shape(product.result) == (3, 4)]
    return {product.site.line for product in made[1:]} if first and first.how == "result" else set()


def _equal_at(trace: Trace, size: int | list[int], submission: Submission) -> set[int]:
    """The lines at which a shape, or a length of the result, is found equal to that."""
    rows = submission.lines
    names = _names_of_lengths(results_of(trace), rows)
    found = {
        pair.site.line
        for pair in trace.comparisons
        if pair.equal and np.asarray(pair.left).tolist() == np.asarray(pair.right).tolist() == size
    }
    given = _given_the_product(trace)
    return {
        line
        for line in found
        if isinstance(size, list)
        or (line and (names & names_in(rows[line - 1]) or function_around(submission.text, line) in given))
    }


def _with_both_lengths(trace: Trace, submission: Submission) -> set[int]:
    """The lines at which the result's lengths are found equal to 3 and to 4, or to one below an `if` of the other."""
    rows, columns = (_equal_at(trace, length, submission) for length in (3, 4))
    below = {
        inner
        for one, other in ((rows, columns), (columns, rows))
        for inner in other
        if any(inner in branches_at(submission.text, outer) for outer in one)
    }
    return (rows & columns) | below


def _names_of_lengths(names: set[str], rows: Sequence[str]) -> set[str]:
    """These names of matrices, and those that their lengths are given to: `m, n = C.shape`."""
    given = [found for row in rows if (found := re.match(_LENGTHS, row)) and names.intersection(found.groups())]
    return names.union(*(names_in(found[1]) for found in given))


def _has_consequence(line: int, trace: Trace, submission: Submission) -> bool:
    """Whether a line asserts, gives back or prints, or decides what is: at once, or by a name that it sets."""
    rows = submission.lines
    told = {part.line for part in trace.prints}
    decided = [line, *branches_at(submission.text, line)]
    places = {*decided, *(place for one in decided for place in lines_using(submission.text, one))}
    texts = [rows[place - 1] for place in places if 0 < place <= len(rows)]
    asserted = any(re.search(r"\b(assert|raise|return|exit|quit|print)", text) and " or " not in text for text in texts)
    return asserted or not told.isdisjoint(places)


def noticed(trace: Trace, smaller: Trace, submission: Submission, columns: int) -> bool:
    """Whether the file itself objects, in words or by an error of its own, when the result has another shape."""
    lines = submission.lines
    before = {failing.line for failing in trace.exceptions}
    made, again = product_in(trace, 4), product_in(smaller, columns)
    if made is None or again is None:
        return False
    silent = _lines_of_the_operands(trace, submission)
    if not _equal_at(trace, 3, submission):
        # Nobody looks at the rows.
        silent |= _lines_of_columns_alone(submission)
    silently = _words_of(trace) == _words_of(smaller)
    for failing in smaller.exceptions:
        if failing.order < again.order:
            continue
        text = lines[failing.line - 1] if 0 < failing.line <= len(lines) else ""
        if failing.outcome == "caught" and silently:
            continue
        asserts = failing.type == "AssertionError"
        own = asserts or re.search(r"\b(raise|exit|quit)\b", text)
        place = failing.line if asserts else condition_of(submission.text, failing.line)
        if not tells_sides(submission.text, place) or place in silent:
            continue
        if own and failing.line not in before and not smaller.arrays(5, 4) and not _of_others(failing.line, smaller):
            return True
    first, second = (
        [
            re.findall(r"[^\W\d_]{2,}", part.text)
            for part in one.prints
            if part.order > since.order and _may_tell(part.line, submission, silent)
        ]
        for one, since in ((trace, made), (smaller, again))
    )
    return len(first) == len(second) and first != second


def _words_of(trace: Trace) -> list[str]:
    return [word for part in (*trace.prints, *trace.errors) for word in re.findall(r"[^\W\d_]{2,}", part.text)]


def _may_tell(line: int, submission: Submission, silent: set[int]) -> bool:
    """Whether what a line says may depend on the result's shape, and on which side is which."""
    places = {line, condition_of(submission.text, line)}
    return places.isdisjoint(silent) and all(tells_sides(submission.text, place) for place in places)


def _of_others(line: int, smaller: Trace) -> bool:
    """Whether what a line finds unequal are shapes of A and B, and not the result's."""
    unequal = [pair for pair in smaller.comparisons if pair.site.line == line and not pair.equal]
    results, operands = (names_of(smaller, rows) for rows in (3, 5))
    words = [names_in(pair.site.text) for pair in unequal]
    return bool(unequal) and not any(results & names for names in words) and all(operands & names for names in words)


def refuse_vain_comparison(trace: Trace, submission: Submission) -> None:
    """Raise Wrong when a comparison of the result's size says nothing of its shape."""
    names = _names_of_lengths(results_of(trace), submission.lines)
    again = _lines_of_numpys_again(trace)
    short = (pair for pair in trace.comparisons if pair.equal and np.size(pair.left) <= 2)
    compared = [pair for pair in short if names & names_in(pair.site.text)]
    for pair in compared:
        if looks_at_itself(submission.text, pair.site.line, names) or pair.site.line in again:
            seen = "Here the result's shape is compared with itself."
        elif not tells_sides(submission.text, pair.site.line):
            seen = "What is compared here is the same for a matrix of shape (4, 3)."
        elif {np.asarray(one.left).tolist() for one in compared if np.ndim(one.left) == 0} in ({3}, {4}):
            seen = "Only one of the result's two lengths is compared."
        else:
            continue
        raise Wrong(seen, line=pair.site.line, hint="assert C.shape == (3, 4)", misconception="shape-not-printed")


def _compared_with_another(trace: Trace) -> None:
    """Raise Wrong when the result's shape is compared with a shape that it should not have."""
    for pair in trace.comparisons if trace.arrays(3, 4) else ():
        sides = [np.asarray(side).tolist() for side in (pair.left, pair.right)]
        if not pair.equal and [3, 4] in sides and all(np.ndim(side) == 1 and len(side) == 2 for side in sides):
            other = next((side for side in sides if side != [3, 4]), None)
            # A list is never equal to a tuple.
            shape = "[3, 4], a list" if other is None else f"({other[0]:g}, {other[1]:g})"
            raise Wrong(
                f"The result's shape is (3, 4), and it is compared with {shape} here.",
                line=pair.site.line,
                hint="assert C.shape == (3, 4)",
                misconception="shape-not-printed",
            )


def _of_a_and_b(product: Operation) -> bool:
    """Whether matrices with the lengths of A and B were multiplied, so that there is a result, of whatever shape."""
    shapes = [sorted(np.shape(operand)) for operand in product.operands]
    return shapes in ([[3, 5], [4, 5]], [[4, 5], [3, 5]])


def with_shape(pair: Comparison) -> bool:
    """Whether something is compared with the shape (3, 4)."""
    return [3, 4] in (np.asarray(pair.left).tolist(), np.asarray(pair.right).tolist())


def explain_not_printed(trace: Trace, submission: Submission) -> NoReturn:
    """Say what was printed instead. Always raises."""
    refuse_vain_comparison(trace, submission)
    _compared_with_another(trace)
    refuse_unfilled_text(trace)
    early = mentions(trace, (3, 4)) if product_in(trace, 4) else []
    if early:
        raise Wrong(
            "(3, 4) is printed here, before the product is there.",
            line=early[-1].line,
            hint="Print the product's own shape, once it is made.",
            misconception="shape-not-printed",
        )
    for sight in trace.arrays(3, 4):
        shown = sum(f"{abs(entry):.3f}"[:-1] in trace.text for entry in sight.array.real.ravel())
        if shown >= sight.array.size - 2:
            raise Partly("The matrix is printed, but not its shape.", share=0.4, misconception="shape-not-printed")
    if not trace.arrays(3, 4) and trace.arrays(4, 3):
        raise Blocked("Not looked at yet: first there has to be a result of shape (3, 4).")
    if not trace.arrays(3, 4) and any(map(_of_a_and_b, trace.products)):
        raise Blocked("Not looked at yet: first there has to be a result of shape (3, 4).")
    if not trace.arrays(3, 4):
        raise Missing("There is no result whose shape could be shown.")
    turned = mentions(trace, (4, 3))
    if turned:
        raise Wrong(
            "(4, 3) is printed here: this is the result lying on its side.",
            line=turned[-1].line,
            hint="A.T @ B is (3, 4) already; print its shape.",
            misconception="shape-not-printed",
        )
    raise Wrong("The shape (3, 4) was neither printed nor asserted.", misconception="shape-not-printed")
