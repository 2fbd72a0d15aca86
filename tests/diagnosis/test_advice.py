"""What a learner is told to try about an error: each entry of the tables, and what the source itself gives away."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from grader.diagnosis.copied_text import OF_COPIED_TEXT
from grader.diagnosis.known_errors import KNOWN_ERRORS
from grader.diagnosis.other_languages import OF_OTHER_LANGUAGES
from grader.diagnosis.syntax_errors import SYNTAX_ERRORS
from tests.corpus import Grading
from tests.diagnosis.mistakes import NUMPY, OF_THE_TABLES

ADVICE = [advice for _, advice in (*OF_COPIED_TEXT, *OF_OTHER_LANGUAGES, *SYNTAX_ERRORS, *KNOWN_ERRORS)]


def advice_with(words: str) -> str:
    """The one advice of the tables in which these words are."""
    (found,) = (advice for advice in ADVICE if words in advice)
    return found


@pytest.mark.parametrize(
    ("words", "source"), [(words, source) for words, sources in OF_THE_TABLES.items() for source in sources]
)
def test_a_mistake_gets_the_advice_on_it(words: str, source: str, grading: Grading) -> None:
    assert any(advice_with(words) in note.message for note in grading.source(source).notes)


def test_each_advice_stands_once_and_is_told_of_some_source() -> None:
    assert sorted(ADVICE) == sorted(advice_with(words) for words, sources in OF_THE_TABLES.items() if sources)


NET = "class Net:\n    def forward(self, x):\n        self.hidden = x\n        return x\n"
OF_THE_SOURCE = {
    "x = 1\ny\u00a0= 2\nz\u00a0= 3\n": "In line 2, line 3 there are spaces that were copied",
    "import numpy\nX = np.ones(3)\n": "In line 1 NumPy is imported as `numpy`",
    "import numpy as npy\nX = np.ones(3)\n": "In line 1 NumPy is imported as `npy`",
    "class A:\n    def _init_(self, n):\n        pass\na = A(3)\n": "_init_ has to be called __init__",
    "class A:\n    def forward(x):\n        return x\na = A()\na.forward(1)\n": "def forward(self, …)",
    "for i in range(2):\nprint(i)\n": "Line 1 opens a block",
    "def f():\n# TODO\nprint(1)\n": "Line 1 opens a block",
    "C = []\nC[0] = 1\n": "C begins empty, and has no places yet",
    "C = []\nC[0][0] = 1\n": "C begins empty, and has no places yet",
    f"{NUMPY}X = np.ones((3, 4))\nh = []\nh.append(h[-1] @ X)\n": "put the first one in where it is made, h = [X]",
    f"{NUMPY}H = np.ones((3, 4))\nprint(H.shape())\n": "Write H.shape, without brackets behind it.",
    f"{NUMPY}H = np.ones((3, 4))\nprint(H.shape(0))\n": "Write H.shape[0], with square brackets.",
    f"{NUMPY}X = np.ones((3, 8))\nW = 0,1 * np.ones((8, 4))\nX @ W\n": "In line 3 a comma makes two",
    "class Net:\n    def go(self):\n        self.W = 1\n        print(W)\nNet().go()\n": "has it: write self.W.",
    f"{NUMPY}print(np.ones((3, 4)).shape())\n": "Write .shape, without brackets behind it.",
    'sys.stdout.write("(3, 4)")\n': "write import sys at the top of the file.",
    "for k in range(2):\n    total += k\n": "write total = 0 before the loop",
    "def cell():\n    for k in range(2):\n        total += k\ncell()\n": "write total = 0 before the loop",
    f"{NUMPY}X = np.random.seed(42)\nX @ np.eye(2)\n": "X is None, by line 2: np.random.seed()",
    "C = []\nrow = C.append([])\nrow.append(1)\n": "row is None, by line 2: C.append()",
    "sum = 0\nprint(sum([1, 2]))\n": "sum is no function any more since line 1",
    "import numpy as np\ndef matmul(A, B):\n    return A @ B\nmatmul = matmul(np.eye(2), np.eye(2))\n"
    "print(matmul(np.eye(2), np.eye(2)))\n": "matmul is no function any more since line 4",
    "range = [0, 1]\nfor i in range(2):\n    print(i)\n": "range is no function any more since line 1",
    f"{NUMPY}np = 5\nX = np.ones(3)\n": "np is not NumPy any more since line 2",
    "A = [[1, 2], [3, 4]]\nfor i in range(2):\n    print(A[i][k])\n": "No loop counts k",
    f"{NUMPY}X = np.ones((3, 4))\nH == X @ X.T\nprint(H)\n": "In line 3 it is only compared",
    f"{NUMPY}np.random.seed(42), X == np.ones((3, 4))\n": "= gives a value",
    "A == 1 and B == 2\n": "= gives a value",
    "  x = 1\n\n  y = 2\n  z = 3\n": "From line 1 to line 4, every line begins with 2 spaces too many",
    "x = 1\n  y = 2\n  if y:\n    z = 3\nw = 4\n": "From line 2 to line 4, every line begins with 2 spaces",
    f"{NET}print(forward(1))\n": "forward is a method of the class Net: write Net().forward(x) to call it.",
    "class Task:\n    def main():\n        print(1)\nmain()\n": "of the class Task: write Task.main() to call it.",
    "def mymul(M, N):\n    print(M)\nmymul(M, N)\n": "Only within mymul() is it called so: write here what mymul() is",
    f"{NET}Net.forward(1)\n": "A method is called on an object of its class: Net().forward(x).",
    "def forward(x, w):\n    return x\nforward(1)\n": "take what forward needs: forward(x, w).",
    "class Net:\n    def __init__(self, n):\n        self.n = n\nNet()\n": "take what Net needs: Net(n).",
    f"{NET}net = Net()\nnet.forward()\n": "take what forward needs: forward(x).",
    "W = 1\nprint(w)\n": "Did you mean `W`, of line 1?",
    "def f():\n    made = 1\n    return made\nMade = f()\nprint(made)\n": "Did you mean `Made`, of line 4?",
    f"{NUMPY}X = numpy.ones(3)\n": "In line 1 NumPy is imported as `np`: write np here.",
    "C = 1\ndel C\nprint(C)\n": "It is deleted in line 2: leave that line out.",
    "A = [1]\nA = [3]\nC = [A, B]\nB = 1\n": "A gets a value in line 1, and another in line 2: write B = … in line 2",
    "from numpy import np\n": "cannot import name 'np' from 'numpy'. This error stopped the file here.",
    "from numpy import matmull\n": "Did you mean `matmul`?",
    "hidden1 = 1\nprint(hiden1)\n": "Did you mean `hidden1`, of line 1?",
    "made = {'a': 1, 'b': 2}\nprint(made['A'])\n": 'Did you mean made["a"]?',
    "prnt(1)\n": "Did you mean `print`?",
    "class Net:\n    def go(self):\n        W = 1\n    def see(self):\n        W.T\nNet().see()\n": "write self. be",
    "def f():\n    C = 1\n    return C\nf()\nprint(C)\n": "write C = f(…)",
    "def f():\n    made = 1\nf()\nprint(made)\n": "have it returned",
    "def f():\n    print(x)\nf()\nx = 1\n": "It gets a value in line 4: call this function only after that",
    "print(x)\nx = 1\n": "It gets a value in line 2, which comes only after this",
    "if 1 > 2:\n    x = 1\nprint(x)\n": "It gets a value in line 2, which is not done yet",
    f"{NET}print(Net().foward(1))\n": "Did you mean `forward`?",
    "class Net:\n    def go(self):\n        size = 1\nprint(Net().size)\n": "In its methods it is called self.size",
    f"{NUMPY}X = np.random.radn(3, 4)\n": "Did you mean `randn`?",
    f"{NUMPY}X = np.Zeros((2, 2))\n": "Did you mean `zeros`?",
    f"{NUMPY}print(np.ones((3, 4)).t)\n": "Did you mean `T`?",
    "x = 1\nif x ≠ 2:\n    print(x ≤ 3)\n": "In Python ≠ is written !=. Such signs are also in line 3.",
    "x = 1\nprint(x ≈ 1 − 2)\n": "In Python ≈ is written np.allclose(C, A @ B), and − is written -.",
    "x = 2 × 3\n": "× is written * (of matrices @)",
    "x = 3\ny = 4\nz = x·y\n": "· is written * (of matrices @)",
    "print(1) → 1\n": "→ is written # (what comes behind it is a comment)",
    "print(“Layer 1:”, 1)\n": '“ and ” are written "',
    'print("Layer 1:”, 1)\n': 'The quote at the end is ”, and no ": type " there.',
    "print('Layer 1:’, 1)\n": "The quote at the end is ’, and no ': type ' there.",
    f"{NUMPY}A = np.ones((5, 3))\nC = Aᵀ @ A\n": "ᵀ is written .T, as in A.T",
}
"""A mistake, and what is told of it with the file's own names and lines."""


@pytest.mark.parametrize("source", OF_THE_SOURCE)
def test_the_source_tells_what_was_meant(source: str, grading: Grading) -> None:
    assert any(OF_THE_SOURCE[source] in note.message for note in grading.source(source).notes)


@pytest.mark.parametrize(
    ("source", "since"),
    [
        ("type Row = list[float]\n", (3, 12)),
        ("def first[T](row: list[T]) -> T:\n    return row[0]\n", (3, 12)),
        ("C = {'a': 1}\nprint(f'{C['a']}')\n", (3, 12)),
        ("row = ['a']\nprint(f'{chr(10).join(row)} {\"\\n\".join(row)}')\n", (3, 12)),
    ],
)
def test_what_only_a_later_python_reads_is_called_that(source: str, since: tuple[int, int], grading: Grading) -> None:
    told = f"This needs Python {since[0]}.{since[1]}; here files are graded with Python"
    assert any(told in note.message for note in grading.source(source).notes) == (sys.version_info < since)


def test_of_a_notebook_such_a_line_is_said_to_have_no_answer(grading: Grading, tmp_path: Path) -> None:
    cell = {"cell_type": "code", "source": ["shell = get_ipython()\n", "shell.magic('who')"], "metadata": {}}
    path = tmp_path / "matmul_practice.ipynb"
    path.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    notes = [note.message for note in grading.file(path).result.notes]
    assert not any("take such lines out of a Python file" in note for note in notes)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["where = %pwd\nprint(len(where) > 0)"], "where is what %pwd gives, and nothing runs %pwd"),
        (["done = !echo done", "print(done[0])"], "done is what !echo gives, and nothing runs !echo"),
        (["%%capture --no-stderr shown\nprint(1)", "print(shown.stdout)"], "shown is what %%capture gives"),
        (["print(len(In))"], "Nothing keeps the cells in In"),
    ],
)
def test_what_a_command_of_a_notebook_gives_is_said_to_be_lacking(
    cells: list[str], told: str, grading: Grading, tmp_path: Path
) -> None:
    code = [{"cell_type": "code", "source": cell, "metadata": {}} for cell in cells]
    path = tmp_path / "matmul_practice.ipynb"
    path.write_text(json.dumps({"cells": code, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    assert any(told in note.message for note in grading.file(path).result.notes)


TEMPTING = [
    ("x = dict(a=1, b=2\n", "joins conditions"),
    ("C = sorted([1], key=abs))\n", "joins conditions"),
    ("x = 1\ny = print(x end='')\n", "joins conditions"),
    ("C = sorted([1], key=abs) 3\n", "joins conditions"),
    ("If you run this (as below), it prints the shapes\n", "begin with a small letter"),
    ("If it is not there: look\n", "begin with a small letter"),
    ("if (1 == 1) and (2 == 2)\n    print(1)\n", "Behind the condition"),
    ("end = 2\nprint(end en)\n", "no such word"),
    ("print(end)\n", "no such word"),
    ("c == 1\n", "c(1, 2) is written"),
    ("print('a ≠ b, ' 1 '→' （2）)\n", "is written"),
    ("print('it’s)\n", 'and no "'),
    ('print("it’s fine)\n', "The quote at the end"),
    ("X, W1, W2, W3 = range(4\n", "This line is a sentence"),
    ("X is None\nprint(missing)\n", "This line is a sentence"),
    ("C = [1]\nassert max(C, key=abs) == 1, (\n", "also after if and assert"),
    ("for x in range(2)\n    print(x)\n", "Times is written *"),
    ("x = 1\nprint('a 3 x 4 matrix' x)\n", "Times is written *"),
    ("x = 1\nprint('the new shape' x)\n", "Python has no new"),
    ("x = 1\nprint('in the range of' x)\n", "range takes its numbers in round"),
    ("print(\"the shape of A')\n", "how MATLAB turns a matrix"),
    ("print(f' {x x}')\n", "how MATLAB turns a matrix"),
    ("sizes = {\n    'a': (1, 2\n}\n", "Braces end no block"),
    ("if max([1]) == {\n    1: 2\n", "there are no braces around it"),
    ("final = X W1\n", "no types and no such words"),
    ("per = X W1\n", "Python's own words are English"),
    ("A = [[[1, 2], [3, 4]]]\nprint(A[0][0, 1])\n", "A comma is missing between the rows"),
    ("for i in range(size):\n    print(i)\n", "An array's shape is A.shape"),
    ("print(array.shape)\n", "called with its name before them"),
    ("class A:\n    def __init__(self, n):\n        pass\nA()\n", "A method is called on an object"),
    ("hidden-1 = 2\n", "stands to the left of ="),
    ("x = 1\nx >>= 1 1\n", "Python's prompt"),
    ("x = 1\n>>>>>>> main\n", "Python's prompt"),
    (f"{NUMPY}X = np.ones((3, 4))\nprint(X @ X)\n", "(A.T @ B).shape"),
    (f"{NET}Net().forward(1, 2)\n", "A method gets its object first"),
]
"""A source, and some words of an advice that it looks like and has nothing to do with."""


@pytest.mark.parametrize(("source", "words"), TEMPTING)
def test_what_only_looks_like_a_mistake_gets_no_advice_on_it(source: str, words: str, grading: Grading) -> None:
    notes = grading.source(source).notes
    assert notes
    assert not any(words in note.message for note in notes)
