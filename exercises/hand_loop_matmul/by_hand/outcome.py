"""What became of the product by hand: does the file itself find it wrong, is it NumPy's, what stopped it."""

from __future__ import annotations

from grader.check import Inconclusive, Runs, Wrong
from grader.evidence.likeness import same
from grader.evidence.stopped import stopped_after
from grader.exercise import Exercise
from grader.submission import Submission
from grader.syntax.functions import run_elsewhere
from grader.syntax.lines import split_lines
from grader.syntax.loops import loops_around
from grader.syntax.names import names_in
from grader.syntax.returns import given_for_nothing
from grader.text import short_name
from grader.trace import Array, Comparison, Raised, Sight, Trace

from .displayed import times_written
from .handwork import Handwork
from .matrices import first_seen, matrix_products
from .stopped_loops import stopped_where_written

MOST_SMALL = 16
"""Numbers in an array that may belong to this exercise; those of the others are larger."""


def found_unequal(work: Handwork, submission: Submission, runs: Runs) -> bool:
    """Whether the learner compared something with the right product, and only ever found it unequal.

    What NumPy made, a product of other matrices or entry by entry, is no result of the learner's. Where a name outside
    of all functions has the right numbers at the end, the others were compared to show that they are others.
    """
    outside = [row for row in submission.lines if row[:1].strip() and not row.startswith(("def ", "class ", "#"))]
    names = work.results.final_names_of(work.product)
    if found_unlike(work.trace, work.product, 0) is None:
        return False
    held = any(names & names_in(row) for row in outside)
    if not held and found_unlike(work.trace, work.product, work.since) is not None:
        return True
    return not _stays(work, runs("broken_as_given"))


def _stays(work: Handwork, broken: Trace) -> bool:
    """Whether the right numbers are there although NumPy's product is wrong, so that they are the learner's own."""
    return not broken.is_altered or Handwork(broken, work.left, work.right).is_right


def is_numpys(work: Handwork, submission: Submission, runs: Runs) -> bool:
    """Whether NumPy's product is what the learner has for a result, rather than what another one is compared with."""
    trace, product = work.trace, work.product
    if what_stopped(work) or found_unequal(work, submission, runs) or not work.numpys:
        return False
    kept = any(sight.how == "bind" and same(sight.array, product) for sight in trace.sights)
    compared = any(same(side, product) for pair in trace.comparisons for side in (pair.left, pair.right))
    return kept or (not compared and all(times_written(entry, trace.text) for entry in product.flat))


def filled_over_numpys(work: Handwork) -> int | None:
    """The line that gives NumPy's product to a name, where the loops put the same numbers into that array again."""
    if not work.is_right and work.results.wrong:
        return None
    library = work.results.library
    given: dict[str, int] = {}
    for sight in work.trace.sights:
        for name in sight.site.names:
            if sight.how == "bind":
                given.pop(name, None)
                if sight.site.line in library.lines and same(sight.array, work.product):
                    given[name] = sight.site.line
            elif sight.how == "changed" and not sight.is_last_look and name in given:
                return given[name]
    return None


def begun_as_numpys(line: int) -> Wrong:
    """The verdict on a result that gets NumPy's product at that line, before the loops put numbers into it."""
    return Wrong(
        "The result begins as NumPy's product here, before your own loops put anything into it.",
        line=line,
        misconception="numpy-product",
    )


def given_never_made(work: Handwork) -> Raised | None:
    """The error of the line that writes out A, or B, so that its name has nothing, or another exercise's matrix."""
    missing = (given for given in (work.left, work.right) if not first_seen(work.trace, given))
    return next((stop for given in missing if (stop := stopped_where_written(work.trace, given))), None)


def what_stopped(work: Handwork) -> Raised | None:
    """The error that would have stopped the file when the first matrix was there, and NumPy's product was not yet."""
    stop = given_never_made(work) or stopped_after(work.trace, first_seen(work.trace, work.left))
    return None if stop and work.numpys and work.numpys[0].order < stop.order else stop


def stopped_elsewhere(work: Handwork) -> bool:
    """Whether the error came in another exercise: behind its larger arrays, in a line that says nothing of A and B."""
    stop = what_stopped(work)
    if stop is None or given_never_made(work) or loops_around(work.trace.source, stop.line):
        return False
    since = max(first_seen(work.trace, work.left), first_seen(work.trace, work.right))
    larger = any(since < one.order < stop.order and one.array.size > MOST_SMALL for one in work.trace.sights)
    given = (one for one in work.trace.sights if same(one.array, work.left) or same(one.array, work.right))
    row = dict(enumerate(split_lines(work.trace.source), 1)).get(stop.line, "")
    return larger and names_in(row).isdisjoint(name for one in given for name in one.site.names)


def refuse_not_kept(work: Handwork, submission: Submission) -> None:
    """Raise Wrong when a function gives the right result, and the line that calls it does nothing with that."""
    calls = given_for_nothing(submission.text)
    given = (one.site.line for one in work.trace.sights if one.site.kind == "call" and same(one.array, work.product))
    for line in given:
        if line in calls:
            function = short_name(calls[line])
            raise Wrong(
                "What this call gives is the right result, and nothing keeps it.",
                line=line,
                says=f"{function}() hands it back to the line that calls it, which has to give it a name.",
                hint=f"C = {function}(A, B)",
                misconception="sum-not-stored",
            )


def found_unlike(trace: Trace, expected: Array, since: int) -> Comparison | None:
    """The last comparison with the right product, when all that came since then found something else beside it."""
    made = matrix_products(trace)
    unlike = None
    for pair in trace.comparisons:
        sides = (pair.left, pair.right)
        right = [same(side, expected) for side in sides]
        other = next((side for side, is_right in zip(sides, right, strict=True) if not is_right), None)
        if not any(right) or pair.order < since or (all(right) and not pair.equal):
            continue
        if pair.equal and all(right):
            return None
        # What is found equal within a tolerance that hides a difference is another result, too.
        if id(other) not in made:
            unlike = pair
    return unlike


def named_the_other_way_round(work: Handwork, exercise: Exercise) -> Sight | None:
    """Where A gets its name, when each of the given matrices has the other one's."""
    named: dict[str, Sight] = {}
    for sight in work.trace.sights:
        if sight.how == "bind" and (same(sight.array, work.left) or same(sight.array, work.right)):
            for name in sight.site.names:
                named.setdefault(name, sight)
    first, second = (named.get(name) for name in exercise.literal)
    exchanged = first and second and same(first.array, work.right) and same(second.array, work.left)
    return first if exchanged else None


def leave_open_what_ran_elsewhere(work: Handwork) -> None:
    """Raise Inconclusive when a function of the file's own was only run by other processes: nothing of it is seen."""
    never = work.trace.defined.keys() - work.trace.called.keys()
    if elsewhere := never & run_elsewhere(work.trace.source):
        raise Inconclusive(
            f"{short_name(min(elsewhere))}() runs in other processes, where it is not seen, so this was not judged.",
            line=work.results.line_of(work.product),
            hint="Call it in a plain loop.",
        )
