"""What-ifs: wrong products, other given numbers, other seeds, smaller data; however the learner gets at them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from grader.recording.plan import Resize, Substitution
from grader.recording.sandbox import Sandbox
from tests.running import GIVEN, OTHER, printed, record

MATRICES = "import numpy as np\nA = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])\n"
SUBSTITUTIONS = tuple(Substitution(given, other) for given, other in zip(GIVEN, OTHER, strict=True))
OTHERS: dict[str, Any] = {"keep_going": True, "substitutions": SUBSTITUTIONS}
BROKEN: dict[str, Any] = {**OTHERS, "broken": ("matmul",)}

SPELLINGS = [
    "A @ B", "np.matmul(A, B)", "np.dot(A, B)", "A.dot(B)", "np.inner(A, B)", "np.vdot(A, B)", "np.tensordot(A, B, 1)",
    "np.einsum('ij,jk->ik', A, B)", "np.einsum('ij,jk', A, B, optimize=True)", "np.linalg.multi_dot([A, B])",
    "np.linalg.matrix_power(A, 2)", "np.vecdot(A, B)", "np.linalg.matmul(A, B)", "np.linalg.tensordot(A, B)",
    "np.linalg.vecdot(A, B)", "np.matrix(A) * np.matrix(B)", "np.matrix(A) ** 2", "np.matrix(A).dot(B)",
    "np.asmatrix(A) * B", "A * np.asmatrix(B)", "__import__('operator').matmul(A, B)", "A.__matmul__(B)",
    "B.__rmatmul__(A)", "np.ndarray.__matmul__(A, B)", "np.ndarray.dot(A, B)", "type(A).__matmul__(A, B)",
    "getattr(np, 'd' + 'ot')(A, B)", "getattr(A, '__mat' + 'mul__')(B)", "vars(np)['dot'](A, B)",
    "np.__dict__['matmul'](A, B)", "eval('A @ B')", "eval(compile('A @ B', 'text', 'eval'))",
    "__import__('numpy').dot(A, B)", "(lambda f: f(A, B))(np.dot)", "[f(A, B) for f in [np.matmul]][0]",
    "list(map(np.dot, [A], [B]))[0]", "__import__('functools').partial(np.dot, A)(B)",
    "__import__('functools').reduce(np.dot, [A, B])", "__import__('operator').methodcaller('dot', B)(A)",
    "__import__('operator').attrgetter('dot')(A)(B)", "{'f': np.dot}['f'](A, B)", "A[0] @ B[:, 1]", "A[0].dot(B[:, 0])",
    "np.dot(A[1], B[:, 1])", "np.dot([1, 2], [5, 7])", "np.dot([[1, 2], [3, 4]], [[5, 6], [7, 8]])",
    "np._core.multiarray.dot(A, B)", "__import__('sys').modules['numpy._core._multiarray_umath'].matmul(A, B)",
    "np.ma.dot(A, B)", "np.ma.array(A).dot(B)", "A.view(np.ndarray) @ B.copy()",
    "np.matmul(A, B, out=np.zeros((2, 2)))",
    "A.astype(float) @ B.astype(float)", "A.astype(object) @ B.astype(object)", "A.astype(complex) @ B",
    "np.convolve(A[0], B[0])", "np.correlate(A[0], B[0])", "A.tolist() @ B", "(A, B)[0] @ (A, B)[1]",
    "np.einsum(A, [0, 1], B, [1, 2])", "np.inner(A[0], B[0]).item()", "np.dot.__call__(A, B)",
]  # fmt: skip
SINCE_NUMPY_2_2 = ["np.matvec(A, B[0])", "np.vecmat(A[0], B)"]


def as_listed(expression: str) -> str:
    return f"{MATRICES}r = {expression}\nprint(np.asarray(r).tolist())\n"


@pytest.mark.parametrize("expression", [*SPELLINGS, *(SINCE_NUMPY_2_2 if hasattr(np, "matvec") else [])])
def test_a_broken_product_is_wrong_however_it_is_reached(expression: str, sandbox: Sandbox) -> None:
    source = as_listed(expression)
    right, wrong = printed(sandbox, source, **OTHERS), printed(sandbox, source, **BROKEN)
    assert np.shape(eval(right)) == np.shape(eval(wrong))
    assert right != wrong


STATEMENTS = {
    "from-import": "from numpy import dot\nr = dot(A, B)",
    "from-import under another name": "from numpy import matmul as sum\nr = sum(A, B)",
    "star import": "from numpy import *\nr = dot(A, B)",
    "from numpy.linalg": "from numpy.linalg import multi_dot as f\nr = f([A, B])",
    "from operator": "from operator import matmul\nr = matmul(A, B)",
    "in place": "r = A.copy()\nr @= B",
    "in place in a list": "r = [A.copy()]\nr[0] @= B\nr = r[0]",
    "in place in an attribute": "class K: pass\nk = K()\nk.r = A.copy()\nk.r @= B\nr = k.r",
    "an out argument": "r = np.zeros((2, 2))\nnp.dot(A.astype(float), B.astype(float), out=r)",
    "an alias": "f = np.dot\ng = f\nr = g(A, B)",
    "an alias of the module": "import numpy\nm = numpy\nr = m.dot(A, B)",
    "exec": "exec('r = A @ B')",
    "a default value": "def f(x, y, p=np.dot): return p(x, y)\nr = f(A, B)",
    "an attribute of a class": "class K:\n    f = staticmethod(np.dot)\nr = K.f(A, B)",
    "a subclass": "class M(np.ndarray): pass\nr = A.view(M) @ B.view(M)",
    "a subclass's super()": (
        "class M(np.ndarray):\n    def __mul__(self, other): return super().__matmul__(other)\nr = A.view(M) * B"
    ),
    "a class around": (
        "class W:\n    def __init__(s, a): s.a = a\n    def __matmul__(s, o): return s.a @ o.a\nr = W(A) @ W(B)"
    ),
    "cell by cell": "r = np.zeros((2, 2))\nfor i in range(2):\n  for j in range(2): r[i, j] = A[i] @ B[:, j]",
    "copied cell by cell": "C = A @ B\nr = np.zeros((2, 2))\nfor n in range(4): r[n // 2, n % 2] = C[n // 2, n % 2]",
    "a star call": "r = np.dot(*[A, B])",
    "keywords": "r = np.dot(a=A, b=B)",
    "a thread": ("import threading\nr = []\nt = threading.Thread(target=lambda: r.append(A @ B))\nt.start()\nt.join()"),
    "a thread's target": (
        "from concurrent.futures import ThreadPoolExecutor as P\nwith P(1) as p: r = p.submit(np.dot, A, B).result()"
    ),
    "sum of products": "import math\nr = [[math.sumprod(x, y) for y in B.T.tolist()] for x in A.tolist()]",
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_broken_product_is_wrong_in_every_statement(name: str, sandbox: Sandbox) -> None:
    if name == "sum of products" and not hasattr(math, "sumprod"):
        pytest.skip("needs math.sumprod")
    source = f"{MATRICES}{STATEMENTS[name]}\nprint(np.asarray(r).tolist())\n"
    assert printed(sandbox, source, **OTHERS) != printed(sandbox, source, **BROKEN)


UNTOUCHED = {
    "loops": "[[sum(int(A[i, k]) * int(B[k, j]) for k in range(2)) for j in range(2)] for i in range(2)]",
    "elementwise": "(A * B + A - B).tolist()",
    "comparison": "(np.allclose(A, A), np.array_equal(A, B), (A == A).all(), np.isclose(1.0, 1.0))",
    "comparison of a product with itself": "(lambda c: np.allclose(c, c))(A @ B)",
    "an inverse": "np.round(np.linalg.inv(A), 6).tolist()",
    "a determinant": "round(float(np.linalg.det(A)), 6)",
    "a solution": "np.round(np.linalg.solve(A, B), 6).tolist()",
    "singular values": "np.round(np.linalg.svd(A)[1], 6).tolist()",
    "least squares": "np.round(np.linalg.lstsq(A, B, rcond=None)[0], 6).tolist()",
    "a norm": "round(float(np.linalg.norm(A)), 6)",
    "polynomials": "np.round(np.polyfit([0, 1, 2], [1, 3, 7], 2), 6).tolist()",
    "covariance": "np.round(np.cov(A, B), 6).tolist()",
    "sums": "(A.sum(), A.mean(), A.cumsum().tolist(), A.std())",
    "printing": "(str(A), repr(B), f'{A}')",
    "random data": "(lambda x: (x @ x.T).round(3).tolist())(np.random.RandomState(1).randn(4, 4))",
}


@pytest.mark.parametrize("name", UNTOUCHED)
def test_what_is_no_product_of_the_learner_stays_right(name: str, sandbox: Sandbox) -> None:
    source = f"{MATRICES}print({UNTOUCHED[name]})\n"
    assert printed(sandbox, source, **OTHERS) == printed(sandbox, source, **BROKEN)


def test_a_wrong_product_keeps_shape_and_type(sandbox: Sandbox) -> None:
    source = (
        MATRICES
        + "for t in (int, float, 'i4', 'f4', complex):\n  r = A.astype(t) @ B.astype(t)\n  print(r.shape, r.dtype)\n"
    )
    assert printed(sandbox, source, **OTHERS) == printed(sandbox, source, **BROKEN)


@pytest.mark.parametrize(
    "verification", ["np.array_equal(r, A @ B)", "np.allclose(r, np.dot(A, B))", "(r == A @ B).all()"]
)
def test_a_real_verification_notices(verification: str, sandbox: Sandbox) -> None:
    loop = "r = np.array([[sum(A[i, k] * B[k, j] for k in range(2)) for j in range(2)] for i in range(2)])\n"
    source = f"{MATRICES}{loop}print({verification})\n"
    assert [printed(sandbox, source, **change) for change in (OTHERS, BROKEN)] == ["True\n", "False\n"]


# Other numbers in the place of the given ones.

A_OTHER = [list(row) for row in OTHER[0]]
A_FLAT = [number for row in A_OTHER for number in row]
GIVENS = {
    "list": ("[[1, 2], [3, 4]]", A_OTHER),
    "tuple": ("((1, 2), (3, 4))", A_OTHER),
    "tuples in a list": ("[(1, 2), (3, 4)]", A_OTHER),
    "array": ("np.array([[1, 2], [3, 4]])", A_OTHER),
    "array of floats": ("np.array([[1., 2.], [3., 4.]])", A_OTHER),
    "array with a type": ("np.array([[1, 2], [3, 4]], dtype=np.float32)", A_OTHER),
    "small integers": ("np.array([[1, 2], [3, 4]], dtype='i2')", A_OTHER),
    "asarray": ("np.asarray([[1, 2], [3, 4]])", A_OTHER),
    "matrix": ("np.matrix([[1, 2], [3, 4]])", A_OTHER),
    "matrix from a string": ("np.matrix('1 2; 3 4')", A_OTHER),
    "floats": ("[[1.0, 2.0], [3.0, 4.0]]", A_OTHER),
    "arange": ("np.arange(1, 5).reshape(2, 2)", A_OTHER),
    "flat and reshaped": ("np.array([1, 2, 3, 4]).reshape(2, 2)", A_OTHER),
    "shifted arange": ("np.arange(4).reshape(2, 2) + 1", A_OTHER),
    "linspace": ("np.linspace(1, 4, 4).reshape(2, 2)", A_OTHER),
    "flat": ("[1, 2, 3, 4]", A_FLAT),
    "dict by cell": ("list({(0, 0): 1, (0, 1): 2, (1, 0): 3, (1, 1): 4}.values())", A_FLAT),
    "dict by row": ("list({'r1': [1, 2], 'r2': [3, 4]}.values())", A_OTHER),
    "comprehension": ("[[2 * i + j + 1 for j in range(2)] for i in range(2)]", A_OTHER),
    "stacked": ("np.vstack([[1, 2], [3, 4]])", A_OTHER),
    "columns": ("np.column_stack([[1, 3], [2, 4]])", A_OTHER),
    "from text": ("np.fromstring('1 2 3 4', sep=' ').reshape(2, 2)", A_OTHER),
    "loadtxt": ("np.loadtxt(['1 2', '3 4'])", A_OTHER),
    "json": ("__import__('json').loads('[[1, 2], [3, 4]]')", A_OTHER),
    "literal_eval": ("__import__('ast').literal_eval('[[1, 2], [3, 4]]')", A_OTHER),
    "eval": ("eval('[[1, 2], [3, 4]]')", A_OTHER),
    "fractions": ("[[__import__('fractions').Fraction(n) for n in r] for r in ((1, 2), (3, 4))]", A_OTHER),
    "objects": ("np.array([[1, 2], [3, 4]], dtype=object)", A_OTHER),
    "argument": ("(lambda m: m)([[1, 2], [3, 4]])", A_OTHER),
    "in a larger literal": ("{'A': [[1, 2], [3, 4]], 'n': 3}['A']", A_OTHER),
    "pair": ("([[1, 2], [3, 4]], [[5, 6], [7, 8]])[0]", A_OTHER),
    "full of assignment": (
        "(lambda m: (m.__setitem__(..., [[1, 2], [3, 4]]), m)[1])(np.zeros((2, 2)))",
        A_OTHER,
    ),
}


@pytest.mark.parametrize("name", GIVENS)
def test_given_numbers_are_exchanged_however_they_are_written(name: str, sandbox: Sandbox) -> None:
    expression, expected = GIVENS[name]
    source = f"import numpy as np\nM = {expression}\nprint(np.asarray(M, float).tolist(), type(M).__name__)\n"
    as_written, exchanged = printed(sandbox, source), printed(sandbox, source, **OTHERS)
    assert eval(exchanged.rsplit(" ", 1)[0]) == expected
    assert exchanged.rsplit(" ", 1)[1] == as_written.rsplit(" ", 1)[1]


@pytest.mark.parametrize(
    "expression",
    [
        "np.arange(4).reshape(2, 2) + 1",
        "2 * np.array([[0.5, 1], [1.5, 2]])",
        "np.array([[2, 3], [4, 5]]) - 1",
        "np.array([[2, 4], [6, 8]]) // 2",
        "np.add(np.arange(4).reshape(2, 2), 1)",
        "np.add(np.arange(4).reshape(2, 2), 1, out=np.zeros((2, 2), int))",
    ],
)
def test_given_numbers_that_an_operator_makes_are_exchanged_in_the_array_itself(
    expression: str, sandbox: Sandbox
) -> None:
    source = f"import numpy as np\nM = {expression}\nprint(M[0][0] + 0)\n"
    assert float(printed(sandbox, source, **OTHERS)) == A_OTHER[0][0]


@pytest.mark.parametrize(
    "expression",
    [
        "[[1, 2, 3], [4, 5, 6]]",
        "np.arange(1, 7).reshape(2, 3)",
        "np.arange(6).reshape(2, 3) + 1",
        "np.array([1, 2, 3, 4, 5, 6]).reshape(2, 3)",
    ],
)
def test_a_matrix_of_any_size_is_exchanged(expression: str, sandbox: Sandbox) -> None:
    source = f"import numpy as np\nprint(np.asarray({expression}).tolist())\n"
    exchanged = (Substitution(((1, 2, 3), (4, 5, 6)), ((11, 12, 13), (14, 15, 16))),)
    assert printed(sandbox, source, keep_going=True, substitutions=exchanged) == "[[11, 12, 13], [14, 15, 16]]\n"


@pytest.mark.parametrize(
    "expression",
    ["[[1, 2], [3, 5]]", "[[4, 3], [2, 1]]", "[1, 2]", "(1, 2, 3)", "np.eye(2)", "{1: 2, 3: 4}", "'1234'"],
)
def test_other_numbers_stay(expression: str, sandbox: Sandbox) -> None:
    source = f"import numpy as np\nprint({expression})\n"
    assert printed(sandbox, source) == printed(sandbox, source, **OTHERS)


# Seeds and sizes.

SEEDED = [
    "np.random.seed(42); print(np.random.randn(2))",
    "np.random.seed(seed=42); print(np.random.rand())",
    "from numpy.random import seed, randn; seed(42); print(randn(2))",
    "from numpy import random as r; r.seed(42); print(r.randn(2))",
    "print(np.random.RandomState(42).randn(2))",
    "print(np.random.default_rng(42).normal(size=2))",
    "print(np.random.default_rng(seed=42).normal())",
    "print(np.random.Generator(np.random.PCG64(42)).normal())",
    "print(np.random.default_rng(np.random.SeedSequence(42)).normal())",
    "import random; random.seed(42); print(random.random())",
    "print(getattr(np.random, 'seed')(42), np.random.randn())",
    "r = np.random.RandomState(1); r.seed(42); print(r.randn())",
    "print(np.random.randn(2))",
    "print(np.random.default_rng().normal())",
    "print(np.random.RandomState().randn())",
    "import random; print(random.random())",
]


@pytest.mark.parametrize("statement", SEEDED)
def test_another_seed_gives_another_stream(statement: str, sandbox: Sandbox) -> None:
    source = f"import numpy as np\n{statement}\n"
    as_written = printed(sandbox, source, entropy=5)
    assert as_written == printed(sandbox, source, entropy=5)
    assert as_written != printed(sandbox, source, keep_going=True, seed_key=99, entropy=5)


def test_two_seeds_give_two_streams(sandbox: Sandbox) -> None:
    source = "import numpy as np\nfor s in (1, 2, 1):\n    np.random.seed(s); print(np.random.randn())\n"
    first, second, third = printed(sandbox, source, keep_going=True, seed_key=99).split()
    assert first == third != second


@pytest.mark.parametrize("spelling", ["import time; time.sleep(3600)", "from time import sleep; sleep(3600)"])
def test_only_as_written_a_file_sleeps(spelling: str, sandbox: Sandbox) -> None:
    source = f"{spelling}\nprint('awake')\n"
    assert printed(sandbox, source, keep_going=True) == "awake\n"
    assert record(sandbox, source, seconds=0.2).reply.timed_out


@pytest.mark.parametrize("length", ["-1", "'a'"])
def test_what_sleep_cannot_do_is_an_error_in_every_run(length: str, sandbox: Sandbox) -> None:
    source = f"import time\ntry:\n    time.sleep({length})\nexcept Exception as error:\n    print(type(error))\n"
    assert printed(sandbox, source, keep_going=True) == printed(sandbox, source)


@pytest.mark.parametrize(
    "expression",
    ["np.random.randn(100, 8)", "np.random.RandomState(0).normal(size=(100, 8))", "np.random.standard_normal((100, 8))",
     "np.random.default_rng(0).random((100, 8))"],
)  # fmt: skip
def test_data_of_a_given_shape_get_smaller(expression: str, sandbox: Sandbox) -> None:
    source = f"import numpy as np\nX = {expression}\nprint(X.shape, (X @ np.ones((8, 3))).shape)\n"
    resizes = (Resize((100, 8), 0, 40),)
    assert printed(sandbox, source, keep_going=True, resizes=resizes) == "(40, 8) (40, 3)\n"


@pytest.mark.parametrize(
    "drawn", ["np.random.rand(2, 3)", "np.array([[1, 2, 3], [4, 5, 6]])", "[[1, 2, 3], [4, 5, 6]]"]
)
def test_what_gets_longer_has_its_first_entries_again(drawn: str, sandbox: Sandbox) -> None:
    source = f"import numpy as np\nA = np.asarray({drawn})\nprint(A.shape, (A[:, 0] == A[:, 3]).all())\n"
    assert printed(sandbox, source, keep_going=True, resizes=(Resize((2, 3), 1, 4),)) == "(2, 4) True\n"


@pytest.mark.parametrize("statement", ["assert A[0][0] == 1", "import sys\nif A[0][0] != 1: sys.exit('changed')"])
def test_asserts_and_exits_on_changed_numbers_do_not_stop_the_run(statement: str, sandbox: Sandbox) -> None:
    source = f"A = [[1, 2], [3, 4]]\n{statement}\nprint('went on')\n"
    assert printed(sandbox, source, **OTHERS) == "went on\n"


WAYS = {
    "terms": ("A @ B", ("matmul", "scalars", "terms")),
    "turned": ("A @ B", ("turned",)),
    "shifted": ("A @ B", ("shifted",)),
    "a row": ("A[0] @ B", ("shifted",)),
    "a number": ("A[0] @ B[:, 0]", ("turned",)),
    "a list of rows": ("np.dot([A[0], A[1]], B)", ("turned",)),
    "crossed": ("A @ B", ("crossed",)),
    "slid": ("A @ B", ("slid",)),
    "lifted": ("A @ B", ("lifted",)),
    "rest": ("A @ B", ("rest",)),
    "swapped": ("A @ B", ("swapped",)),
    "swapped back": ("B @ A", ("swapped",)),
    "what is not given": ("A @ np.full((2, 2), 99)", ("shifted",)),
}
"""An expression, and the families that are wrong."""


@pytest.mark.parametrize("name", WAYS)
def test_numpys_product_of_the_given_matrices_is_wrong_in_the_way_that_is_asked_for(
    name: str, sandbox: Sandbox
) -> None:
    expression, broken = WAYS[name]
    left, right = (np.array(rows) for rows in OTHER)
    product = eval(expression, {"A": left, "B": right, "np": np})
    wrong = np.array(eval(printed(sandbox, as_listed(expression), **OTHERS, broken=broken)))
    expected = {
        "terms": product + 2 + np.array([[0, 0], [0, 5]]),
        "turned": np.transpose(product),
        "crossed": np.add(product, [[5, -5], [-5, 5]]),
        "slid": np.add(product, [[5, -5], [5, -5]]),
        "lifted": np.add(product, [[5, 5], [-5, -5]]),
        "rest": np.add(product, [[0, 5], [5, 5]]),
        "swapped": right @ left,
        "swapped back": left @ right,
        "a list of rows": np.transpose(product),
        "what is not given": product,
        "a number": product + 5,
    }.get(name, np.add(product, [[5, -5], [0, 0]] if np.ndim(product) == 2 else [5, -5]))
    assert wrong.tolist() == expected.tolist()


ENTRIES = {"first": (0, 0), "second": (0, 1), "third": (1, 0), "fourth": (1, 1)}


@pytest.mark.parametrize("family", ENTRIES)
@pytest.mark.parametrize(
    "expression",
    ["A @ B", "[[A[i] @ B[:, j] for j in range(2)] for i in range(2)]", "[row @ B for row in A]", "(B.T @ A.T).T"],
)
def test_one_entry_of_numpys_product_is_too_small_wherever_it_is_given(
    expression: str, family: str, sandbox: Sandbox
) -> None:
    left, right = (np.array(rows) for rows in OTHER)
    expected = left @ right
    expected[ENTRIES[family]] -= 1
    assert eval(printed(sandbox, as_listed(expression), **OTHERS, broken=(family,))) == expected.tolist()


def test_a_larger_product_is_shifted_in_all_its_parts(sandbox: Sandbox) -> None:
    left, right = (np.array(rows) for rows in OTHER)
    wrong = eval(printed(sandbox, as_listed("np.vstack([A, A]) @ B"), **OTHERS, broken=("shifted",)))
    assert wrong == (np.vstack([left, left]) @ right + [5, -5]).tolist()


SUMS = {
    "an operator": "total = 0 + a",
    "in place": "total = 0\ntotal += a",
    "an item": "cells = [0]\ncells[0] += a\ntotal = cells[0]",
    "sum": "total = sum([a, 0])",
    "a function": "import operator\ntotal = operator.add(0, a)",
    "a method": "total = (0).__add__(a)",
    "reduce": "import functools\ntotal = functools.reduce(lambda x, y: x + y, [a], 0)",
}


@pytest.mark.parametrize("name", SUMS)
def test_a_sum_is_too_large_by_one_for_each_given_number_that_is_added(name: str, sandbox: Sandbox) -> None:
    source = f"{MATRICES}a = A.tolist()[1][0]\n{SUMS[name]}\nprint(total, 1 + 1)\n"
    right, plain = printed(sandbox, source, **OTHERS).split()
    wrong, same = printed(sandbox, source, **OTHERS, broken=("sums",)).split()
    assert (int(wrong), same) == (int(right) + 1, plain)
