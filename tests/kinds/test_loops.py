"""The ways in which learners multiply by hand."""

from __future__ import annotations

import pytest

from grader.result import CheckResult
from tests.corpus import Grading
from tests.kinds.parts import LOOP, status

RIGHT_LOOPS = (
    """\
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
result = []
for i in range(len(A)):
    row = []
    for j in range(len(B[0])):
        s = 0
        for k in range(len(B)):
            s += A[i][k] * B[k][j]
        row.append(s)
    result.append(row)
print(result)
print(np.array_equal(result, np.array(A) @ np.array(B)))
""",
    """\
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
result = [[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A]
print(result)
print(np.dot(A, B))
""",
    """\
def mat_mult(X, Y):
    out = np.zeros((X.shape[0], Y.shape[1]), dtype=int)
    for i in range(X.shape[0]):
        for j in range(Y.shape[1]):
            for k in range(X.shape[1]):
                out[i][j] = out[i][j] + X[i][k] * Y[k][j]
    return out
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = mat_mult(A, B)
print('manual', C)
print('numpy', A @ B)
print('equal', (C == A @ B).all())
""",
    """\
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
i = 0
C = [[0, 0], [0, 0]]
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            C[i][j] += int(A[i, k]) * int(B[k, j])
            k += 1
        j += 1
    i += 1
print(C, np.array_equal(C, A @ B))
""",
    """\
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.empty((2, 2))
for i, row in enumerate(A):
    for j, col in enumerate(B.T):
        total = 0
        for a, b in zip(row, col):
            total += a * b
        C[i, j] = total
print(C)
print('same' if np.allclose(C, A @ B) else 'different')
""",
    """\
A = np.array([[1, 2], [3, 4]], dtype=float)
B = np.array([[5, 6], [7, 8]], dtype=float)
C = {}
for i in range(2):
    for j in range(2):
        C[(i, j)] = 0
        for k in range(2):
            C[(i, j)] += A[i][k] * B[k][j]
print(C)
expected = A @ B
print(all(C[(i, j)] == expected[i, j] for i in range(2) for j in range(2)))
""",
    """\
a = [[1, 2], [3, 4]]
b = [[5, 6], [7, 8]]
c = [[0] * 2 for _ in range(2)]
for i in range(2):
    for j in range(2):
        for k in range(2):
            c[i][j] += a[i][k] * b[k][j]
for row in c:
    print(*row)
print((np.array(c) == np.matmul(a, b)).all())
""",
    """\
class Matrix:
    def __init__(self, rows):
        self.rows = rows
    def __matmul__(self, other):
        n = len(self.rows)
        out = [[0] * n for _ in range(n)]
        for i in range(n):
            for j in range(n):
                for k in range(n):
                    out[i][j] += self.rows[i][k] * other.rows[k][j]
        return Matrix(out)
A = Matrix([[1, 2], [3, 4]])
B = Matrix([[5, 6], [7, 8]])
C = A @ B
print(C.rows)
print(np.array_equal(C.rows, np.array(A.rows) @ np.array(B.rows)))
""",
)


@pytest.mark.parametrize("text", RIGHT_LOOPS)
def test_a_product_by_hand_passes(text: str, grading: Grading) -> None:
    assert status(grading, 2, text) == "passed"


def checks(source: str, grading: Grading) -> dict[str, CheckResult]:
    """What the checks of the product by hand say of a source."""
    return {check.id: check for check in grading.source(source).exercises[2].checks}


def test_what_is_added_below_its_loop_is_to_be_indented(grading: Grading) -> None:
    loops = (
        "import numpy as np\nA = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])\nC = np.zeros((2, 2))\n"
        "for i in range(2):\n    for j in range(2):\n        for k in range(2):\n            p = A[i, k] * B[k, j]\n"
    )
    found = checks(f"{loops}        C[i, j] += p\nprint(C)\n", grading)["product_is_right"]
    assert found.line == 9
    assert found.hint == "Indent this line as far as line 8, so that it belongs to that loop."
    assert checks(f"{loops}            C[i, j] += p\nprint(C)\n", grading)["product_is_right"].status == "passed"


@pytest.mark.parametrize("failing", ["AB", "A", "B"])
def test_a_matrix_that_an_error_kept_from_being_made_is_not_that_of_another_exercise(
    failing: str, grading: Grading
) -> None:
    given = {"A": "A = np.array([[1, 2], [3, 4]])\n", "B": "B = np.array([[5, 6], [7, 8]])\n"}
    rows = [row.replace("[[", "[").replace("]]", "]") if name in failing else row for name, row in given.items()]
    loops = (
        "C = np.zeros((2, 2))\nfor i in range(2):\n    for j in range(2):\n        for k in range(2):\n"
        "            C[i, j] += A[i, k] * B[k, j]\nprint(C)\nprint(np.allclose(C, A @ B))\n"
    )
    before = "import numpy as np\nA = np.random.randn(5, 3)\nB = np.random.randn(5, 4)\n"
    found = checks(f"{before}D = A.T @ B\nprint(D.shape)\n{''.join(rows)}{loops}", grading)
    line = 6 + "AB".index(failing[0])
    assert found["product_is_right"].line == line
    assert found["loops_do_it"].message == f"Not reached: line {line} stopped this part (TypeError)."


def test_loops_in_a_function_that_is_only_named_are_not_to_be_written_again(grading: Grading) -> None:
    given = "import numpy as np\nA = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])\n"
    loops = (
        "def multiply(a, b):\n    c = [[0, 0], [0, 0]]\n    for i in range(2):\n        for j in range(2):\n"
        "            for k in range(2):\n                c[i][j] += a[i][k] * b[k][j]\n    return c\n"
    )
    found = checks(f"{given}{loops}C = multiply\nprint(C)\nprint(C == A @ B)\n", grading)
    for check in ("product_is_right", "loops_do_it"):
        assert (found[check].line, found[check].hint) == (11, None)
        assert str(found[check].message).endswith("Line 11 only names multiply: write multiply(A, B) to call it.")


FUNCTION = (
    "import numpy as np\nA = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])\n"
    "def hand(p, q):\n    r = np.zeros((2, 2))\n    for i in range(2):\n        for j in range(2):\n"
    "            for k in range(2):\n                r[i, j] += p[i, k] * q[k, j]\n    return r\nprint(hand(A, B))\n"
)


@pytest.mark.parametrize(
    "asked", ["np.array_equal(hand(A, np.eye(2)), A)", "np.array_equal(hand(A, B), np.array(hand(A, B)))"]
)
def test_a_result_without_a_name_is_called_by_its_call(asked: str, grading: Grading) -> None:
    source = f"{FUNCTION}print('same:', {asked})\n"
    inside = "\n".join(f"    {row}" for row in source.splitlines())
    for text in (source, f"def main():\n{inside}\nmain()\n"):
        assert checks(text, grading)["verified"].hint == "print(np.array_equal(hand(A, B), A @ B))"


@pytest.mark.parametrize(
    ("asked", "line", "told", "hint"),
    [
        ("print(A @ B is not None)", 13, "So this is True whatever", "np.array_equal(C, A @ B) compares"),
        ("print(C is A @ B)", 13, "So this is False whatever", "np.array_equal(C, A @ B) compares"),
        (
            "ok = True\nok = ok or np.array_equal(C, A @ B)\nprint('same:', ok)",
            14,
            "ok is True here",
            "ok = ok and np.array_equal(C, A @ B)",
        ),
        (
            "d = C - np.dot(A, B)\nif d.any:\n    print('They differ')\nelse:\n    print('Equal')",
            14,
            "d.any stands here without brackets",
            "if d.any():",
        ),
    ],
)
def test_a_comparison_that_is_never_made_is_told_by_what_stands_there(
    asked: str, line: int, told: str, hint: str, grading: Grading
) -> None:
    check = checks(f"{FUNCTION}C = hand(A, B)\n{asked}\n", grading)["verified"]
    assert check.line == line
    assert told in str(check.message)
    assert str(check.hint).startswith(hint)


TYPED = (
    ("", "(2 * i + k + 1) * (2 * k + j + 5)"),
    ("", "[1, 2, 3, 4][2 * i + k] * [5, 6, 7, 8][2 * k + j]"),
    ("", "int('1234'[2 * i + k]) * (ord('efgh'[2 * k + j]) - 96)"),
    ("def left(i, k):\n    return 2 * i + k + 1\n", "left(i, k) * (2 * k + j + 5)"),
)
DATA_OF_ONES_OWN = (
    ("a, b = [1, 2, 3, 4], [5, 6, 7, 8]\n", "a[2 * i + k] * b[2 * k + j]"),
    ("a = {(0, 0): 1, (0, 1): 2, (1, 0): 3, (1, 1): 4}\n", "a[i, k] * B[k, j]"),
    ("def entry(M, i, j):\n    return M[i][j]\n", "entry(A, i, k) * entry(B, k, j)"),
)


def multiplied(before: str, product: str) -> str:
    return f"{before}{LOOP}".replace("A[i, k] * B[k, j]", product) + "print(np.array_equal(result, A @ B))\n"


@pytest.mark.parametrize(("before", "product"), TYPED)
def test_factors_that_are_counted_or_typed_are_none_of_the_matrices(
    before: str, product: str, grading: Grading
) -> None:
    check = checks(f"import numpy as np\n{multiplied(before, product)}", grading)["computed_by_hand"]
    assert (check.status, check.misconception) == ("failed", "hard-coded")


@pytest.mark.parametrize(("before", "product"), DATA_OF_ONES_OWN)
def test_numbers_that_have_a_name_are_data(before: str, product: str, grading: Grading) -> None:
    found = checks(f"import numpy as np\n{multiplied(before, product)}", grading)
    assert found["computed_by_hand"].status == "passed"


@pytest.mark.parametrize(
    "further", ["f{n} = f{before}\n", "def f{n}(i, j):\n    return f{before}(i, j)\n"], ids=["names", "calls"]
)
def test_a_function_that_is_reached_by_very_many_steps_is_followed(further: str, grading: Grading) -> None:
    cell = "def f0(i, j):\n    return A[i, 0] * B[0, j] + A[i, 1] * B[1, j]\n"
    steps = "".join(further.format(n=n, before=n - 1) for n in range(1, 700))
    four = "C = np.array([[f699(0, 0), f699(0, 1)], [f699(1, 0), f699(1, 1)]])\n"
    found = checks(
        f"import numpy as np\n{LOOP.partition('result')[0]}{cell}{steps}{four}print(np.array_equal(C, A @ B))\n",
        grading,
    )
    assert found["loops_do_it"].misconception == "no-loop"


@pytest.mark.parametrize(
    "matrices", ["", "A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])\nprint(A @ B)\n"]
)
def test_a_loop_that_only_counts_is_none_over_the_matrices(matrices: str, grading: Grading) -> None:
    found = checks(f"import numpy as np\n{matrices}for epoch in range(10):\n    last = epoch\n", grading)
    assert found["loops_do_it"].score == 0


@pytest.mark.parametrize(
    "later",
    [
        "for i in range(5):\n    y = 2 * [1, 2][i]\n",
        "for n in range(3):\n    y = n * n\n    raise ValueError\n",
        "s = [1]\nwhile len(s) < 10**10:\n    s = s * 2 * 3\n",
    ],
)
def test_a_loop_that_fails_when_the_work_is_done_costs_nothing(later: str, grading: Grading) -> None:
    found = checks(f"import numpy as np\n{LOOP}print(np.array_equal(result, A @ B))\n{later}", grading)
    assert [check.status for check in found.values()] == ["passed"] * len(found)
