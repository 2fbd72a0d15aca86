"""What a run leaves in its trace: arrays by value, products, pairs, comparisons, prints; within bounds."""

from __future__ import annotations

from textwrap import dedent

import numpy as np
import pytest

from grader.recording.plan import Substitution
from grader.recording.sandbox import Sandbox
from grader.syntax.modules import looks_at_modules
from grader.syntax.names import looks_inside
from grader.trace import Trace, equal
from tests.running import GIVEN, OTHER, printed, trace_of

MATRICES = "import numpy as np\nA = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])\n"
PRODUCT = np.array([[19, 22], [43, 50]])

CONTAINERS = {
    "an array": "C = np.array([[19, 22], [43, 50]])",
    "a list": "C = [[19, 22], [43, 50]]",
    "a tuple": "C = ((19, 22), (43, 50))",
    "floats": "C = np.array([[19., 22], [43, 50]])",
    "objects": "C = np.array([[19, 22], [43, 50]], dtype=object)",
    "a matrix": "C = np.matrix('19 22; 43 50')",
    "a list of arrays": "C = [np.array([19, 22]), np.array([43, 50])]",
    "a dict by cell": "C = {(0, 0): 19, (0, 1): 22, (1, 0): 43, (1, 1): 50}",
    "a dict filled later": "C = {}\nfor i, n in enumerate([19, 22, 43, 50]): C[i // 2, i % 2] = n\nprint(C)",
    "a list filled later": "C = [[0, 0], [0, 0]]\nC[0][0] = 19; C[0][1] = 22; C[1][0] = 43; C[1][1] = 50",
    "a list appended to": "C = []\nC.append([19, 22])\nC.append([43, 50])",
    "an array filled later": "C = np.zeros((2, 2))\nC[0] = [19, 22]\nC[1] = [43, 50]",
    "a nested result": "def f():\n    c = [[19, 22], [43, 50]]\n    return c\nf()",
    "a local that is not returned": "def f():\n    c = np.zeros((2, 2))\n    c[0] = 19, 22\n    c[1] = 43, 50\nf()",
    "an attribute": "class K: pass\nk = K()\nk.c = np.array([[19, 22], [43, 50]])",
    "a comprehension": "[[19 + 3 * j + i * (24 + 4 * j) for j in range(2)] for i in range(2)]",
    "an argument": "def f(x): return None\nf(np.array([[19, 22], [43, 50]]))",
    "a transpose": "C = np.array([[19, 43], [22, 50]])\nprint(C.T.shape)",
    "a product without a name": "print((A @ B).shape)",
    "a yielded value": "def g(): yield np.array([[19, 22], [43, 50]])\nfor x in g(): pass",
    "unpacked": "C, D = [np.array([[19, 22], [43, 50]]), 1]",
    "a class body": "class K:\n    c = np.array([[19, 22], [43, 50]])",
    "eval": "eval('[[19, 22], [43, 50]]')",
    "an out argument": "C = np.zeros((2, 2), int)\nnp.matmul(A, B, out=C)",
    "complex without an imaginary part": "C = np.array([[19, 22], [43, 50]], complex)",
    "fractions": "from fractions import Fraction as F\nC = [[F(19), F(22)], [F(43), F(50)]]",
    "decimals": "from decimal import Decimal as D\nC = [[D(19), D(22)], [D(43), D(50)]]",
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_matrix_is_seen_in_whatever_holds_it(name: str, sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, MATRICES + CONTAINERS[name] + "\n")
    assert trace.stop is None
    assert any(equal(sight.array, PRODUCT) for sight in trace.arrays(2, 2))


PRODUCTS = [
    "A @ B", "np.matmul(A, B)", "np.dot(A, B)", "A.dot(B)", "np.einsum('ij,jk->ik', A, B)", "np.inner(A, B.T)",
    "np.tensordot(A, B, 1)", "np.linalg.multi_dot([A, B])", "A.__matmul__(B)", "B.__rmatmul__(A)",
    "np.ndarray.__matmul__(A, B)", "getattr(np, 'd' + 'ot')(A, B)", "(lambda f: f(A, B))(np.dot)",
    "__import__('operator').matmul(A, B)", "eval('A @ B')", "list(map(np.dot, [A], [B]))[0]",
    "__import__('functools').reduce(np.matmul, [A, B])", "np.linalg.matmul(A, B)", "np.asmatrix(A) * np.asmatrix(B)",
]  # fmt: skip


@pytest.mark.parametrize("expression", PRODUCTS)
def test_a_product_is_seen_with_its_line_however_it_is_spelled(expression: str, sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, f"{MATRICES}\nC = {expression}\n")
    assert trace.stop is None
    found = [product for product in trace.operations if np.shape(product.result) == (2, 2)]
    assert any(equal(product.result, PRODUCT) and product.site.line == 5 for product in found)


def test_a_failing_product_is_seen_with_its_shapes(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, "import numpy as np\nA = np.ones((5, 3))\nB = np.ones((5, 4))\nC = A @ B\n")
    (failure,) = trace.failures
    assert [operand.shape for operand in failure.operands] == [(5, 3), (5, 4)]
    assert (failure.site.line, failure.site.text) == (4, "A @ B")
    assert trace.stop is not None
    assert (trace.stop.type, trace.stop.line) == ("ValueError", 4)


def loops(body: str) -> str:
    return MATRICES + (
        "import operator\nR = [[0, 0], [0, 0]]\n"
        f"for i in range(2):\n  for j in range(2):\n    for k in range(2):\n      {body}\n"
    )


MULTIPLICATIONS = [
    "R[i][j] += A[i][k] * B[k][j]",
    "R[i][j] = R[i][j] + A[i, k] * B[k, j]",
    "R[i][j] += operator.mul(A[i, k], B[k, j])",
    "R[i][j] += np.multiply(A[i, k], B[k, j])",
    "R[i][j] += int(A[i, k]).__mul__(int(B[k, j]))",
    "x = A[i, k]; x *= B[k, j]; R[i][j] += x",
    "R[i][j] += float(A[i, k]) * float(B[k, j])",
    "R[i][j] += (lambda a, b: a * b)(A[i, k], B[k, j])",
    "R[i][j] += eval('A[i, k] * B[k, j]')",
    "R[i][j] += __import__('math').prod([A[i, k], B[k, j]])",
]


@pytest.mark.parametrize("body", MULTIPLICATIONS)
def test_the_eight_multiplications_are_seen(body: str, sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, loops(body))
    assert trace.stop is None
    pairs = [tuple(sorted((pair.left, pair.right))) for pair in trace.pairs if pair.name == "multiply"]
    assert sorted(pairs) == [(1, 5), (1, 6), (2, 7), (2, 8), (3, 5), (3, 6), (4, 7), (4, 8)]


def test_a_comparison_is_seen_with_both_sides(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, MATRICES + "print(np.array_equal(A @ B, [[19, 22], [43, 50]]))\nassert 19 == 19\n")
    assert any(equal(pair.left, PRODUCT) and equal(pair.right, PRODUCT) and pair.equal for pair in trace.comparisons)


def test_prints_have_their_lines(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, "print('one')\n\nprint('two',\n  'three')\nimport sys; sys.stdout.write('four')\n")
    assert trace.text == "one\ntwo three\nfour"
    assert [(part.line, part.text) for part in trace.prints] == [
        (1, "one\n"),
        (3, "two three\n"),
        (5, "four"),
    ]


def test_calls_and_functions_that_were_never_called_are_told_apart(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, "def f(): pass\ndef g(): pass\ndef main(): f()\nmain()\ng\n")
    assert set(trace.called) == {"f", "main"}
    assert set(trace.defined) == {"f", "g", "main"}
    assert trace.only_named == {"g": 5}


def test_an_array_is_as_it_was_at_that_moment(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, "import numpy as np\na = np.ones((2, 2))\na[:] = 7\nb = a\na[:] = 9\n")
    assert [trace.find(np.full((2, 2), value)) is not None for value in (1, 7, 9)] == [True] * 3


def test_recorded_arrays_cannot_be_written_to(sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, MATRICES)
    assert not any(sight.array.flags.writeable for sight in trace.sights)


BOUNDED = {
    "many arrays": "import numpy as np\nfor i in range(200_000): x = np.full((3, 3), i)\nprint('end')",
    "many numbers": "t = 0\nfor i in range(300_000): t = t + i * 2\nprint('end')",
    "large arrays": "import numpy as np\nx = [np.ones((900, 900)) * i for i in range(9)]\nprint('end')",
    "many places": "import numpy as np\n" + "x = np.eye(3) @ np.eye(3)\n" * 3000 + "print('end')",
    "a deep list": "x = []\nfor i in range(3000): x = [x]\nprint('end')",
    "a list in itself": "x = [1]\nx.append(x)\nd = {}\nd['d'] = d\nprint('end')",
    "a huge number": "x = 10 ** 5000\ny = x * x\nz = [x, y]\nprint('end')",
    "a giant that shares one cell": "import numpy as np\nx = np.broadcast_to(1.0, (10**9, 10**6))\nprint('end')",
    "empty arrays": "import numpy as np\nx = np.empty((0, 5)) @ np.empty((5, 0))\nprint('end')",
    "objects that lie": (
        "class L(list):\n    def __len__(self): return 10**9\n    def __iter__(self): return iter(int, 1)\n"
        "x = L([1, 2])\ny = [x, x]\nprint('end')"
    ),
    "an object that claims to be an array": (
        "import numpy as np\nclass F:\n    __class__ = np.ndarray\n    shape = (2, 2)\n    def __array__(self): 1 / 0\n"
        "x = F()\ny = [x]\nprint('end')"
    ),
}


@pytest.mark.parametrize("name", BOUNDED)
def test_recording_is_bounded_and_stops_nothing(name: str, sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, BOUNDED[name] + "\n", seconds=15.0)
    assert trace.text == "end\n"
    assert trace.ended is not None
    assert events_of(trace) < 70_000


def events_of(trace: Trace) -> int:
    return len(trace.sights) + len(trace.operations) + len(trace.pairs) + len(trace.scalars) + len(trace.comparisons)


LONG = """
def multiply(A, B):
    C = [[0] * len(B[0]) for _ in A]
    for i in range(len(A)):
        for j in range(len(B[0])):
            for k in range(len(B)):
                C[i][j] += A[i][k] * B[k][j]
    return C
"""


def test_a_long_loop_is_looked_at_for_a_while_only(sandbox: Sandbox) -> None:
    large = "L = [[3] * 50 for _ in range(50)]\nprint(multiply(L, L)[49][49])\n"
    trace = trace_of(sandbox, LONG + large)
    assert trace.text == "450\n"
    assert 0 < len(trace.pairs) <= 2_000


def test_numbers_of_the_exercise_are_seen_to_meet_after_however_many_others(sandbox: Sandbox) -> None:
    source = LONG + "L = [[3] * 50 for _ in range(50)]\nmultiply(L, L)\nmultiply([[1, 2], [3, 4]], [[5, 6], [7, 8]])\n"
    trace = trace_of(sandbox, source, watched=(1, 2, 3, 4, 5, 6, 7, 8))
    assert {(pair.left, pair.right) for pair in trace.pairs} > {(1, 5), (2, 7), (3, 5), (4, 7), (4, 8)}


def test_a_long_loop_in_which_numbers_of_the_exercise_meet_is_looked_at_to_its_end(sandbox: Sandbox) -> None:
    again = """
        A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
        for round in (1, 2):
            for k in range(3000):
                c = A[0][0] * B[0][0]
            print(c)
        """
    exchanged = tuple(map(Substitution, GIVEN, OTHER))
    orders = {"substitutions": exchanged, "watched": tuple(range(11, 19)), "broken": ("scalars",)}
    assert printed(sandbox, dedent(again), **orders) == f"{11 * 15 + 1}\n" * 2


def test_errors_that_are_handled_over_and_over_take_neither_the_time_nor_the_record(sandbox: Sandbox) -> None:
    source = "for i in range(40_000):\n    try: int('x')\n    except ValueError: pass\nprint('end')\n"
    trace = trace_of(sandbox, source)
    assert (trace.text, trace.is_cut, {one.line for one in trace.exceptions}) == ("end\n", False, {2})


def test_a_bound_is_said(sandbox: Sandbox) -> None:
    rows = "\n".join(f"for i in range(400): x = [i, {row}, 5]" for row in range(200))
    assert trace_of(sandbox, rows + "\n", seconds=15.0).limits in (["events"], ["bytes"])


def test_what_stands_for_a_function_shows_no_other_attributes_than_it_has(sandbox: Sandbox) -> None:
    trace = trace_of(
        sandbox, "import numpy as np\nf = np.matmul\nprint(f.nin, hasattr(f, '_call'), f, f.__doc__[:6])\n"
    )
    assert trace.text == "2 False <ufunc 'matmul'> matmul\n"


def test_who_asks_for_the_globals_of_a_function_looks_for_signs_of_being_graded() -> None:
    assert looks_inside("import numpy as np\nprint(np.matmul.__call__.__func__.__globals__)\n") == 2


def test_who_asks_what_stands_for_the_builtins_or_who_traces_looks_for_signs_of_being_graded() -> None:
    assert looks_inside("x = 1\nprint(__builtins__.print is print)\n") == 2
    assert looks_inside("import sys\nprint(sys.gettrace())\n") == 2
    assert looks_inside("import builtins\nprint(builtins.sum([1, 2]))\n") is None


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("import sys\nprint('grader' in sys.modules)", 2),
        ("from sys import modules as m\nif m.get('pytest'): print('tested')", 2),
        ("import sys\nprint(len(sys.modules))", 2),
        ("import sys as s\nx = 1\nfor one in list(s.modules): print(one)", 3),
        ("print(__import__('sys').modules.keys())", 1),
        ("import sys\nname = 'unittest.mock'\nprint(name in sys.modules)", 3),
        ("import sys\nprint('google.colab' in sys.modules, 'ipykernel' in sys.modules)", None),
        ("import sys\nprint(sys.modules[__name__], sys.modules['__main__'])", None),
        ("import sys\nfor name in ('numpy', 'torch'): print(name in sys.modules)", None),
        ("class Net:\n    modules = ['grader']\nprint(Net().modules, len(Net.modules))", None),
    ],
)
def test_who_asks_for_modules_that_grade_looks_for_signs_of_being_graded(source: str, line: int | None) -> None:
    assert looks_at_modules(source) == line


@pytest.mark.parametrize(
    "filling",
    [
        "for row in c:\n    row[:] = 7",
        "c.flat = 7",
        "for n in range(4):\n    c.flat[n] = 7",
        "c.T[:] = 7",
        "np.copyto(c, np.full((2, 2), 7))",
        "for n in range(4):\n    np.put(c, n, 7)",
        "d = c.T\nd[:] = 7",
        "for x in np.nditer(c, op_flags=['readwrite']):\n    x[...] = 7",
    ],
)
def test_an_array_is_seen_under_its_name_when_a_view_of_it_is_filled(filling: str, sandbox: Sandbox) -> None:
    trace = trace_of(sandbox, f"import numpy as np\nc = np.zeros((2, 2))\n{filling}\nc = None\n")
    filled = [sight for sight in trace.sights if np.array_equal(sight.array, np.full((2, 2), 7))]
    assert any(sight.site.names == ("c",) and sight.how == "changed" for sight in filled)


def test_what_stands_in_slots_is_seen(sandbox: Sandbox) -> None:
    source = "class M:\n    __slots__ = ('rows', 'unset')\nm = M()\nm.rows = [[1, 2], [3, 4]]\nn = m\n"
    trace = trace_of(sandbox, source)
    assert any(sight.site.names == ("n",) for sight in trace.seen(trace.arrays(2, 2)[0].array))


def test_functions_of_numpys_are_not_bound_to_objects_and_can_be_copied(sandbox: Sandbox) -> None:
    source = (
        "import copy, operator\nimport numpy as np\n"
        "class A:\n    product = np.matmul\n    times = operator.mul\n"
        "print(A().product(np.eye(2), np.eye(2)).sum(), A().times(2, 3), copy.deepcopy([np.dot])[0] is np.dot)\n"
    )
    assert trace_of(sandbox, source).text == "2.0 6 True\n"
