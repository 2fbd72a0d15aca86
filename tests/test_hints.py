"""What is to be tried works when it is followed word for word, and stands beside the line that it is about."""

from __future__ import annotations

import re
import tomllib

import pytest

from grader.paths import data_folder
from grader.result import CheckResult
from tests.corpus import Grading
from tests.kinds.parts import LOOP

DATA = "import numpy as np\nnp.random.seed(42)\nX = np.random.randn(100, 8)\n"
WEIGHTS = "W1 = np.random.randn(8, 16)\nW2 = np.random.randn(16, 8)\nW3 = np.random.randn(8, 3)\n"
LAYERS = "h1 = X @ W1\nh2 = h1 @ W2\nout = h2 @ W3\n"
GIVEN = "import numpy as np\nA = np.random.randn(5, 3)\nB = np.random.randn(5, 4)\n"
_CODE = r"[\w\[\], ]+ [-+*]?= \S|print\(|assert |for \w+ in |return "


def of(check: str, source: str, grading: Grading) -> CheckResult:
    """What a check says of a source."""
    exercises = grading.source(source).exercises
    return next(one for exercise in exercises for one in exercise.checks if one.id == check)


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in data_folder("exercises").glob("*/spec.toml")))
def test_a_hint_that_begins_with_code_is_python(folder: str) -> None:
    spec = tomllib.loads((data_folder("exercises") / folder / "spec.toml").read_text("utf-8"))
    hints = [known["hint"] for known in spec["misconception"] if re.match(_CODE, known.get("hint", ""))]
    assert len(hints) > 3
    for hint in hints:
        compile(hint, "hint", "exec")


def test_a_net_on_its_side_is_turned_as_a_whole(grading: Grading) -> None:
    lying = (
        "X = np.random.randn(8, 100)\nV1 = np.random.randn(16, 8)\nV2 = np.random.randn(8, 16)\n"
        "V3 = np.random.randn(3, 8)\nh1 = V1 @ X\nh2 = V2 @ h1\nh3 = V3 @ h2\n"
        "print(h1.shape)\nprint(h2.shape)\nprint(h3.shape)\n"
    )
    source = "import numpy as np\nnp.random.seed(42)\n" + lying
    data = of("data_is_given", source, grading)
    assert "Turn the weights and the products together with it" in str(data.message)
    told = [of(f"layer_{which}", source, grading) for which in ("one", "two", "three")]
    assert [(check.line, check.hint) for check in told] == [
        (7, "V1 = np.random.randn(8, 16)\nh1 = X @ V1"),
        (8, "V2 = np.random.randn(16, 8)\nh2 = h1 @ V2"),
        (9, "V3 = np.random.randn(8, 3)\nh3 = h2 @ V3"),
    ]
    assert of("shapes_printed", source, grading).hint == "h1 = X @ V1"
    followed = DATA + "".join(f"{check.hint}\n" for check in told) + "print(h1.shape, h2.shape, h3.shape)\n"
    assert grading.source(followed).exercises[0].status == "passed"


def test_each_layer_that_is_missing_is_told_with_its_weights(grading: Grading) -> None:
    source = DATA + "V = np.random.randn(8, 16)\nh1 = X @ V\nprint(h1.shape)\n"
    hints = [of(f"layer_{which}", source, grading).hint for which in ("two", "three")]
    assert hints == [
        "W2 = np.random.randn(16, 8)\nhidden2 = h1 @ W2",
        "W3 = np.random.randn(8, 3)\noutput = hidden2 @ W3",
    ]
    # A print of what is not there could only stop the file.
    assert of("shapes_printed", source, grading).hint is None
    prints = "\nprint(hidden2.shape, output.shape)\n"
    assert grading.source(f"{source}{hints[0]}\n{hints[1]}{prints}").exercises[0].status == "passed"


def test_a_layer_without_a_name_gets_one_before_the_next_is_made_of_it(grading: Grading) -> None:
    check = of("layer_two", DATA + "print(X @ np.random.randn(8, 16))\n", grading)
    first, second = (
        "W1 = np.random.randn(8, 16)\nhidden1 = X @ W1",
        "W2 = np.random.randn(16, 8)\nhidden2 = hidden1 @ W2",
    )
    assert check.hint == f"{first}\n{second}"


def test_a_product_that_its_function_does_not_give_back_is_returned(grading: Grading) -> None:
    layer = "def layer(x, n):\n    W = np.random.randn(x.shape[1], n)\n    x@W\nh1 = layer(X, 16)\nprint(h1.shape)\n"
    assert of("layer_one", DATA + layer, grading).hint == "return x @ W"


def test_layers_without_a_name_get_one_before_they_are_printed(grading: Grading) -> None:
    source = DATA + WEIGHTS + "out = X @ W1 @ W2 @ W3\nprint(out.shape)\n"
    check = of("shapes_printed", source, grading)
    start, _, named = str(check.hint).partition("\n")
    assert start == "First give each step a name:"
    assert grading.source(DATA + WEIGHTS + named + "\nprint(out.shape)\n").exercises[0].status == "passed"


def test_a_print_that_stops_costs_what_a_missing_one_costs(grading: Grading) -> None:
    prints = "print(h1.shape)\n{}print(out.shape)\n"
    missing = of("shapes_printed", DATA + WEIGHTS + LAYERS + prints.format(""), grading)
    stopped = of("shapes_printed", DATA + WEIGHTS + LAYERS + prints.format("print(hidden2.shape)\n"), grading)
    assert stopped.score == missing.score == 5.33
    assert (stopped.line, stopped.hint) == (11, "print(h2.shape)")


def test_each_shape_that_is_missing_is_told_by_its_layer(grading: Grading) -> None:
    source = DATA + WEIGHTS + "print(X.shape)\nh1 = X @ W1\nprint(h1.shape)\nh2 = h1 @ w2\nprint(h2.shape)\n"
    message = of("shapes_printed", source, grading).message
    assert str(message).startswith("Not printed: (100, 8) of the second layer, (100, 3) of the third layer.")


@pytest.mark.parametrize("label", ["hidden_1", "Layer 1", "(1)", "#1", "after step 1:"])
def test_the_number_of_a_label_is_no_dimension(label: str, grading: Grading) -> None:
    source = DATA + WEIGHTS + LAYERS + f"print('{label}', X.shape)\n"
    check = of("shapes_printed", source, grading)
    assert str(check.message).startswith("This is X's shape, and no layer's.")
    assert (check.line, check.hint) == (10, "After each product: print(h1.shape)")


@pytest.mark.parametrize("label", ["Layer {}", "hidden_{}"])
def test_the_number_of_a_label_is_no_width(label: str, grading: Grading) -> None:
    prints = (f"print('{label.format(at)}', len({name}))\n" for at, name in enumerate(("h1", "h2", "out"), 1))
    check = of("shapes_printed", DATA + WEIGHTS + LAYERS + "".join(prints), grading)
    told = "len gives how many rows there are, and nothing of the columns"
    assert (check.score, str(check.message).partition(".")[0]) == (0, told)


def test_the_columns_of_two_layers_are_no_shape_of_weights(grading: Grading) -> None:
    prints = (f"print(f'{name} has {{{name}.shape[1]}} columns')\n" for name in ("h1", "h2", "out"))
    message = of("shapes_printed", DATA + WEIGHTS + LAYERS + "".join(prints), grading).message
    assert str(message).startswith("One of the two numbers of a shape is read here, and not the other.")


def test_each_exercise_speaks_of_its_own_shape_in_quotes(grading: Grading) -> None:
    network = DATA + WEIGHTS + LAYERS + "print(h1.shape)\nprint(h2.shape)\nprint('out.shape')\n"
    source = network + GIVEN + "C = A.T @ B\nprint('C.shape')\n"
    first, second = of("shapes_printed", source, grading), of("shape_is_confirmed", source, grading)
    assert (first.line, first.hint, first.score) == (12, "print(out.shape)", 5.33)
    assert (second.line, second.hint) == (17, "print(C.shape)")


@pytest.mark.parametrize(
    ("shown", "line", "hint"),
    [
        ("C = A.T @ B\n", 4, "print(C.shape) below line 4"),
        ("C = A.T @ B\nC.shape\n", 5, "print(C.shape)"),
        ("C = A.T @ B\nC.shape == (3, 4)\n", 5, "print(C.shape)"),
        ("C = A.T @ B\nprint(C.size)\n", 5, "print(C.shape)"),
        ("def two():\n    R = A.T @ B\ntwo()\n", 5, "print(R.shape) below line 5, in the same function"),
        ("R = A.T @ B\ndef total(m):\n    return m.sum()\nprint(total(R))\n", 4, "print(R.shape) below line 4"),
        (
            "C = np.zeros((3, 4))\nfor i in range(3):\n    for j in range(4):\n        C[i, j] = A[:, i] @ B[:, j]\n",
            7,
            "print(C.shape) below the loop of line 5",
        ),
    ],
)
def test_where_the_shape_of_the_product_is_printed(shown: str, line: int, hint: str, grading: Grading) -> None:
    # The name may be another matrix's in the end.
    check = of("shape_is_confirmed", GIVEN + shown + "C = [[1, 2], [3, 4]]\n", grading)
    assert (check.line, check.hint) == (line, hint)


def test_a_matrix_drawn_on_its_side_is_told_with_what_follows(grading: Grading) -> None:
    source = GIVEN.replace("5, 3", "3, 5") + "P = A @ B\nprint(P.shape)\n"
    check = of("product_is_right", source, grading)
    assert check.hint == "A = np.random.randn(5, 3)\nP = A.T @ B"


def test_only_the_data_are_drawn_otherwise_where_a_newer_generator_draws_all(grading: Grading) -> None:
    rng = "import numpy as np\nrng = np.random.default_rng(42)\n{}\n" + "".join(
        f"{name} = rng.standard_normal({shape})\n" for name, shape in (("W1", (8, 16)), ("W2", (16, 8)), ("W3", (8, 3)))
    )
    shown = LAYERS + "print(h1.shape, h2.shape, out.shape)\n"
    hint = of("data_is_given", rng.format("data = rng.standard_normal((100, 8))\nX = data") + shown, grading).hint
    assert grading.source(rng.format(f"{hint}\nX = data\n") + shown).exercises[0].status == "passed"


def test_the_seed_and_what_drew_the_data_are_told_at_once(grading: Grading) -> None:
    check = of("data_is_given", "import numpy as np\nnp.random.seed(1)\nX = np.random.rand(100, 8)\n", grading)
    assert "drawn with rand, and not with randn" in str(check.message)
    assert check.hint == "np.random.seed(42)\nX = np.random.randn(100, 8)"


def test_weights_that_stand_on_the_left_are_drawn_in_their_shape_where_they_have_another(grading: Grading) -> None:
    lying = "W1 = np.random.randn(16, 8)\nW2 = np.random.randn(8, 16)\nh1 = W1 @ X\nprint(h1.shape)\n"
    assert of("layer_one", DATA + lying, grading).hint == "W1 = np.random.randn(8, 16)\nh1 = X @ W1"
    assert of("layer_one", DATA + WEIGHTS + "h1 = W1 @ X\n", grading).hint == "h1 = X @ W1"


@pytest.mark.parametrize("change", ["X.sort(axis=0)", "X = X[::-1]", "X = X[:50]", "X = np.abs(X)"])
def test_a_line_that_gives_x_other_numbers_is_left_out(change: str, grading: Grading) -> None:
    prints = "print(h1.shape)\nprint(h2.shape)\nprint(out.shape)\n"
    check = of("layer_one", DATA + change + "\n" + WEIGHTS + LAYERS + prints, grading)
    assert (check.line, check.hint) == (4, "Leave this line out: X stays as it was drawn.")


def test_where_a_part_of_x_has_a_name_of_its_own_it_gets_the_whole(grading: Grading) -> None:
    source = DATA + "batch = X[:50]\n" + WEIGHTS + LAYERS.replace("X", "batch")
    assert of("layer_one", source, grading).hint == "batch = X"


@pytest.mark.parametrize(
    ("loop", "whole"),
    [
        ("for i in range(len(ws) - 1):\n    h = h @ ws[i]", "for i in range(len(ws)):"),
        ("for w in ws[:-1]:\n    h = h @ w", "for w in ws:"),
        ("i = 0\nwhile i < len(ws) - 1:\n    h = h @ ws[i]\n    i += 1", "while i < len(ws):"),
    ],
)
def test_a_loop_that_leaves_out_the_last_weights_takes_them_all(loop: str, whole: str, grading: Grading) -> None:
    source = DATA + WEIGHTS + f"ws = [W1, W2, W3]\nh = X\n{loop}\n    print(h.shape)\n"
    assert of("layer_three", source, grading).hint == whole


def test_a_list_of_weights_is_no_matrix_to_multiply_with(grading: Grading) -> None:
    source = DATA + WEIGHTS.replace("W3 = ", "ws = [W1, W2, ").rstrip() + "]\nh = X\n"
    check = of("layer_three", source + "for i in range(2):\n    h = h @ ws[i]\n    print(h.shape)\n", grading)
    assert str(check.hint).endswith("= h @ W3")
    assert "W3 = np.random.randn(8, 3)" in str(check.hint)


@pytest.mark.parametrize("second", ["h1[:, :8]", "np.random.randn(100, 8)"])
def test_what_took_a_layers_place_gives_its_name_to_the_layer(second: str, grading: Grading) -> None:
    layers = LAYERS.replace("h1 @ W2", second) + "for h in [h1, h2, out]:\n    print(h.shape)\n"
    assert of("layer_two", DATA + WEIGHTS + layers, grading).hint == "h2 = h1 @ W2"


def test_data_of_another_function_are_told_from_a_layer_of_their_shape(grading: Grading) -> None:
    layers = "h1 = X @ np.random.randn(8, 16)\nh2 = h1 @ np.random.randn(16, 8)\nout = h2 @ np.random.randn(8, 3)\n"
    check = of("data_is_given", DATA.replace("randn", "rand") + layers, grading)
    assert (check.line, check.hint) == (3, "X = np.random.randn(100, 8)")


def test_a_seed_that_is_given_a_value_is_replaced(grading: Grading) -> None:
    check = of("data_is_given", DATA.replace("seed(42)", "seed = 42") + WEIGHTS + LAYERS, grading)
    assert (check.line, check.hint) == (2, "Write np.random.seed(42) in the place of this line.")


def of_the_result(loops: str, grading: Grading) -> CheckResult:
    """What is said of the product by hand, in a file with nothing else."""
    return grading.source("import numpy as np\n" + loops).exercises[2].checks[0]


LAST = len(LOOP.splitlines()) + 2
"""The line of what is compared, below the loops and one line more."""


@pytest.mark.parametrize(
    ("rows", "seen", "hint"),
    [
        (
            ("expected = A @ B", "print('same:', result in expected)"),
            "one equal cell is enough",
            "print(np.array_equal(result, A @ B))",
        ),
        (
            ("expected = A @ B", "print('equal:', not (result - expected).all())"),
            "one equal cell is enough",
            "print(np.array_equal(result, A @ B))",
        ),
        (("", "print('Equal:', not np.array_equal(result, A @ B))"), "`not` turns the answer round", None),
        (("", "print('Equal: {np.array_equal(result, A @ B)}')"), "printed as it is", None),
        (("", "print('np.array_equal(result, A @ B)')"), "printed as it is", None),
        (("difference = result - A @ B", "if difference:"), "The comparison stopped", "if difference.any():"),
        (("agree = result == A @ B", "if agree:"), "The comparison stopped", "if agree.all():"),
    ],
)
def test_what_compares_nothing_is_told_with_what_compares(
    rows: tuple[str, str], seen: str, hint: str | None, grading: Grading
) -> None:
    block = '    print("differ")\n' if rows[1].startswith("if") else ""
    check = of("verified", "import numpy as np\n" + LOOP + "\n".join(rows) + "\n" + block, grading)
    assert (seen in str(check.message), check.line) == (True, LAST + 1)
    if hint:
        assert check.hint == hint
    else:
        followed = "import numpy as np\n" + LOOP + f"{check.hint}\n"
        assert of("verified", followed, grading).status == "passed"


def test_numpys_product_in_the_place_of_the_result_is_taken_out(grading: Grading) -> None:
    over = "result = np.matmul(A, B)\n"
    compared = "print(np.array_equal(result, A @ B))\n"
    check = of("verified", "import numpy as np\n" + LOOP + over + compared, grading)
    assert (check.line, check.hint) == (LAST, "Take this line out.")
    filled = of("computed_by_hand", "import numpy as np\n" + LOOP.replace("print(result)\n", over) + compared, grading)
    assert (filled.line, filled.hint) == (LAST - 1, "Take this line out: the loops have made the result.")


def test_a_product_of_other_matrices_is_no_comparison_of_the_result(grading: Grading) -> None:
    source = (
        "import numpy as np\ndef mul(A, B):\n    C = np.zeros((2, 2))\n    for i in range(2):\n"
        "        for j in range(2):\n            for k in range(2):\n                C[i, j] += A[i, k] * B[k, j]\n"
        "    return C\nA = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])\nprint(mul(A, B))\n"
        "one = np.array([[1, 0], [0, 1]])\nprint('Equal:', np.array_equal(mul(one, B), one @ B))\n"
    )
    check = of("verified", source, grading)
    assert "Another product than A @ B" in str(check.message)
    assert check.hint == "print(np.array_equal(mul(A, B), A @ B))"


def test_the_result_is_called_as_outside_of_the_function_that_is_called_as_numpys(grading: Grading) -> None:
    source = (
        "import numpy as np\ndef matmul(A, B):\n    result = []\n    for i in range(2):\n"
        "        result.append([sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)])\n    return result\n"
        "A = [[1, 2], [3, 4]]\nB = [[5, 6], [7, 8]]\nby_hand = matmul(A, B)\nprint(by_hand)\n"
        "numpys = np.matmul(A, B)\nprint('They match!')\n"
    )
    assert of("verified", source, grading).hint == "print(np.array_equal(by_hand, np.dot(A, B)))"


def test_a_loop_with_the_counter_of_another_gets_one_of_its_own(grading: Grading) -> None:
    check = of_the_result(LOOP.replace("for k", "for i").replace("A[i, k] * B[k, j]", "A[i, i] * B[i, j]"), grading)
    assert (check.line, check.hint) == (7, "for k in range(2):")


def test_a_cell_that_is_set_back_within_the_loop_over_cells_is_not_set_before_it(grading: Grading) -> None:
    loops = "for k in range(2):\n    for i in range(2):\n        for j in range(2):\n            result[i, j] = 0\n"
    begun = LOOP[: LOOP.index("for i")] + loops + "            result[i, j] += A[i, k] * B[k, j]\nprint(result)\n"
    check = of_the_result(begun, grading)
    assert (check.line, check.hint) == (8, "Take this line out; the result begins with zeros, above all loops.")


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("A[i, k] ** B[k, j]", "gives a power"),
        ("sum(A[i]) * sum(B[:, j]) / 2", "are added up first"),
        ("A[i, k] * B[0, j]", "B[0][j] stands where"),
        ("A[i, 1] * B[k, j]", "A[i][1] stands where"),
    ],
)
def test_what_the_loops_do_with_the_numbers_is_told(cell: str, says: str, grading: Grading) -> None:
    check = of_the_result(LOOP.replace("A[i, k] * B[k, j]", cell), grading)
    assert says in str(check.message)
    assert check.line in range(5, 9)


def test_a_loop_as_far_as_a_total_of_zero_is_told(grading: Grading) -> None:
    summed = LOOP.replace("        for k in range(2):", "        total = 0\n        for k in range(total):")
    check = of_the_result(summed.replace("result[i, j] +=", "total +="), grading)
    assert (check.line, check.hint) == (8, "for k in range(2):")


def test_products_that_are_joined_as_texts_are_told(grading: Grading) -> None:
    joined = (
        '        total = ""\n        for k in range(2):\n            total += str(A[i, k] * B[k, j])\n'
        "        result[i, j] = int(total)\nprint(result)\n"
    )
    check = of_the_result(LOOP[: LOOP.index("        for k")] + joined, grading)
    assert (check.line, "joins texts" in str(check.message)) == (9, True)


def test_what_is_said_behind_loops_that_compare_is_put_below_a_condition_of_its_own(grading: Grading) -> None:
    cells = "for i in range(2):\n    for j in range(2):\n        if result[i, j] != (A @ B)[i, j]:\n"
    source = "import numpy as np\n" + LOOP + cells + '            print("different")\nprint("same")\n'
    check = of("verified", source, grading)
    assert check.hint == "if np.array_equal(result, A @ B): in the line before it, and indent it."


def test_a_function_that_lacks_its_return_is_told_with_the_name_that_it_has_there(grading: Grading) -> None:
    inside = "".join(f"    {row}\n" for row in LOOP.splitlines()[2:-1])
    source = f"A = [[1, 2], [3, 4]]\nB = [[5, 6], [7, 8]]\ndef by_hand(A, B):\n{inside}by_hand(A, B)\n"
    check = of_the_result(source.replace("A[i, k] * B[k, j]", "A[i][k] * B[k][j]"), grading)
    assert (check.line, check.hint) == (4, "return result, as the last line of by_hand.")


def test_a_line_that_stopped_before_it_gave_other_numbers_is_named(grading: Grading) -> None:
    given = GIVEN + "C = A.T @ B\nA = np.loadtxt('A.txt')\n"
    check = grading.source(given + "\n".join(LOOP.splitlines()[2:]) + "\n").exercises[2].checks[0]
    assert (check.misconception, check.line) == ("given-altered", 5)


@pytest.mark.parametrize(
    "text",
    [
        "class Pair:\n    def __init__(self, a, b):\n        self.a, self.b = a, b\n"
        "pair = Pair(A, B)\nC = pair.a @ pair.b\nprint(C)\n",
        "C = A.copy()\nC = C @ B\nprint(C)\n",
    ],
    ids=["an object has both", "the product took its place"],
)
def test_a_matrix_is_called_by_a_name_that_has_nothing_else_later(text: str, grading: Grading) -> None:
    given = "import numpy as np\nA = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])\n"
    assert "+= A[i][k] * B[k][j]" in str(of("computed_by_hand", given + text, grading).hint)


def test_a_result_is_not_called_as_it_is_within_a_class_only(grading: Grading) -> None:
    answers = "class Answer:\n    def __init__(self, rows):\n        self.rows = rows\n"
    always = "    def __eq__(self, other):\n        return True\n"
    compared = "print(Answer(result) == Answer(A @ B))\n"
    check = of("verified", "import numpy as np\n" + answers + always + LOOP + compared, grading)
    assert check.hint == "print(np.array_equal(result, A @ B))"


def test_a_row_of_numpys_that_is_put_over_the_loops_is_taken_out(grading: Grading) -> None:
    over = "result[0] = (A @ B)[0]\nprint(result, np.array_equal(result, A @ B))\n"
    check = of("computed_by_hand", "import numpy as np\n" + LOOP.replace("print(result)\n", over), grading)
    assert (check.line, check.hint) == (LAST - 1, "Take this line out: the loops have made the result.")


def test_a_comparison_that_was_replaced_is_put_back(grading: Grading) -> None:
    compared = "print(np.array_equal(result, A @ B))\n"
    check = of("verified", "import numpy as np\nnp.array_equal = lambda *both: True\n" + LOOP + compared, grading)
    assert (check.line, check.hint) == (LAST + 1, "Take line 2 out.")


def test_a_flat_list_that_is_used_as_rows_is_told_where_it_begins(grading: Grading) -> None:
    flat = LOOP.replace("np.zeros((2, 2))", "[0] * 2").replace("result[i, j]", "result[i][j]")
    check = of_the_result(flat, grading)
    assert (check.line, check.hint) == (4, "result = [[0, 0], [0, 0]], or np.zeros((2, 2)): a place for each cell.")
