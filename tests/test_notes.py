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
        ("print('done')", ["main() is never called: write main() at the end of the file."]),
        ("network()", ["main() is never called: write main() at the end of the file."]),
        ("    main()", ["main() is never called: line 13 belongs to main itself. Move it to the left edge."]),
        (
            "main()\ndef set_seed():\n    np.random.seed(42)",
            ["set_seed() is never called: write set_seed() right below it, before"],
        ),
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


def test_of_a_loop_that_prints_without_an_end_its_head_is_named(grading: Grading) -> None:
    source = "i = 0\nwhile i < 3:\n    for row in range(1000):\n        print('x' * 1000)\n"
    (note,) = grading.source(source).notes
    assert (note.line, note.message) == (
        2,
        "The file printed more than a million characters within this loop: does anything in it make its condition"
        " false? It was stopped.",
    )


def test_what_nobody_called_is_not_said_to_be_missing(grading: Grading) -> None:
    checks = grading.source(f"{HELPERS}\nprint('done')\n").exercises[0].checks
    assert {(check.misconception, check.hint) for check in checks if check.status == "failed"} == {
        ("never-called", None)
    }


def test_a_check_that_saw_nothing_names_the_function_that_nobody_called(grading: Grading) -> None:
    source = f"{HELPERS}\nprint('done')\n"
    checks = [check for exercise in grading.source(source).exercises for check in exercise.checks]
    assert {(check.line, check.message) for check in checks if check.status == "failed"} == {
        (10, "Nothing of this was seen. main() is never called: write main() at the end of the file.")
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


NET = "class Net:\n    def __init__(self, n):\n        self.n = n\n    def forward(self, X):\n        print(X)\n"
CALLS = {
    "def mymul(A, B, size=2):\n    print(A)\n": "mymul() is never called: write mymul(A, B) at the end of the file.",
    "def main():\n    def net(X):\n        print(X)\n    print(1)\nmain()\n": "write net(X) at the end of main().",
    "class Task:\n    def main():\n        print(1)\n": "write Task.main() at the end of the file.",
    "class Task:\n    def main():\n        print(1)\nTask()\n": "is called: write Task.main() at the end of the file.",
    "class Task:\n    @staticmethod\n    def run(A):\n        print(A)\nTask()\n": "write Task.run(A) at the end",
    NET: "Nothing is made of the class Net, and its methods are never called: write Net(n).forward(X) at the end",
    f"{NET}Net(2)\n": "None of the methods of the class Net is called: write Net(n).forward(X) at the end of the file.",
    f"{NET}net = Net(2)\n": "write net.forward(X) at the end of the file.",
    f"{NET}Net(2).forward\n": "Line 6 only names forward: write Net(2).forward(X) to call it.",
    "def main(X):\n    print(X)\nmain\n": "Line 3 only names main: write main(X) to call it."
    " Write your own values in the place of X.",
    "def main(x):\n    print(x)\nX = 1\ny = main\n": "Line 4 only names main: write main(X) to call it. A function",
    "def main(x, y):\n    print(x)\nX = 1\n": "write main(X, y) at the end of the file."
    " Write your own values in the place of y.",
}
"""A function or a method that does not run, and the call that it lacks."""


@pytest.mark.parametrize("source", CALLS)
def test_the_call_that_is_missing_is_written_out(source: str, grading: Grading) -> None:
    told = [note.message for note in grading.source(source).notes]
    assert any(CALLS[source] in message for message in told)
    assert not any("with brackets" in message for message in told)


def test_a_class_of_which_a_method_ran_is_not_named(grading: Grading) -> None:
    source = f"{NET}    def show(self):\n        print(self.n)\nNet(2).show()\n"
    assert not any("methods of the class" in note.message for note in grading.source(source).notes)


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


WITHOUT_EFFECT = {
    "import numpy as np\ndef relu(z):\n    np.maximum(0, z)\nprint(relu(np.ones(3)).shape)\n": "relu() has no return",
    "C = [1, 2]\nassert C, [1, 2]\n": "compares nothing",
    "def step(w):\n    print(w)\nmap(step, [1, 2])\n": "map() does nothing until",
}
"""A line that does not do what it was written for, and what the note on it says."""


@pytest.mark.parametrize("source", WITHOUT_EFFECT)
def test_what_is_without_effect_is_noted(source: str, grading: Grading) -> None:
    assert any(WITHOUT_EFFECT[source] in note.message for note in grading.source(source).notes)


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


COUNTING = """\
A = [[1, 2], [3, 4]]
total = 0
i = 0
while i < 2:
    k = 0
    while k < 2:
        total += A[i][k] * A[k][i]
    i += 1
print(total)
"""


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (COUNTING, 6),
        (COUNTING.replace("    i += 1\n", "").replace("* A[k][i]\n", "* A[k][i]\n        k += 1\n"), 4),
    ],
)
def test_of_loops_within_one_another_the_one_that_never_ends_is_named(source: str, line: int, grading: Grading) -> None:
    assert [note.line for note in grading.source(source).notes if note.misconception == "timed-out"] == [line]


STOPS = {
    "x = 1\nx.shape\n": False,
    "x = 1\nx.shape\nprint(x)\n": True,
    "x = 1\nif x.shape:\n    print(1)\nelse:\n    print(2)\n": False,
    "def main():\n    x = 1\n    x.shape\nmain()\n": False,
    "def main():\n    x = 1\n    x.shape\n    print(x)\nmain()\n": True,
    "def main():\n    x = 1\n    x.shape\nif __name__ == '__main__':\n    main()\n": False,
    "def main():\n    x = 1\n    x.shape\nmain()\nprint(2)\n": True,
    "for k in range(2):\n    k.shape\n": False,
    "for k in range(2):\n    k.shape\n    print(k)\n": True,
    "def main():\n    for k in range(2):\n        k.shape\n        print(k)\nmain()\n": True,
}
"""A file that an error stops, and whether anything comes after that."""


@pytest.mark.parametrize("source", STOPS)
def test_only_where_something_follows_an_error_it_is_said_to_be_judged(source: str, grading: Grading) -> None:
    result = grading.source(source)
    assert any("as if it had gone on" in note.message for note in result.notes) == STOPS[source]
    checks = [check for exercise in result.exercises for check in exercise.checks]
    assert any("Not reached" in (check.message or "") for check in checks) == STOPS[source]


@pytest.mark.parametrize(
    ("body", "given"),
    [
        ("    hidden = x @ W", "hidden"),
        ("    C = np.zeros((8, 8))\n    for i in range(8):\n        C[i] = x[i] @ W", "C"),
        ("    rows = []\n    for row in x:\n        rows.append(row @ W)", "rows"),
        ("    x @ W", "x @ W"),
    ],
)
def test_a_function_without_a_return_is_to_give_what_it_makes(body: str, given: str, grading: Grading) -> None:
    source = f"import numpy as np\nW = np.eye(8)\ndef layer(x):\n{body}\nh = layer(np.eye(8))\n"
    assert any(note.message.endswith(f"End layer() with `return {given}`.") for note in grading.source(source).notes)


@pytest.mark.parametrize(
    "source",
    [
        'raise SyntaxError("x" * 9000)\n',
        'print(1)\ncompile("a = " + "b" * 9000 + " c", "a text", "exec")\n',
        'raise SyntaxError("no", ("other.py", -5, 10**6, "text"))\n',
    ],
)
def test_a_file_that_ran_is_not_said_to_be_unread(source: str, grading: Grading) -> None:
    notes = [note for note in grading.source(source).notes if "SyntaxError" in note.message]
    assert [note.misconception for note in notes] == ["crashed"]
    assert not any("Python cannot read" in note.message for note in notes)


def test_a_thread_that_does_not_end_is_no_line_that_was_running(grading: Grading) -> None:
    source = "import threading, time\nimport numpy as np\nx = np.ones(3)\n"
    source += "threading.Thread(target=time.sleep, args=(100,)).start()\n"
    (note,) = (note for note in grading.source(source).notes if "its time was over" in note.message)
    assert (note.line, "a thread that it started was not" in note.message) == (None, True)


def test_what_python_calls_itself_is_not_to_be_called(grading: Grading) -> None:
    source = "class Counted:\n    def __del__(self):\n        print(1)\n\none = Counted()\n"
    assert not any("__del__" in note.message for note in grading.source(source).notes)


@pytest.mark.parametrize(
    "source",
    [
        'raise PermissionError(1, "Operation not permitted")\n',
        'raise ValueError("not allowed to raise maximum limit")\n',
        "from importlib.metadata import PackageNotFoundError\nraise PackageNotFoundError('numpy')\n",
    ],
)
def test_what_the_grader_refuses_is_no_mistake_of_the_file(source: str, grading: Grading) -> None:
    (note,) = (note for note in grading.source(source).notes if "Error" in note.message)
    assert (note.misconception, "no mistake of yours" in note.message) == ("not-allowed-here", True)


def test_numpy_s_name_that_was_given_away_is_said_also_of_what_lists_lack(grading: Grading) -> None:
    notes = grading.source("import numpy as np\nnp = [[1, 2], [3, 4]]\nprint(np.dot(1, 2))\n").notes
    assert any("np is not NumPy any more since line 2" in note.message for note in notes)


def test_a_function_that_calls_itself_without_an_end_is_told_once_and_where_it_does(grading: Grading) -> None:
    source = f"{HELPERS}    print('done')\n    main()\n\nmain()\n"
    told = [(note.line, note.message) for note in grading.source(source).notes]
    assert [line for line, _ in told] == [13]
    assert told[0][1].startswith("RecursionError")
