"""The ways in which learners write each part, right and wrong, in files whose other parts are right."""

from __future__ import annotations

import pytest

from grader.paths import data_folder
from grader.result import CheckResult, ExerciseResult
from tests.corpus import Grading

SOLUTION = (data_folder("solutions") / "matmul_practice.py").read_text("utf-8")
NETWORK, TRANSPOSE, BY_HAND = (SOLUTION.index(f"# {part}.") for part in (1, 2, 3))
PARTS = (SOLUTION[NETWORK:TRANSPOSE], SOLUTION[TRANSPOSE:BY_HAND], SOLUTION[BY_HAND:])
DATA = """\
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
"""
GIVEN = """\
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
"""
LOOP = """\
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
"""

RIGHT_NETWORKS = (
    DATA
    + """\
h1 = X @ W1 > 0
print(f"{h1.shape[1]} neurons for {h1.shape[0]} samples")
h2 = h1 @ W2
print(f"{h2.shape[1]} neurons for {h2.shape[0]} samples")
out = h2 @ W3
print(f"{out.shape[1]} neurons for {out.shape[0]} samples")
""",
    DATA
    + """\
h = X
for W in (W1, W2, W3):
    h = h @ W
    print(h.shape)
""",
    DATA
    + """\
h1 = X @ W1
h2 = h1 @ W2
out = h2 @ W3
print(h1.shape, h2.shape, out.shape)
""",
    DATA
    + """\
h1 = np.maximum(0, X @ W1 + np.zeros(16))
print(h1.shape)
h2 = np.tanh(h1 @ W2)
print(h2.shape)
out = h2 @ W3
exp = np.exp(out - out.max(axis=1, keepdims=True))
probs = exp / exp.sum(axis=1, keepdims=True)
print(probs.shape)
""",
    DATA
    + """\
def relu(x):
    return np.maximum(x, 0)
def layer(x, w, b):
    out = relu(np.dot(x, w) + b)
    print(f'{x.shape} -> {out.shape}')
    return out
b1, b2, b3 = np.zeros(16), np.zeros(8), np.zeros(3)
x = layer(X, W1, b1)
x = layer(x, W2, b2)
x = layer(x, W3, b3)
""",
    """\
np.random.seed(42)
X = np.random.randn(100, 8)
sizes = [8, 16, 8, 3]
weights = [np.random.randn(a, b) * 0.1 for a, b in zip(sizes, sizes[1:])]
out = X
for i, w in enumerate(weights, 1):
    out = out.dot(w)
    print('layer', i, out.shape)
""",
    """\
import numpy
numpy.random.seed(42)
X = numpy.random.randn(100, 8)
W1 = numpy.ones((8, 16)) * 0.5
W2 = numpy.random.uniform(-1, 1, (16, 8))
W3 = numpy.random.normal(size=(8, 3))
a = numpy.matmul(X, W1)
b = numpy.matmul(a, W2)
c = numpy.matmul(b, W3)
for n, m in dict(a=a, b=b, c=c).items():
    print(n, m.shape)
""",
    """\
class Net:
    def __init__(self):
        self.W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
    def forward(self, x):
        for w in self.W:
            x = x @ w
            print(x.shape)
        return x
np.random.seed(42)
X = np.random.randn(100, 8)
Net().forward(X)
""",
    DATA
    + """\
Z1 = X @ W1
print('Z1 shape: ' + str(Z1.shape))
A1 = 1 / (1 + np.exp(-Z1))
Z2 = A1 @ W2
print('Z2 shape: {}'.format(Z2.shape))
Z3 = Z2 @ W3
print('Z3 shape: %s' % (Z3.shape,))
""",
    DATA
    + """\
print('rows', (X @ W1).shape[0], 'cols', (X @ W1).shape[1])
print((X @ W1 @ W2).shape)
print((X @ W1 @ W2 @ W3).shape)
""",
    DATA
    + """\
h1 = X @ W1
assert h1.shape == (100, 16)
print(h1.shape)
h2 = h1 @ W2
assert h2.shape == (100, 8)
print(h2.shape)
o = h2 @ W3
assert o.shape == (100, 3)
print(o.shape)
""",
)
WRONG_NETWORKS = (
    DATA
    + """\
h1 = X @ W1
print(h1.shape)
h2 = h1 @ W2
print(h2.shape)
o = h2 @ W3
print(o.T.shape)
""",
    """\
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h = X @ W1
print(h.shape)
h = h @ W2
print(h.shape)
h = h @ W3
print(h.shape)
""",
    DATA
    + """\
print('(100, 16)')
print('(100, 8)')
print('(100, 3)')
""",
    DATA
    + """\
h1 = np.zeros((100, 16))
h2 = np.zeros((100, 8))
o = np.zeros((100, 3))
print(h1.shape, h2.shape, o.shape)
""",
    DATA
    + """\
h1 = X @ W1
print(h1.shape)
h2 = X @ np.random.randn(8, 8)
print(h2.shape)
o = h2 @ W3
print(o.shape)
""",
    DATA
    + """\
W = W1 @ W2 @ W3
o = X @ W
print((100, 16), (100, 8), o.shape)
""",
    DATA
    + """\
h1 = X @ W1
h2 = h1 @ W2
o = h2 @ W3
print(o)
""",
    """\
np.random.seed(0)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h = X @ W1
print(h.shape)
h = h @ W2
print(h.shape)
h = h @ W3
print(h.shape)
""",
    """\
np.random.seed(42)
X = np.random.rand(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h = X @ W1
print(h.shape)
h = h @ W2
print(h.shape)
h = h @ W3
print(h.shape)
""",
    """\
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 3)
h = X @ W1
print(h.shape)
h = h @ W2
print(h.shape)
""",
    """\
rng = np.random.default_rng(42)
X = rng.standard_normal((100, 8))
W1 = rng.standard_normal((8, 16))
W2 = rng.standard_normal((16, 8))
W3 = rng.standard_normal((8, 3))
h = X @ W1
print(h.shape)
h = h @ W2
print(h.shape)
h = h @ W3
print(h.shape)
""",
    DATA
    + """\
h1 = X[:50] @ W1
print(h1.shape)
h2 = h1 @ W2
print(h2.shape)
o = h2 @ W3
print(o.shape)
""",
    DATA
    + """\
h1 = X @ W1
print(h1.shape)
h2 = h1 @ W2
print(h2.shape)
o = h2 @ W3
""",
)
RIGHT_TRANSPOSES = (
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
)
WRONG_TRANSPOSES = (
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
REAL_COMPARISONS = (
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


def _not_passed(exercise: ExerciseResult) -> list[CheckResult]:
    return [check for check in exercise.checks if check.status != "passed"]


def status(grading: Grading, part: int, text: str) -> str:
    """The status of a part that is written like this, in a file whose other parts are right."""
    parts = [text if index == part else right for index, right in enumerate(PARTS)]
    return list(grading.statuses("import numpy as np\n" + "\n".join(parts)).values())[part]


@pytest.mark.parametrize("text", RIGHT_NETWORKS)
def test_a_right_network_passes(text: str, grading: Grading) -> None:
    assert status(grading, 0, text) == "passed"


@pytest.mark.parametrize("text", WRONG_NETWORKS)
def test_a_wrong_network_does_not_pass(text: str, grading: Grading) -> None:
    assert status(grading, 0, text) != "passed"


@pytest.mark.parametrize("text", RIGHT_TRANSPOSES)
def test_a_right_transpose_passes(text: str, grading: Grading) -> None:
    assert status(grading, 1, text) == "passed"


@pytest.mark.parametrize("text", WRONG_TRANSPOSES)
def test_a_wrong_transpose_does_not_pass(text: str, grading: Grading) -> None:
    assert status(grading, 1, text) != "passed"


@pytest.mark.parametrize("text", RIGHT_LOOPS)
def test_a_product_by_hand_passes(text: str, grading: Grading) -> None:
    assert status(grading, 2, text) == "passed"


@pytest.mark.parametrize("text", REAL_COMPARISONS)
def test_a_real_comparison_passes(text: str, grading: Grading) -> None:
    assert status(grading, 2, LOOP + text) == "passed"


@pytest.mark.parametrize("text", NO_COMPARISONS)
def test_what_compares_nothing_does_not_pass(text: str, grading: Grading) -> None:
    assert status(grading, 2, LOOP + text) != "passed"


def test_samples_that_a_loop_leaves_out_are_counted(grading: Grading) -> None:
    loop = "h1 = np.zeros((100, 16))\nfor i in range(99):\n    h1[i] = X[i] @ W1\nprint(h1.shape)\n"
    result = grading.source("import numpy as np\n" + DATA + loop)
    told = next(check.message for check in result.exercises[0].checks if check.misconception == "partial-batch")
    assert told is not None
    assert told.startswith("99 of 100 rows are right")


@pytest.mark.parametrize(
    "text", ["print(((result - A @ B) < 1e-9).all())", "assert (result - A @ B).max() < 1e-9\nprint('ok')"]
)
def test_a_difference_that_is_only_bounded_above_is_told_from_a_part(text: str, grading: Grading) -> None:
    (told,) = _not_passed(grading.source("import numpy as np\n" + LOOP + text + "\n").exercises[2])
    assert "not when it is too small" in str(told.message)


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
    (check,) = _not_passed(
        grading.source(f"import numpy as np\n{GIVEN}C = A.T @ B\nprint(C.shape == {asked})\n").exercises[1]
    )
    assert told in str(check.message)
