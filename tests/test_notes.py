"""What is said of a file as a whole: of functions that nobody called, the one to call, and no other."""

from __future__ import annotations

import pytest

from tests.corpus import Grading

HELPERS = """\
import numpy as np

def relu(z):
    return np.maximum(z, 0)

def network():
    np.random.seed(42)
    print(relu(np.random.randn(100, 8)).shape)

def main():
    network()
"""


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("main", ["Line 13 only names main: write main() to call it."]),
        ("print('done')", ["main() is never called."]),
        ("network()", ["main() is never called."]),
        ("if __name__ == '__maim__':\n    main()", ["main() is never called: this condition never holds."]),
        ("main()", []),
        (
            "def one(x):\n    yield x\none(relu)\nmain()",
            ["one() has a yield: what it does begins when something loops"],
        ),
    ],
)
def test_of_functions_that_nobody_called_the_outermost_is_named(end: str, told: list[str], grading: Grading) -> None:
    notes = [note.message for note in grading.source(f"{HELPERS}\n{end}\n").notes]
    assert len(notes) == len(told)
    assert all(note.startswith(start) for note, start in zip(notes, told, strict=True))


def test_a_helper_left_over_is_not_named_before_the_mistake(grading: Grading) -> None:
    source = "def cell(a, b):\n    return a * b\n\nimport numpy as np\nX = np.random.randn(100, 8)\nprint(X.shape)\n"
    assert not any("cell()" in note.message for note in grading.source(source).notes)


def test_a_check_that_saw_nothing_names_the_function_that_nobody_called(grading: Grading) -> None:
    source = f"{HELPERS}\nprint('done')\n"
    checks = [check for exercise in grading.source(source).exercises for check in exercise.checks]
    assert {(check.line, check.message) for check in checks if check.status == "failed"} == {
        (10, "Nothing of this was seen. main() is never called.")
    }


def test_a_function_within_a_function_that_nobody_calls_is_named(grading: Grading) -> None:
    source = "def main():\n    def network():\n        print(1)\nmain()\n"
    assert [note.line for note in grading.source(source).notes if "network() is never" in note.message] == [2]


def test_a_file_that_ends_python_is_told_the_last_line_that_ran(grading: Grading) -> None:
    source = "import numpy as np\nimport os\nprint(1)\nA = np.ones((2, 2))\nB = A @ A\nos._exit(0)\nprint(2)\n"
    assert [note.line for note in grading.source(source).notes if "ended Python" in note.message] == [5]


PROPERTY = """\
import numpy as np

class Layer:
    @property
    def shape(self):
        return 1

X = np.ones(3)
print(X.shape)
"""


def test_a_property_is_not_said_to_lack_its_brackets(grading: Grading) -> None:
    assert not any("only names" in note.message for note in grading.source(PROPERTY).notes)


def test_an_exit_as_the_last_statement_is_no_early_one(grading: Grading) -> None:
    source = f"import sys\n{HELPERS}    return 0\n\nif __name__ == '__main__':\n    sys.exit(main())\n"
    assert not any(note.misconception == "stops-early" for note in grading.source(source).notes)


ELSEWHERE = """\
from multiprocessing import Pool

def row(i):
    return i + 1

with Pool(2) as pool:
    print(pool.map(row, range(2)))
"""


def test_what_other_processes_run_is_not_called_never_called(grading: Grading) -> None:
    (note,) = (note for note in grading.source(ELSEWHERE).notes if "row()" in note.message)
    assert "runs in other processes" in note.message
    assert note.misconception is None


ADVICE = {
    "In [1]: import numpy as np": "a notebook's prompt",
    "1 import numpy as np": "take the numbers of the lines out",
    "+import numpy as np": "begins with a mark of what it was copied from",
    "~~~\nx = 1": "the text that the code was copied from",
    "<!DOCTYPE html>": "This is a web page",
    "Here is the solution:": "This line is a sentence",
    "x = 1 + \\ \n2": "not even a space",
    "x =\u200b 1": "delete it",
    "import numpy as np\nX = np.random.seed(42)\nX @ np.eye(2)": "X is None, by line 2: np.random.seed()",
    "x = 1\nprint(x = 2)": "== asks whether two things are equal",
    "x = 1\nx @ 2": "two numbers are multiplied with *",
    "A = [1, 2], [3, 4]\nA[0, 1]": "write [[1, 2], [3, 4]]",
    "def f():\n    C = 1\n    return C\nf()\nprint(C)": "write C = f(…)",
    "import numpy as np\nprint((np.ones((4, 2)) == np.ones((3, 2))).all())\n": "What is compared here has two",
    "sum = 0\nprint(sum([1, 2]))\n": "sum is no function any more since line 1",
    "C = []\nC[0] = 1\n": "start from [[0, 0], [0, 0]], or append",
    "A = [[1, 2], [3, 4]]\nprint(A[0, 1])\n": "A[i][k]",
    "A = [[1, 2], [3, 4]]\nfor i in A:\n    print(A[i])\n": "range(len(A))",
    "for i in 2:\n    print(i)\n": "range(2)",
    "print([[1, 2], [3, 4]] @ [[5, 6], [7, 8]])\n": "np.array(A) @ np.array(B)",
    "import numpy as np\nprint('shape: ' + np.ones((3, 4)).shape)\n": "commas between",
    "import numpy as np\nprint(np.ones((3, 4)).shape())\n": "without brackets",
    "import numpy as np\nX = np.random.randn((100, 8))\n": "randn(100, 8)",
    "import math\nimport numpy as np\nprint(math.exp(np.ones((3, 4))))\n": "whole arrays",
    "import numpy as np\nX = np.ones((3, 4))\nH == X @ X.T\nprint(H)\n": "== asks whether",
    "import numpy as np\nX = np.random.radn(3, 4)\n": "Did you mean `randn`?",
    "x = 1\n<<<<<<< HEAD\ny = 2\n": "two versions did not fit",
    "k = 0\nk++\n": "write k += 1",
    "pip install numpy\nimport numpy as np\n": "a command for a terminal",
    "def f():\n    x = 1\nreturn x\n": "belongs to no function",
    "import numpy as np\nA = np.ones((5, 3))\nC = A' @ A\n": "write A.T",
    "import numpy as np\nprint(np.ones(3)).shape\n": "The attribute belongs inside of the brackets: print(H1.shape).",
    "row = []\nfor k in range(2):\n    row = row.append(k)\n": "append changes the list itself and gives None",
    "import numpy as np\nprint(max(0, np.ones(3)))\n": "np.maximum(0, z) goes entry by entry.",
    "class A:\n    def _init_(self, n):\n        pass\na = A(3)\n": "_init_ has to be called __init__",
    "import numpy as np\ndef relu(z):\n    np.maximum(0, z)\nprint(relu(np.ones(3)).shape)\n": "relu() has no return",
    "import numpy as np\nprint(np.ones((3, 4)).t)\n": "Did you mean `T`?",
    "import numpy as np\nA = np.dot[np.eye(2), np.eye(2)]\n": "called with round ones: np.dot(A, B)",
    "import numpy as np\nA = np.random.randn[3, 4]\n": "a function is called with round ones",
    "%matplotlib inline\nimport numpy as np\n": "are for notebooks",
    "C = [1, 2]\nassert C, [1, 2]\n": "compares nothing",
    "import numpy as np\n// the data\n": "Comments begin with #",
    "double[][] A = {{1, 2}, {3, 4}};\n": "no types and no such words",
    "for (i = 0; i < 2; i++):\n    print(i)\n": "for i in range(2)",
    "for i in range(2) {\n    print(i)\n}\n": "there are no braces around it",
    "A = 1\nif A == 1 && A != 2:\n    print(A)\n": "`and` for &&",
    "import numpy as np\nC = np.eye(2) %*% np.eye(2)\n": "write @",
    "A = [1, 2; 3, 4]\n": "Rows are lists of their own",
    "for i in [1:2]:\n    print(i)\n": "1:2 is no range",
    "C(i, j) = 1\n": "C[i, j]",
    "improt numpy as np\n": "Did you mean `import`?",
    "b = 2\na = b x b\n": "Times is written *",
    "C = 1\nif C = 2:\n    print(C)\n": "= gives a value",
    "x = 1\n  y = 2\n": "take the spaces before it out",
    "A = {{1, 2}, {3, 4}}\n": "square brackets",
    "C = [[1]]\nif C.equals([[1]]):\n    print(C)\n": "np.array_equal(A, B)",
    "ok = true\n": "with capitals",
    "import numpy as np\nA = np.ones((2, 2))\nprint(A(0, 1))\n": "A[i, k]",
    "C = [[1]]\nprint(C.T)\n": "np.array(A).T",
    "import numpy as np\nA, B = np.ones((5, 3)), np.ones((5, 4))\nprint(A.T @ B.shape)\n": "(A.T @ B).shape",
    "C = ['0']\nC[0] += 1\n": "numbers are written without them",
    "def step(w):\n    print(w)\nmap(step, [1, 2])\n": "map() does nothing until",
    "C = []\nC[0][0] = 1\n": "C begins empty",
    "for k in range(2):\n    total += k\n": "write total = 0 before the loop",
    "def f():\n    made = 1\nf()\nprint(made)\n": "have it returned",
    "class Net:\n    def forward(self, x):\n        return x\nprint(Net().foward(1))\n": "Did you mean `forward`?",
    "class Net:\n    def forward(self, x):\n        return x\nprint(forward(1))\n": "forward is a method",
    "W = 1\nprint(w)\n": "Did you mean `W`",
    "prnt(1)\n": "Did you mean `print`?",
    "W1 = ____\n": "still to be filled in",
    "import numpy as np\nX = np.ones(...)\n": "still to be written",
    "import numpy as np\nA = np.array(5, 3)\n": "the numbers themselves",
    "import numpy as np\nX @ W1 = h1\n": "stands to the left of =",
    "print(1))\n": "one too many",
    "W1 = # TODO\n": "Nothing stands behind the =",
    "def f():\n# TODO\nprint(1)\n": "Line 1 opens a block",
    "def f():\n    pass\nprint(f().shape)\n": "no return",
    "total = 0\ndef add(x):\n    total += x\nadd(1)\n": "inside of the function",
}
"""A mistake, and what the note on it says to try."""


@pytest.mark.parametrize("source", ADVICE)
def test_a_usual_error_comes_with_what_to_try(source: str, grading: Grading) -> None:
    assert any(ADVICE[source] in note.message for note in grading.source(source).notes)


@pytest.mark.parametrize(
    "product",
    ["A @ A", "np.matmul(A, A)", "np.dot(A, A)", "A.dot(A)", "np.matrix(A) * np.matrix(A)", "0; A @= np.ones((3, 4))"],
)
def test_shapes_that_do_not_fit_are_said_however_they_are_multiplied(product: str, grading: Grading) -> None:
    note, *_ = grading.source(f"import numpy as np\nA = np.ones((3, 4))\nC = {product}\n").notes
    assert "(3, 4) and (3, 4) do not fit each other" in note.message


def test_no_signature_of_numpys_functions_is_told(grading: Grading) -> None:
    source = "import numpy as np\nA = np.ones((3, 4))\nprint(missing)\nB = A @ A\nC = 1 @ A\n"
    messages = [note.message for note in grading.source(source).notes]
    assert any(
        "does not have enough dimensions" in one or "do not fit" in one or "core dimension" in one for one in messages
    )
    assert not any("gufunc" in one for one in messages)


def test_a_name_as_long_as_a_file_does_not_fill_the_note(grading: Grading) -> None:
    name = "f" * 5_000
    for source in (f"def {name}():\n    print(1)\n", f"def {name}():\n    1\nx = {name}() + 1\n"):
        notes = grading.source(source).notes
        assert notes
        assert all(len(note.message) < 400 for note in notes)


def test_an_error_that_is_caught_far_away_is_said_to_leave_the_rest_out(grading: Grading) -> None:
    rest = "".join(f"    x{number} = {number}\n" for number in range(8))
    source = f"try:\n    y = 1 / 0\n{rest}except Exception as error:\n    print(error)\n"
    told = [note.message for note in grading.source(source).notes]
    assert any("ZeroDivisionError" in one and "the same try, 8 statements, was left out" in one for one in told)
    assert not any("was left out" in note.message for note in grading.source(source.replace(rest, "")).notes)
