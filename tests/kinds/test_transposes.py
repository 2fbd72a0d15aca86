"""The ways in which learners make the inner dimensions meet, right and wrong, and say the shape."""

from __future__ import annotations

import pytest

from tests.corpus import Grading
from tests.kinds.parts import GIVEN, PARTS, not_passed, status

RIGHT_TRANSPOSES = (
    GIVEN
    + """\
C = A.T @ B
print("shape problems:", [C.shape] if C.shape != (3, 4) else [])
""",
    GIVEN
    + """\
C = A.T @ B
print("problems:", {C.shape} if C.shape != (3, 4) else set())
""",
    GIVEN
    + """\
C = A.T @ B
import sys
if len(sys.argv) < 2:
    sys.exit(0 if C.shape == (3, 4) else 1)
""",
    GIVEN
    + """\
C = A.T @ B
tests = {"transpose": C.shape == (3, 4), "made": C is not None}
print(f"{sum(tests.values())}/{len(tests)} parts passed")
""",
    GIVEN
    + """\
C = A.T @ B
try:
    assert C.shape == (3, 4)
except AssertionError:
    print("L")
else:
    print("W")
""",
    GIVEN
    + """\
C = A.T @ B
try:
    assert C.shape == (3, 4)
    print("是")
except AssertionError:
    print("否")
""",
    GIVEN
    + """\
C = A.T @ B
print("문제 없음" if C.shape == (3, 4) else "문제 있음")
""",
    GIVEN
    + """\
C = A.T @ B
print(f"each row has {C.shape[1]} numbers, there are {C.shape[0]} rows")
""",
    GIVEN
    + """\
C = A.T @ B
print(f"{C.shape[1]} numbers per row, {C.shape[0]} rows")
""",
    GIVEN
    + """\
C = A.T @ B
print("A has 3 columns, so C has", C.shape[0], "rows")
print("B has 4 columns, so C has", C.shape[1], "columns")
""",
    GIVEN
    + """\
C = A.T @ B
print("C.shape[0] is", C.shape[0], "and should be 3")
print("C.shape[1] is", C.shape[1], "and should be 4")
""",
    GIVEN
    + """\
C = A.T @ B
rows, cols = C.shape
print("rows: expected 3, got", rows)
print("columns: expected 4, got", cols)
""",
    GIVEN
    + """\
C = A.T @ B
found = [("A.T @ B is (3, 4)", C.shape == (3, 4)), ("C equals itself", np.array_equal(C, C))]
for text, passed in found:
    print(("[x] " if passed else "[ ] ") + text)
""",
    GIVEN
    + """\
C = A.T @ B
assert C.shape == (A.shape[1], B.shape[1])
""",
    GIVEN
    + """\
C = A.T @ B
expected = (len(A[0]), len(B[0]))
print("as wide as B, as high as A is wide:", C.shape == expected)
""",
    GIVEN
    + """\
C = np.round(A.T @ B, 2)
print(C.shape)
""",
    GIVEN
    + """\
C = (A.T @ B).tolist()
print(len(C), len(C[0]))
""",
    GIVEN
    + """\
print((A.T @ B).shape)
C = np.maximum(0, A.T @ B)
""",
    GIVEN
    + """\
C = np.dot(A.T, B)
print(C.shape)
""",
    GIVEN
    + """\
C = np.transpose(A) @ B
print('shape', C.shape)
""",
    GIVEN
    + """\
print((A.T @ B).shape)
""",
    GIVEN
    + """\
C = A.transpose().dot(B)
assert C.shape == (3, 4)
""",
    GIVEN
    + """\
C = (B.T @ A).T
print(C.shape)
""",
    GIVEN
    + """\
C = np.einsum('ki,kj->ij', A, B)
print(C.shape)
""",
    GIVEN
    + """\
try:
    A @ B
except ValueError as e:
    print('Error:', e)
C = A.T @ B
print(C.shape)
""",
    GIVEN
    + """\
A_T = A.T
print(A_T.shape)
result = np.matmul(A_T, B)
print('Result shape:', result.shape)
print(result)
""",
    GIVEN
    + """\
C = np.zeros((3, 4))
for i in range(3):
    for j in range(4):
        for k in range(5):
            C[i, j] += A[k, i] * B[k, j]
print(C.shape)
""",
    GIVEN
    + """\
C = A.swapaxes(0, 1) @ B
print(*C.shape)
""",
    GIVEN
    + """\
C = A.T @ B
if C.shape == (3, 4):
    print('shape is right')
""",
    """\
A = np.random.rand(5, 3)
B = np.random.rand(5, 4)
C = A.T @ B
print(C.shape)
""",
    GIVEN
    + """\
C = A.T @ B
print(len(C), len(C[0]))
""",
    """\
rng = np.random.default_rng(1)
A = rng.integers(0, 10, (5, 3))
B = rng.integers(0, 10, (5, 4))
C = A.T @ B
print(C.shape)
""",
    """\
A = np.arange(15).reshape(5, 3)
B = np.arange(20).reshape(5, 4)
C = A.T @ B
print(C.shape)
""",
    GIVEN
    + """\
C = A.T @ B
print(C.shape)
C = C.T
print("and turned over:", C.shape)
""",
    GIVEN
    + """\
C = A.T @ B
C = C.T
C = C.T
print(C.shape)
""",
    GIVEN
    + """\
A = np.random.randn(5, 3)
C = A.T @ B
print(C.shape)
""",
    """\
M, N = np.random.randn(5, 3), np.random.randn(5, 4)
try:
    M @ N
except ValueError as error:
    print(error)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
""",
    GIVEN
    + """\
def tell(M):
    M = M.T
    print("turned over:", M.shape)
C = A.T @ B
tell(C)
print(C.shape)
""",
    GIVEN
    + """\
def multiply(left, right):
    C = right.T @ left
    C = C.T
    return C
print(multiply(A, B).shape)
""",
)
TURNED_AFTERWARDS = (
    """\
C = A.T @ B
C = C.T
print(C.shape)
""",
    """\
C = A.T @ B
C = np.transpose(C)
rows, columns = C.shape
print("rows:", rows, "columns:", columns)
""",
    """\
def fix(left, right):
    made = left.T @ right
    return made.T
C = fix(A, B)
print(C.shape)
""",
    """\
C = (A.T @ B).T
print(C.shape)
""",
)
"""The product, transposed once more before its shape is shown."""
NOT_OF_THE_DRAWN = (
    "C = np.random.randn(5, 3).T @ B\n",
    "C = A.T @ np.random.randn(5, 4)\n",
    "M = np.random.randn(*A.shape)\nC = M.T @ B\n",
    "D = np.random.randn(5, 4)\nC = A.T @ D\n",
    "D = np.ones((5, 4))\nC = A.T @ D\n",
    "D = np.ones_like(B)\nC = A.T @ D\n",
    "D = np.full((5, 4), 2.5)\nC = A.T @ D\n",
    "D = np.eye(5, 4)\nC = A.T @ D\n",
    "D = np.arange(20).reshape(5, 4)\nC = A.T @ D\n",
    "E = np.arange(15).reshape(5, 3)\nC = E.T @ B\n",
    "X = np.random.randn(100, 8)\nE = X[:5, :3]\nC = E.T @ B\n",
    """\
D = np.zeros((5, 4))
for i in range(5):
    for j in range(4):
        D[i, j] = i + j
C = A.T @ D
""",
)
LOOPS_FIRST = """\
C = np.zeros((5, 4))
for i in range(5):
    for j in range(4):
        for k in range(3):
            C[i, j] += A[i, k] * B[k, j]
C = A.T @ C
print(C.shape)
"""
MADE_OF_THE_DRAWN = (
    "D = np.abs(B)\nC = A.T @ D\n",
    "D = np.maximum(B, 0)\nC = A.T @ D\n",
    "D = B ** 2\nC = A.T @ D\n",
    "D = np.round(B, 1)\nC = A.T @ D\n",
    "D = B.tolist()\nC = A.T @ np.array(D)\n",
    "D = np.ones((5, 4))\nC = A.T @ D\nC = A.T @ B\n",
    """\
D = [[0.0] * 4 for _ in range(5)]
for i in range(5):
    for j in range(4):
        D[i][j] = B[i][j]
C = A.T @ np.array(D)
""",
)
SPOKEN_OF_AGAIN = (
    "expected = (A.T @ B).shape\nassert C.shape == expected\n",
    "assert C.shape == (A.T @ B).shape\n",
)
TESTED = """\
np.random.seed(42)
X = np.random.randn(100, 8)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
"""
TELLS = """\
def check(what, ok):
    print("PASS" if ok else "FAIL", what)
check("data", X.shape == (100, 8))
check("values", np.allclose(C, A.T @ B))
"""
LISTS = """\
problems = []
def expect(what, ok):
    if not ok:
        problems.append(what)
expect("data are 100 by 8", X.shape == (100, 8))
expect("samples are 100", len(X) == 100)
{}
print("Problems: " + ", ".join(problems) if problems else "No problems found")
"""
COUNTS = """\
tests = [("data", X.shape == (100, 8)), ("shape", {})]
failed = 0
for what, ok in tests:
    if not ok:
        failed += 1
print("failed tests:", failed)
"""
SHAPE_TESTED = (
    TELLS + 'check("fixed shape", C.shape == (3, 4))\n',
    LISTS.format('expect("C is 3 by 4", C.shape == (3, 4))'),
    LISTS.format('expect("C is 3 by 4", C.shape[0] == 3 and C.shape[1] == 4)'),
    COUNTS.format("C.shape == (3, 4)"),
)
SHAPE_TESTED_IN_VAIN = (
    TELLS + 'check("fixed shape", C.shape != (3, 4))\n',
    LISTS.format('expect("C is 3 by 4", C.shape != (3, 4))'),
    LISTS.format('expect("C is 3 by 4", 3 in C.shape and 4 in C.shape)'),
    LISTS.format('expect("C is 3 by 4", C.shape[0] == 3)'),
    COUNTS.format("C.shape != (3, 4)"),
    COUNTS.format("C.shape == (3, 4) or C.shape == (4, 3)"),
    COUNTS.format("C.shape == (3, 4) or C.size == 12"),
    """\
ok = C.shape == (3, 4)
print("part 2:", "ok" if ok else "ok")
""",
)
"""One of several tests: the opposite is said, or the same of a shape that lies on its side, or whatever it is."""
WRONG_TRANSPOSES = (
    GIVEN
    + """\
C = A.T @ B
print("other lengths:", [length for length in C.shape if length not in (3, 4)])
""",
    GIVEN
    + """\
C = A.T @ B
import sys
if len(sys.argv) < 2:
    sys.exit(0 if A.shape == (5, 3) else 1)
""",
    GIVEN
    + """\
C = A.T @ B
try:
    assert C.shape == (3, 4)
except AssertionError:
    pass
print(C / 1000000)
""",
    GIVEN
    + """\
C = A.T @ B
same = C.shape == (3, 4)
print(f"{C.max()}/{C.min()}")
""",
    GIVEN
    + """\
C = A.T @ B
print("C has 3 rows")
print(len(C[0]), "columns")
""",
    GIVEN
    + """\
C = A.T @ B
print("columns:", C.shape[0])
print("rows:", C.shape[1])
""",
    GIVEN
    + """\
C = A.T @ B
for i in range(5):
    print(i, C.shape[1])
""",
    GIVEN
    + """\
C = A.T @ B
print(f"A: {A.shape}  C: {C.shape[1]} columns")
""",
    GIVEN
    + """\
C = A.T @ B
print("| rows | columns |")
for matrix in (A, B, C):
    print(f"| {matrix.shape[1]} | {matrix.shape[0]} |")
""",
    GIVEN
    + """\
C = A.T @ B
print(min(C.shape), "x", max(C.shape))
""",
    GIVEN
    + """\
C = (A.T @ B).reshape(3, 1, 4)
print(C.shape)
""",
    GIVEN
    + """\
C = A.T @ B
print("A is 5x3, B is 5x4")
print("rows: 5 columns: 3, rows: 5 columns: 4")
""",
    GIVEN
    + """\
C = A.T @ B
if C.shape == (A.shape[1], B.shape[1]):
    pass
""",
    GIVEN
    + """\
C = A.T @ B
print(A.shape[1], B.shape[0])
""",
    GIVEN
    + """\
C = (A.T @ B).astype(int)
print(C.shape)
""",
    GIVEN
    + """\
C = np.abs(A.T @ B)
print(C.shape)
""",
    GIVEN
    + """\
C = np.sort(A.T @ B, axis=None).reshape(3, 4)
print(C.shape)
""",
    GIVEN
    + """\
C = A.reshape(3, 5) @ B
print(C.shape)
""",
    GIVEN
    + """\
C = B.T @ A
print(C.shape)
""",
    GIVEN
    + """\
C = A @ B
print(C.shape)
""",
    """\
A = np.random.randn(3, 5)
B = np.random.randn(5, 4)
C = A @ B
print(C.shape)
""",
    GIVEN
    + """\
C = A.T @ B
""",
    GIVEN
    + """\
C = A.T @ B
print('(3, 4)')
""",
    GIVEN
    + """\
C = np.zeros((3, 4))
print(C.shape)
""",
    GIVEN
    + """\
C = A[:3] @ B[:3]
print(C.shape)
""",
    GIVEN
    + """\
C = A @ B.T
print(C.shape)
""",
    GIVEN
    + """\
A.T
C = A @ B
print(C.shape)
""",
    GIVEN
    + """\
C = np.resize(A, (3, 5)) @ B
print(C.shape)
""",
    GIVEN
    + """\
C = A.T * B
print(C.shape)
""",
    GIVEN
    + """\
C = np.random.randn(3, 4)
print(C.shape)
""",
    GIVEN
    + """\
print(A.T.shape, B.shape)
""",
    """\
""",
    GIVEN
    + """\
C = A.flatten()[:12].reshape(3, 4)
print(C.shape)
""",
    GIVEN
    + """\
C = np.rot90(A) @ B
print(C.shape)
""",
)


@pytest.mark.parametrize("text", RIGHT_TRANSPOSES)
def test_a_right_transpose_passes(text: str, grading: Grading) -> None:
    assert status(grading, 1, text) == "passed"


@pytest.mark.parametrize("text", WRONG_TRANSPOSES)
def test_a_wrong_transpose_does_not_pass(text: str, grading: Grading) -> None:
    assert status(grading, 1, text) != "passed"


@pytest.mark.parametrize("text", TURNED_AFTERWARDS)
def test_a_product_that_is_turned_over_costs_the_same_in_one_step_as_in_two(text: str, grading: Grading) -> None:
    product, shape = not_passed(grading.source(f"import numpy as np\n{GIVEN}{text}").exercises[1])
    assert product.message is not None
    assert "transposed here" in product.message
    assert product.score == shape.score == 0


@pytest.mark.parametrize("text", NOT_OF_THE_DRAWN)
def test_a_product_of_other_numbers_is_not_that_of_a_and_b(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"import numpy as np\n{GIVEN}{text}print(C.shape)\n").exercises[1])
    assert (told.misconception, told.hint) == ("given-altered", "C = A.T @ B")


def test_a_b_that_was_drawn_to_fit_gives_the_result_no_name(grading: Grading) -> None:
    drawn = "A = np.random.randn(5, 3)\nB = np.random.randn(3, 4)\nC = A @ B\nprint(C.shape)\n"
    check = grading.source(f"import numpy as np\n{drawn}").exercises[1].checks[0]
    assert str(check.hint).endswith("C = A.T @ B")


def test_what_loops_make_of_a_and_b_is_no_b(grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"import numpy as np\n{GIVEN}{LOOPS_FIRST}").exercises[1])
    assert told.id == "product_is_right"
    assert told.hint == "C = A.T @ B"


@pytest.mark.parametrize("text", MADE_OF_THE_DRAWN)
def test_what_is_made_of_a_or_b_may_have_a_name_of_its_own(text: str, grading: Grading) -> None:
    assert not not_passed(grading.source(f"import numpy as np\n{GIVEN}{text}print(C.shape)\n").exercises[1])


@pytest.mark.parametrize("text", SPOKEN_OF_AGAIN)
def test_the_shape_of_numpys_own_product_confirms_nothing(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"import numpy as np\n{GIVEN}C = A.T @ B\n{text}").exercises[1])
    assert "itself" in str(told.message)


@pytest.mark.parametrize("text", SHAPE_TESTED)
def test_a_shape_is_confirmed_by_one_of_several_tests(text: str, grading: Grading) -> None:
    assert not not_passed(grading.source(f"import numpy as np\n{TESTED}{text}").exercises[1])


@pytest.mark.parametrize("text", SHAPE_TESTED_IN_VAIN)
def test_what_another_test_says_does_not_confirm_the_shape(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"import numpy as np\n{TESTED}{text}").exercises[1])
    assert (told.id, told.score) == ("shape_is_confirmed", 0)


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("C = (A.T @ B).astype(int)\nprint(C.shape)\n", 4, "C = A.T @ B"),
        ("C = A.T @ B\nC = C.astype(int)\nprint(C.shape)\n", 5, "Leave out this line: A.T @ B has fractions."),
        ("C = A.T @ A\nprint(C.shape)\n", 4, "C = A.T @ B"),
        ("C = A.T @ B\nassert C.shape, (3, 4)\n", 5, "assert C.shape == (3, 4)"),
        ("At = A.T\nC = At @ B\nprint(At.shape)\n", 6, "print(C.shape)"),
        ("C = A.T @ B\nassert (C.shape, (3, 4))\n", 5, "assert C.shape == (3, 4)"),
        ("A.sort(axis=0)\nC = A.T @ B\nprint(C.shape)\n", 4, "Leave this line out."),
        ("np.random.shuffle(A)\nC = A.T @ B\nprint(C.shape)\n", 4, "Leave this line out."),
        ("D = np.sort(B, axis=0)\nC = A.T @ D\nprint(C.shape)\n", 4, "C = A.T @ B"),
        ("C = A.T @ np.roll(B, 1, axis=0)\nprint(C.shape)\n", 4, "C = A.T @ B"),
        ('C = A.T @ B\nassert (C.shape == (3, 4), "not (3, 4)")\n', 5, "assert C.shape == (3, 4)"),
        ("C = A.T @ B,\nprint(C.shape)\n", 4, "Take the comma away: C = A.T @ B"),
        ("C = A.T @ B\nrows, columns = C\nprint(rows, columns)\n", 5, "print(C.shape)"),
        ("C = A.T @ B\ndel C\nprint(C.shape)\n", 6, "Put right what stops line 6: it prints the shape then."),
        ("Result = A.T @ B\nprint(result.shape)\n", 5, "print(Result.shape)"),
        ("C = (A.T @ B).shape\nprint(C.shape)\n", 5, "Print C itself, without .shape."),
        ("C = A.T @ B\nprint(C.shape())\n", 5, "print(C.shape)"),
        (
            "C = []\nfor i in range(3):\n    for j in range(4):\n        C.append(sum(A[:, i] * B[:, j]))\nlen(C)\n",
            7,
            "Below the loops: C = np.array(C).reshape(3, 4)",
        ),
        (
            "T = np.zeros((3, 5))\nfor i in range(5):\n    for j in range(3):\n        T[j, i] = A[j, i]\nC = T @ B\n",
            7,
            "T[j, i] = A[i, j]",
        ),
        ("A = A.T\nB = B.T\nC = A @ B\n", 5, "Leave this line out."),
        ("B = B.T\nC = A @ B\n", 4, "Leave this line out, and turn A: C = A.T @ B"),
        ("Bt = B.T\nC = A @ Bt\n", 5, "Transpose A, and not B: C = A.T @ B"),
        ("A = A.tolist()\nB = B.tolist()\nC = np.array(A) @ np.array(B)\n", 6, "C = np.array(A).T @ np.array(B)"),
    ],
)
def test_a_hint_repairs_what_it_speaks_of(text: str, line: int, hint: str, grading: Grading) -> None:
    told = not_passed(grading.source(f"import numpy as np\n{GIVEN}{text}").exercises[1])[0]
    assert (told.line, told.hint) == (line, hint)


def test_what_a_file_says_of_its_shape_is_quoted_in_short_and_on_one_line(grading: Grading) -> None:
    source = (
        "import numpy as np\nA = np.random.randn(5, 3)\nB = np.random.randn(5, 4)\nC = A.T @ B\n"
        "print('wrong ' + 'x' * 50_000 + '\\n::error::forged' if C.shape == (3, 4) else 'fine')\n"
    )
    message = next(check.message for check in grading.source(source).exercises[1].checks if check.status == "failed")
    assert message is not None
    assert "The shape is right" in message
    assert len(message) < 400
    assert "\n" not in message


@pytest.mark.parametrize(
    ("asked", "told"),
    [("(4, 3)", "compared with (4, 3) here"), ("[3, 4]", "compared with [3, 4], a list here"), ("C.shape", "itself")],
)
def test_what_the_shape_is_compared_with_is_told(asked: str, told: str, grading: Grading) -> None:
    (check,) = not_passed(
        grading.source(f"import numpy as np\n{GIVEN}C = A.T @ B\nprint(C.shape == {asked})\n").exercises[1]
    )
    assert told in str(check.message)


def test_a_name_that_is_not_known_is_no_misfit(grading: Grading) -> None:
    source = (
        f"import numpy as np\n{GIVEN}def multiply(a, b):\n    return a.T @ bb\nC = multiply(A, B)\nprint(C.shape)\n"
    )
    told = not_passed(grading.source(source).exercises[1])[0]
    assert (told.line, told.misconception) == (5, None)


def test_a_product_that_never_leaves_its_function_is_none_where_a_shape_is_read_beside_it(grading: Grading) -> None:
    """The product's name is read outside of the function, where it is A's."""
    lost = f"def fix(A, B):\n    C = A.T @ B\n    return A\n{GIVEN}C = fix(A, B)\nprint(C.shape)\n"
    net, found, by_hand = grading.source("import numpy as np\n" + PARTS[0] + lost + PARTS[2]).exercises
    assert [exercise.score for exercise in (net, found, by_hand)] == [40, 0, 40]
