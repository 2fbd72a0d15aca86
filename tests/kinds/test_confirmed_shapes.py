"""What confirms the shape of the product, and what only looks so: read from itself, half typed, of another matrix."""

from __future__ import annotations

import pytest

from tests.corpus import Grading
from tests.kinds.parts import GIVEN, not_passed

PRODUCT = f"import numpy as np\n{GIVEN}C = A.T @ B\n"
COMPARED_WITH_ITSELF = (
    "expected = tuple(C.shape)\nassert C.shape == expected\n",
    "expected = (C.shape[0], C.shape[1])\nassert C.shape == expected\n",
    "expected = (len(C), len(C[0]))\nprint('right' if C.shape == expected else 'wrong')\n",
    "expected: tuple = C.shape\nassert C.shape == expected\n",
    "expected = shape = C.shape\nassert C.shape == expected\n",
    "expected = C.T.shape[::-1]\nassert C.shape == expected\n",
    "shape = C.shape\nexpected = shape\nassert C.shape == expected\n",
    "expected = np.zeros_like(C).shape\nassert C.shape == expected\n",
    "def expected():\n    return C.shape\nassert C.shape == expected()\n",
    "def shape_of(m):\n    return m.shape\nassert C.shape == shape_of(C)\n",
    "expected = {'shape': C.shape}\nassert C.shape == expected['shape']\n",
    """\
def check(actual, expected):
    print("right" if actual == expected else "wrong")
check(C.shape, C.shape)
""",
    """\
class Shape:
    def __init__(self, m):
        self.want = m.shape
    def check(self, m):
        assert m.shape == self.want
Shape(C).check(C)
""",
)
COMPARED_WITH_WHAT_IT_SHOULD_BE = (
    "expected = (A.shape[1], B.shape[1])\nassert C.shape == expected\n",
    "expected = rows, columns = (3, 4)\nassert C.shape == expected\n",
    "shape = C.shape\nassert shape == (3, 4)\n",
    "expected = (A.shape[1], B.shape[1])\nshape = C.shape\nprint('right' if shape == expected else 'wrong')\n",
    "def expected_shape(a, b):\n    return (a.shape[1], b.shape[1])\nassert C.shape == expected_shape(A, B)\n",
    """\
def check(actual, expected):
    print("right" if actual == expected else "wrong")
check(C.shape, (A.shape[1], B.shape[1]))
""",
    """\
class Shape:
    def __init__(self, a, b):
        self.want = (a.shape[1], b.shape[1])
    def check(self, m):
        assert m.shape == self.want
Shape(A, B).check(C)
""",
)
ROWS_TYPED = (
    "columns = C.shape[1]\nprint(f'Result: (3, {columns})')\n",
    "_, columns = C.shape\nprint(f'Result: 3 x {columns}')\n",
    "rows = 3\ncolumns = C.shape[1]\nprint('Result:', (rows, columns))\n",
    "columns = len(C[0])\nprint('Result: {} x {}'.format(3, columns))\n",
)
ROWS_READ = (
    "rows, columns = C.shape\nprint(f'Result: ({rows}, {columns})')\n",
    "rows = C.shape[0]\ncolumns = C.shape[1]\nprint('Result:', (rows, columns))\n",
    "rows = sum(1 for row in C)\ncolumns = C.shape[1]\nprint('Result:', rows, 'x', columns)\n",
    "def size(m):\n    return len(m), len(m[0])\nrows, columns = size(C)\nprint(f'({rows}, {columns})')\n",
    "rows = 0\nfor row in C:\n    rows += 1\ncolumns = C.shape[1]\nprint('Result:', (rows, columns))\n",
    "columns = C.shape[1]\nrows = C.shape[0]\nprint('rows', rows)\nprint('columns', columns)\n",
)

OF_ANOTHER_MATRIX = (
    "print(B[:3].shape)\n",
    "print(B[2:].shape)\n",
    "print(np.delete(B, [3, 4], axis=0).shape)\n",
    "print((A.reshape(3, -1) @ B).shape)\n",
    "print((np.zeros((5, 3)).T @ B).shape)\n",
    "assert B[:3].shape == (3, 4)\n",
    "shape = B[:3].shape\nprint('Result:', shape)\n",
    "assert (A.reshape(3, -1) @ B).shape == (A.shape[1], B.shape[1])\n",
)
OF_THE_OPERANDS = (
    """\
def out_shape(a, b):
    return (a.shape[0], b.shape[1])
print("Result:", out_shape(A.T, B))
""",
    """\
def out_shape(a, b):
    rows, columns = a.shape[1], b.shape[1]
    return rows, columns
shape = out_shape(A, b=B)
print(f"Result: {shape}")
""",
    """\
def out_shape(a, b):
    return (a.shape[0], b.shape[1])
assert out_shape(A.T, B) == (3, 4)
""",
    """\
class Product:
    def __init__(self, a, b):
        self.value = a.T @ b
        self.shape = (a.shape[1], b.shape[1])
print("Result:", Product(A, B).shape)
""",
    """\
class Product:
    def __init__(self, a, b):
        self.value = a.T @ b
        self.shape = (a.shape[1], b.shape[1])
product = Product(A, B)
print("Result:", product.shape)
""",
    """\
def multiply(a, b):
    a = a.T
    result = a @ b
    print("Result:", (a.shape[0], b.shape[1]))
    return result
C = multiply(A, B)
""",
    "out_shape = lambda a, b: (a.shape[0], b.shape[1])\nprint('Result:', out_shape(A.T, B))\n",
)
OF_THE_PRODUCT_ITSELF = (
    "def shape_of(m):\n    return m.shape\nprint(shape_of(A), shape_of(B), shape_of(C))\nprint(shape_of(C))\n",
    """\
class Product:
    def __init__(self, a, b):
        self.value = a.T @ b
        self.shape = self.value.shape
print("Result:", Product(A, B).shape)
""",
    """\
class Layer:
    def __init__(self, a, b):
        self.shape = (a.shape[1], b.shape[1])
layer = Layer(A, B)
print("Result:", C.shape)
""",
    """\
def multiply(a, b):
    rows, columns = a.shape[1], b.shape[1]
    result = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            for k in range(len(a)):
                result[i, j] += a[k, i] * b[k, j]
    return result
D = multiply(A, B)
print(D.shape)
print(multiply(A, B).shape)
""",
    """\
def multiply(a, b):
    result = [[0] * len(b[0]) for _ in range(len(a[0]))]
    return result, len(result), len(result[0])
_, rows, columns = multiply(A, B)
print(rows, columns, C.shape)
""",
    "print((A.T @ B).shape)\n",
    "print(np.round(C, 2).shape)\n",
    "print(np.array(C.tolist()).shape)\n",
    "print(C[:].shape)\n",
    "def multiply(a, b):\n    return a @ b\nprint(multiply(A.T, B).shape)\n",
)


COLUMNS_FIRST = (
    'print(f"行數:{columns} 列數:{rows}")\n',
    'print("欄:", columns, "列:", rows)\n',
    'print("列:", columns, "行:", rows)\n',
    'print("स्तंभ:", columns, "पंक्ति:", rows)\n',
    'print("கலம்:", columns, "வரிசை:", rows)\n',
    'print("kolumny:", columns)\nprint("wiersze:", rows)\n',
    'print("kolumner:", columns, "\\nrader:", rows)\n',
    'print("στήλες:", columns)\nprint("γραμμές:", rows)\n',
    'print("second dimension:", columns)\nprint("first dimension:", rows)\n',
    'print("number of columns of C")\nprint(columns)\nprint("number of rows of C")\nprint(rows)\n',
    'print("columns x rows =", columns, "x", rows)\n',
    'print(f"(columns, rows) = ({columns}, {rows})")\n',
    'print(f"Spalten × Zeilen: {columns} × {rows}")\n',
    'print("cols", "rows")\nprint(columns, rows)\n',
    'print("| cols | rows |")\nprint("|------|------|")\nprint(f"| {columns} | {rows} |")\n',
    'print(f"c={columns}, r={rows}")\n',
)
ROWS_FIRST = (
    'print(f"列數:{rows},行數:{columns}")\n',
    'print("C 是", rows, "列", columns, "行的矩陣")\n',
    "print(*enumerate(C.shape))\n",
    'print("Rows: A", len(A), "B", len(B), "C", len(C))\n'
    'print("Columns: A", len(A[0]), "B", len(B[0]), "C", len(C[0]))\n',
)
BESIDE_OTHER_LENGTHS = (
    'p, q = B.shape\nprint(f"({p}, {q}) -> ({rows}, {columns})")\n',
    'k, m = A.shape\nk, n = B.shape\nprint(f"({m}, {k}) @ ({k}, {n}) = ({rows}, {columns})")\n',
    'print(f"{A.T.shape[1]} inside: {rows} x {columns}")\n',
)
NAMED_THE_OTHER_WAY_ROUND = (
    'print("rows:", columns, "columns:", rows)\n',
    'print("rows:", columns)\nprint("columns:", rows)\n',
    'print("wiersze:", columns)\nprint("kolumny:", rows)\n',
    'print("γραμμές:", columns)\nprint("στήλες:", rows)\n',
    'print("行:", columns, "列:", rows)\n',
    'print("first dimension:", columns)\nprint("second dimension:", rows)\n',
    'print("rows x columns:", columns, "x", rows)\n',
    'print("rows", "cols")\nprint(columns, rows)\n',
    'print("number of rows")\nprint(columns)\nprint("number of columns")\nprint(rows)\n',
    'print("(rows, columns) =", (columns, rows))\n',
)
NOT_THE_PRODUCTS = (
    'm = A.T.shape[0]\nprint("rows:", m, "columns:", columns)\n',
    'print("kolumny:", B.shape[1])\nprint("wiersze:", A.shape[1])\n',
    'print("kolumny:", columns)\nprint("wiersze:", 3)\n',
    'print("columns x rows =", columns, "x 3")\n',
)


@pytest.mark.parametrize("text", COMPARED_WITH_ITSELF)
def test_a_shape_that_is_compared_with_itself_confirms_nothing(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])
    assert "itself" in str(told.message)


@pytest.mark.parametrize("text", ROWS_TYPED)
def test_a_shape_whose_rows_are_typed_confirms_nothing(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])
    assert told.misconception == "shape-printed-as-literal"
    assert told.line == PRODUCT.count("\n") + text.count("\n")


@pytest.mark.parametrize("text", OF_THE_OPERANDS)
def test_lengths_of_a_and_b_confirm_nothing_whoever_reads_them(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])
    assert told.misconception == "shape-not-printed"


@pytest.mark.parametrize("text", OF_ANOTHER_MATRIX)
def test_the_shape_of_another_matrix_without_a_name_confirms_nothing(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])
    assert told.misconception == "shape-not-printed"


@pytest.mark.parametrize("text", [*COMPARED_WITH_WHAT_IT_SHOULD_BE, *ROWS_READ, *OF_THE_PRODUCT_ITSELF])
def test_a_shape_that_may_turn_out_another_one_is_confirmed(text: str, grading: Grading) -> None:
    assert not not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])


def test_where_something_lies_in_memory_is_no_shape(grading: Grading) -> None:
    text = 'print(f"<built-in method of numpy.ndarray object at 0x7f3a{C.shape[1]}b590c1>")\n'
    (told,) = not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])
    assert (told.status, told.misconception) == ("failed", "shape-not-printed")


def test_a_method_that_is_printed_and_not_called_is_named(grading: Grading) -> None:
    text = """\
class Product:
    def __init__(self, a, b):
        self.value = a.T @ b
    def shape(self):
        return self.value.shape
product = Product(A, B)
print(product.shape)
"""
    (told,) = not_passed(grading.source(f"import numpy as np\n{GIVEN}{text}").exercises[1])
    assert (told.line, told.hint) == (10, "Call it, with brackets: product.shape()")


SAID_RIGHTLY = (
    "if C.shape == (3, 4):\n    print('the shape is right')\nprint('A @ B would have the wrong shape')\n",
    "if C.shape == (3, 4):\n    print('the shape is right')\nelse:\n    print('the shape is wrong')\n",
    "if C.shape != (3, 4):\n    raise SystemExit('wrong')\nprint('not wrong')\n",
    "print(np.array(C.tolist()).reshape(C.shape).shape)\n",
    "def check(m):\n    return m.shape\nprint('right' if check(C) == (3, 4) else 'wrong')\n",
)


@pytest.mark.parametrize("text", SAID_RIGHTLY)
def test_what_is_said_of_another_shape_denies_nothing(text: str, grading: Grading) -> None:
    assert not not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("print(np.reshape(C, (3, 4)).shape)\n", 5, "print(C.shape)"),
        ("if C.shape == (3, 4):\n    print('Right shape')\nprint('Wrong shape!')\n", 7, "else: in the line before it"),
        (
            "def check(m):\n    print(m.shape)\nprint('right' if check(C) == (3, 4) else 'wrong')\n",
            7,
            "C.shape == (3, 4)",
        ),
    ],
)
def test_a_shape_that_is_typed_or_denied_is_not_confirmed(text: str, line: int, hint: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])
    assert (told.status, told.line) == ("failed", line)
    assert str(told.hint).startswith(hint)


ASSERTED, PRINTED = "assert C.shape == (3, 4)", "print(C.shape)"


@pytest.mark.parametrize(
    ("text", "told", "hint"),
    [
        ("if C.shape is (3, 4):\n    print('right')\n", "`is` asks", ASSERTED),
        ("if C.shape[0] == 3 & C.shape[1] == 4:\n    print('right')\n", "& binds more", ASSERTED),
        ("print('Right?', C.shape == (3, 4) == True)\n", "Two comparisons in a row", ASSERTED),
        ("assert C.shape == (3.4)\n", "A number with a point", ASSERTED),
        ("C.shape = (3, 4)\n", "One = gives", ASSERTED),
        ("if C.shape >= (3, 4):\n    print('right')\n", "A shape that is greater", ASSERTED),
        ("right = C.shape == (3, 4)\n", "What comes of this comparison is kept", "print(right)"),
        ("print(np.shape([C]))\n", "something around the product", PRINTED),
        ("print(C.ndim)\n", "ndim is how many", PRINTED),
        ("assert B.shape == (5, 4)\nprint('confirmed')\n", "the shape of A or B", ASSERTED),
    ],
)
def test_a_line_that_asks_the_shape_in_vain_is_named(text: str, told: str, hint: str, grading: Grading) -> None:
    (check,) = not_passed(grading.source(f"{PRODUCT}{text}").exercises[1])
    assert (check.line, check.hint) == (5, hint)
    assert told in str(check.message)


def test_a_print_behind_a_return_is_named(grading: Grading) -> None:
    text = "def multiply(a, b):\n    c = a.T @ b\n    return c\n    print(c.shape)\nC = multiply(A, B)\n"
    (check,) = not_passed(grading.source(f"import numpy as np\n{GIVEN}{text}").exercises[1])
    assert (check.line, check.hint) == (7, "Move it above the return.")


@pytest.mark.parametrize("text", [*COLUMNS_FIRST, *ROWS_FIRST, *BESIDE_OTHER_LENGTHS])
def test_words_say_which_length_is_which(text: str, grading: Grading) -> None:
    assert not not_passed(grading.source(f"{PRODUCT}rows, columns = C.shape\n{text}").exercises[1])


@pytest.mark.parametrize("text", [*NAMED_THE_OTHER_WAY_ROUND, *NOT_THE_PRODUCTS])
def test_words_that_name_the_lengths_wrongly_or_other_lengths_confirm_nothing(text: str, grading: Grading) -> None:
    (told,) = not_passed(grading.source(f"{PRODUCT}rows, columns = C.shape\n{text}").exercises[1])
    assert str(told.misconception).startswith("shape-")
