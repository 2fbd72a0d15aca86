"""The ways in which learners compare their product with NumPy's, and in which they only seem to."""

from __future__ import annotations

import pytest

from tests.corpus import Grading
from tests.kinds.parts import LOOP, not_passed, status

REAL_COMPARISONS = (
    """\
if np.array_equal(result, A @ B):
    print("0 differences between", result, "and NumPy")
else:
    print("there are differences between", result, "and NumPy")
""",
    """\
print("0 errors in 4 cells" if np.array_equal(result, A @ B) else "there are errors in 4 cells")
""",
    """\
print("by hand equals NumPy:", "done" if np.array_equal(result, A @ B) else "pending")
""",
    """\
print("(done) by hand equals NumPy" if np.array_equal(result, A @ B) else "(todo) by hand equals NumPy")
""",
    """\
print("mine:", result)
print("NumPy's:", A @ B)
print("shapes agree:", result.shape == (A @ B).shape)
print("whole numbers:", np.array_equal(result, np.round(result)))
""",
    """\
print("no difference:", np.array_equal(result, A @ B))
""",
    """\
error = np.abs(result - A @ B).sum()
print("error", error, "->", "OK" if error == 0 else "BAD")
""",
    """\
print("not a single cell is wrong:", (result == A @ B).all())
""",
    """\
print("no, different" if not np.array_equal(result, A @ B) else "yes, the same")
""",
    """\
print(A @ B)
print("elementwise is another thing:", np.array_equal(A * B, A @ B))
print("wrong cells:", np.argwhere(result != A @ B).tolist())
""",
    """\
other = [[A[i, j] * B[i, j] for j in range(2)] for i in range(2)]
print("entry by entry is another thing:", np.array_equal(other, A @ B))
print("greatest difference:", np.abs(result - A @ B).max())
""",
    """\
import math
print(all(math.isclose(result[i, j], (A @ B)[i, j], rel_tol=1e-2) for i in range(2) for j in range(2)))
""",
    """\
print(f"{(result == A @ B).sum()}/4 correct")
""",
    """\
print(f"{100 * (result == A @ B).mean():.0f}% of the entries are equal")
""",
    """\
print("relative error:", np.abs(result - A @ B).max() / np.abs(A @ B).max())
""",
    """\
print("ratio", result / (A @ B))
""",
    """\
wrong = [(i, j) for i in range(2) for j in range(2) if result[i, j] != (A @ B)[i, j]]
print("wrong cells:", wrong)
""",
    """\
if result.tolist() == [[19, 22], [43, 50]]:
    if np.array_equal(result, A @ B):
        print("as on paper, and as NumPy says")
    else:
        print("NumPy says something else")
else:
    print("not as on paper")
""",
    """\
assert result[0, 0] == 19 and np.array_equal(result, A @ B)
""",
    """\
points = 0
points += C.shape == (3, 4)
points += np.array_equal(result, A @ B)
print(f"{points}/2 right")
""",
    """\
print(np.allclose(result, A @ B))
""",
    """\
assert (result == A @ B).all()
""",
    """\
if np.array_equal(result, A@B):
    print('ok')
else:
    print('no')
""",
    """\
np.testing.assert_array_equal(result, A @ B)
print('verified')
""",
    """\
print('diff', np.abs(result - A @ B).max())
""",
    """\
for i in range(2):
    for j in range(2):
        if result[i][j] != (A@B)[i][j]:
            print('mismatch')
""",
    """\
try:
    assert np.array_equal(result, A@B)
    print('pass')
except AssertionError:
    print('fail')
""",
    """\
print(result.tolist() == np.dot(A,B).tolist())
""",
    """\
print(A @ B)
""",
    """\
expected = np.matmul(A,B)
print(f'{result} vs {expected}')
""",
    """\
print((np.array(result) - A@B == 0).all())
""",
    """\
expected = A.dot(B)
all_match = all(result[i][j]==expected[i][j] for i in range(2) for j in range(2))
print('All match!' if all_match else 'Mismatch')
""",
    """\
def check(a, b):
    return np.allclose(a, b)
print('correct' if check(result, A@B) else 'wrong')
""",
    """\
print('Match:', np.array_equal(result, np.einsum('ij,jk->ik', A, B)))
""",
    """\
difference = result - A @ B
print(difference)
""",
    """\
print(np.isclose(result, A @ B))
""",
    """\
print('Results match!') if np.array_equal(result, A @ B) else print('differ')
""",
    """\
import sys
sys.exit(0 if np.array_equal(result, A @ B) else 1)
""",
    """\
E = A @ B
print(result[0][0] == E[0][0], result[0][1] == E[0][1], result[1][0] == E[1][0], result[1][1] == E[1][1])
""",
    """\
np_result = np.dot(A, B)
match = True
for r1, r2 in zip(result, np_result):
    for x, y in zip(r1, r2):
        if x != y:
            match = False
print(match)
""",
    """\
print(np.linalg.norm(result - A @ B))
""",
    """\
assert np.array_equal(result, A @ B), f'{result} != {A @ B}'
""",
    """\
print(str(result.astype(int)) == str(A @ B))
""",
    """\
np.testing.assert_allclose(result, A @ B)
""",
    """\
print("equal:", np.array_equal(result, A @ B))
print("So the loops and NumPy agree.")
""",
    """\
assert np.array_equal(result, A @ B)
print("AB and BA differ")
""",
    """\
if np.array_equal(result, A @ B):
    print("The results are equal.")
print("All exercises done!")
""",
    """\
print("difference:", np.abs(result - A @ B).max())
print("difference of a matrix to itself: 0")
""",
)
NO_COMPARISONS = (
    """\
expected = [[19, 22], [43, 50]]
E = A @ B
print("equal:", np.array_equal(E, expected))
""",
    """\
print("equal:", np.array_equal(result[1], (A @ B)[1]))
""",
    """\
print("equal:", np.array_equal(result[:, 1], (A @ B)[:, 1]))
""",
    """\
E = A @ B
for i in range(2):
    same = np.array_equal(result[i], E[i])
print("equal:", same)
""",
    """\
print("sum", np.sum(A @ B), "trace", np.trace(A @ B))
""",
    """\
print(f"{100}% correct")
""",
    """\
print(len([cell for row in (A @ B) for cell in row]), "of 4 correct")
""",
    """\
print([], np.dot(A, B).shape)
""",
    """\
print(np.array_equal(A @ B, [[19, 22], [43, 50]]))
""",
    """\
paper = [[19, 22], [43, 50]]
print(np.array_equal(result, paper), (A @ B).shape)
""",
    """\
assert not np.array_equal(result, A @ B)
""",
    """\
print(result is (A @ B))
""",
    """\
if (result == A @ B): print("same")
""",
    """\
print('Match: True')
""",
    """\
print(np.array_equal(result, result))
""",
    """\
expected = result.copy()
print(np.array_equal(result, expected))
""",
    """\
A @ B
print('verified')
""",
    """\
print(np.array_equal(A @ B, A @ B))
""",
    """\
print(np.allclose(A@B, np.dot(A,B)))
""",
    """\
x = np.array_equal(result, A@B)
""",
    """\
if np.array_equal(result, A@B) or True:
    print('ok')
""",
    """\
print(type(A @ B))
""",
    """\
print((A@B).shape == result.shape)
""",
    """\
print(np.array_equal(result, [[19, 22], [43, 50]]))
""",
    """\
""",
    """\
print(result)
""",
    """\
check = A @ B
print('numpy agrees')
""",
    """\
print((result == A @ B).shape)
""",
    """\
print(np.array_equal)
""",
    """\
try:
    assert np.array_equal(result, A @ B)
except Exception:
    pass
print('ok')
""",
    """\
print(np.array_equal(A @ B, np.matmul(A, B)))
""",
    """\
def verify():
    print(np.array_equal(result, A @ B))
""",
    """\
assert np.array_equal(result, A @ B) is not None
""",
    """\
print(bool((result - A @ B).size))
""",
    """\
np.array_equal(result, A @ B)
""",
    """\
print(len(result) == len(A @ B))
""",
    """\
assert (result, A @ B)
print('ok')
""",
)
OF_SEVERAL_TESTS = """\
np.random.seed(42)
M, N = np.random.randn(5, 3), np.random.randn(5, 4)
fixed = M.T @ N
"""
"""What else is tested in a file: it comes out otherwise where N has other sizes."""
TELLS = """\
def check(what, ok):
    print("PASS" if ok else "FAIL", what)
check("shape", fixed.shape == (3, 4))
"""
LISTS = """\
problems = []
def expect(what, ok):
    if {}:
        problems.append(what)
expect("fixed is 3 by 4", fixed.shape == (3, 4))
"""
FINISH = 'print("Problems: " + ", ".join(problems) if problems else "No problems found")\n'
COUNTS = """\
tests = [("shape", fixed.shape == (3, 4)), ("by hand", np.array_equal(result, A @ B))]
failed = 0
for what, ok in tests:
    if {}:
        failed += 1
print("failed tests:", failed)
"""
HONEST_OF_SEVERAL = (
    TELLS + 'check("by hand", np.array_equal(result, A @ B))\n',
    TELLS + 'check("by hand, not equal", np.array_equal(result, A @ B))\n',
    LISTS.format("not ok") + 'expect("result equals NumPy", np.array_equal(result, A @ B))\n' + FINISH,
    COUNTS.format("not ok"),
)
OPPOSITE_OF_SEVERAL = (
    TELLS + 'check("by hand", not np.array_equal(result, A @ B))\n',
    TELLS + 'check("hand product is right", not np.array_equal(result, A @ B))\n',
    LISTS.format("ok") + 'expect("result equals NumPy", np.array_equal(result, A @ B))\n' + FINISH,
    LISTS.format("not ok") + 'expect("result equals NumPy", not np.array_equal(result, A @ B))\n' + FINISH,
    COUNTS.format("ok"),
)
NEVER_TOLD_OF_SEVERAL = (
    LISTS.format("not ok") + FINISH + 'expect("result equals NumPy", np.array_equal(result, A @ B))\n',
    LISTS.format("not ok") + FINISH + 'if not np.array_equal(result, A @ B):\n    problems.append("result")\n',
)
"""A report that is printed before the comparison is made."""
SAID_WHATEVER = (
    """\
if np.array_equal(result, A @ B):
    print("The results are equal.")
print("Verification done: loops and NumPy agree.")
""",
    """\
for i in range(2):
    for j in range(2):
        if result[i][j] == (A @ B)[i][j]:
            print(i, j, "ok")
print("All correct!")
""",
    """\
assert (result == A @ B).all(), "manual and numpy differ"
print("manual and numpy differ")
""",
    """\
np.testing.assert_array_equal(result, A @ B)
print("not equal to NumPy")
""",
    """\
print(A @ B)
difference = np.abs(result - result).max()
print("largest difference:", difference)
""",
    """\
print(A @ B)
difference = np.abs(result - A @ B).max()
print("largest difference: 0")
""",
)
"""What is compared, or shown, with something beside it that is said whatever came of that."""


@pytest.mark.parametrize("text", REAL_COMPARISONS)
def test_a_real_comparison_passes(text: str, grading: Grading) -> None:
    assert status(grading, 2, LOOP + text) == "passed"


GLUED = (
    'print("Equal:" + str({same}))',
    'print(f"match={{{same}}}")',
    'print("Same:", {same}, sep="")',
    "print(f\"{{'equal':.<10}}{{{same}}}\")",
    'print(f"<equal>{{str({same}).lower()}}</equal>")',
    'print("Are they the same?..." + ("yes" if {same} else "no"))',
    'print("Checking that the result is correct", end="..."); print("done" if {same} else "failed")',
    'print("Loops match NumPy" + ("...ok" if {same} else "...fail"))',
    'print("equal" + ("✅" if {same} else "❌"))',
    'print("iguales:" + ("sí" if {same} else "no"))',
    'print(f"equal-{{{same}}} equal/{{{same}}} equal({{{same}}}) Equal{{{same}}}")',
    'print("Equal:True" if {same} else "Equal:False")',
)


@pytest.mark.parametrize("text", GLUED)
def test_an_answer_right_behind_what_it_answers_is_read_as_one_with_a_space(text: str, grading: Grading) -> None:
    assert status(grading, 2, LOOP + text.format(same="np.array_equal(result, A @ B)")) == "passed"
    assert status(grading, 2, LOOP + text.format(same="True")) != "passed"


@pytest.mark.parametrize("text", NO_COMPARISONS)
def test_what_compares_nothing_does_not_pass(text: str, grading: Grading) -> None:
    assert status(grading, 2, LOOP + text) != "passed"


@pytest.mark.parametrize("text", HONEST_OF_SEVERAL)
def test_one_of_several_tests_passes(text: str, grading: Grading) -> None:
    assert status(grading, 2, OF_SEVERAL_TESTS + LOOP + text) == "passed"


@pytest.mark.parametrize("text", OPPOSITE_OF_SEVERAL)
def test_one_of_several_tests_that_says_the_opposite_is_noticed(text: str, grading: Grading) -> None:
    source = f"import numpy as np\n{OF_SEVERAL_TESTS}{LOOP}{text}"
    (told,) = not_passed(grading.source(source).exercises[2])
    assert told.misconception == "verification-inverted"


@pytest.mark.parametrize("text", NEVER_TOLD_OF_SEVERAL)
def test_what_another_test_says_is_not_taken_for_the_comparison(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"import numpy as np\n{OF_SEVERAL_TESTS}{LOOP}{text}").exercises[2])
    assert told.score == 0


@pytest.mark.parametrize(
    "text",
    [
        'print("close" if np.abs(result - expected).max() < 10 else "far")',
        "print(type(result) == type(expected))",
    ],
)
def test_the_line_is_told_that_says_the_same_whatever_numpys_product_is(text: str, grading: Grading) -> None:
    source = f"import numpy as np\n{LOOP}expected = A @ B\n{text}\n"
    (told,) = not_passed(grading.source(source).exercises[2])
    assert (told.line, told.hint) == (source.count("\n"), "print(np.array_equal(result, A @ B))")


@pytest.mark.parametrize("text", SAID_WHATEVER)
def test_what_is_said_whatever_came_of_it_leaves_half(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source("import numpy as np\n" + LOOP + text + "\n").exercises[2])
    assert told.score == told.max_score / 2


@pytest.mark.parametrize(
    "text", ["print(((result - A @ B) < 1e-9).all())", "assert (result - A @ B).max() < 1e-9\nprint('ok')"]
)
def test_a_difference_that_is_only_bounded_above_is_told_from_a_part(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source("import numpy as np\n" + LOOP + text + "\n").exercises[2])
    assert "not when it is too small" in str(told.message)
