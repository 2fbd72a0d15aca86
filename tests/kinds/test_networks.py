"""The ways in which learners write the network, right and wrong."""

from __future__ import annotations

import pytest

from tests.corpus import Grading
from tests.kinds.parts import DATA, not_passed, status

RIGHT_NETWORKS = (
    DATA
    + """\
h1 = np.zeros((100, 16))
for i in range(h1.shape[0]):
    for j in range(h1.shape[1]):
        h1[i, j] = X[i] @ W1[:, j]
h2 = h1 @ W2
print(h1.shape)
print(h2.shape)
out = h2 @ W3
print(out.shape)
""",
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
    DATA
    + """\
scaled = X * 1.5
h1 = np.tanh(scaled @ W1)
h2 = scaled + np.tanh(h1 @ W2 * 0.1)
y = h2 @ W3
print(h1.shape, h2.shape, y.shape)
""",
    DATA
    + """\
def show(name, X):
    print(name, X.shape)
h1 = X @ W1
h2 = h1 @ W2
y = h2 @ W3
show("h1", h1)
show("h2", h2)
show("y", y)
""",
    DATA
    + """\
def forward(X, weights):
    print(X.shape)
    return forward(X @ weights[0], weights[1:]) if weights else X
forward(X, [W1, W2, W3])
""",
    DATA
    + """\
h1 = X @ W1
h2 = h1 @ W2
y = h2 @ W3
print("in:", X.shape, "out:", *[one.shape for one in (h1, h2, y)])
""",
    DATA
    + """\
h1 = X @ W1
h2 = h1 @ W2
y = h2 @ W3
print("in:", X.shape, "out:", [h1.shape, h2.shape, y.shape])
""",
    DATA
    + """\
h1 = X @ W1
h2 = h1 @ W2
y = h2 @ W3
print("in:", X.shape, "then:", " -> ".join(str(one.shape) for one in (h1, h2, y)))
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


@pytest.mark.parametrize("text", RIGHT_NETWORKS)
def test_a_right_network_passes(text: str, grading: Grading) -> None:
    assert status(grading, 0, text) == "passed"


@pytest.mark.parametrize("text", WRONG_NETWORKS)
def test_a_wrong_network_does_not_pass(text: str, grading: Grading) -> None:
    assert status(grading, 0, text) != "passed"


def test_samples_that_a_loop_leaves_out_are_counted(grading: Grading) -> None:
    loop = "h1 = np.zeros((100, 16))\nfor i in range(99):\n    h1[i] = X[i] @ W1\nprint(h1.shape)\n"
    result = grading.source("import numpy as np\n" + DATA + loop)
    told = next(check.message for check in result.exercises[0].checks if check.misconception == "partial-batch")
    assert told is not None
    assert told.startswith("99 of 100 rows are right")


def test_batches_that_leave_rows_out_cost_the_first_layer_alone(grading: Grading) -> None:
    loop = "h1 = np.zeros((100, 16))\nfor s in range(0, 90, 10):\n    h1[s:s + 10] = X[s:s + 10] @ W1\n"
    rest = "print(h1.shape)\nh2 = h1 @ W2\nprint(h2.shape)\nout = h2 @ W3\nprint(out.shape)\n"
    result = grading.source("import numpy as np\n" + DATA + loop + rest)
    (check,) = not_passed(result.exercises[0])
    assert (check.id, check.line) == ("layer_one", 8)
    assert str(check.message).startswith("90 of 100 rows are right")


@pytest.mark.parametrize(
    "first",
    [
        "h1 = X @ W1\nh1[:10] = np.random.randn(10, 16)\n",
        "h1 = X @ W1\nh1[:10] = 0\n",
        "h1 = np.zeros((100, 16), dtype=int)\nh1[:] = X @ W1\n",
    ],
)
def test_what_is_left_of_a_layer_costs_the_one_that_is_fed_with_it_alone(first: str, grading: Grading) -> None:
    rest = "print(h1.shape)\nh2 = h1 @ W2\nprint(h2.shape)\nout = h2 @ W3\nprint(out.shape)\n"
    (check,) = not_passed(grading.source("import numpy as np\n" + DATA + first + rest).exercises[0])
    assert check.id == "layer_two"


@pytest.mark.parametrize("change", [" * 2", " ** 2"])
def test_what_is_made_of_x_where_it_is_drawn_costs_the_data_alone(change: str, grading: Grading) -> None:
    data = DATA.replace("randn(100, 8)", f"randn(100, 8){change}")
    rest = "h1 = X @ W1\nprint(h1.shape)\nh2 = h1 @ W2\nprint(h2.shape)\nout = h2 @ W3\nprint(out.shape)\n"
    (check,) = not_passed(grading.source("import numpy as np\n" + data + rest).exercises[0])
    assert check.id == "data_is_given"


LAYERS = "h1 = X @ W1\nh2 = h1 @ W2\nh3 = h2 @ W3\nprint(h1.shape, h2.shape, h3.shape)\n"
STAYS = "Leave this line out: the first layer stays as it was."
TOLD = (
    ("h1 = X @ W1", "h1 = X @ W1\nnp.random.shuffle(h1)", "layer_two", 8, "in another order", STAYS),
    ("h1 = X @ W1", "h1 = X @ W1\nh1 = h1[::-1]", "layer_two", 8, "in another order", STAYS),
    ("h1 =", "np.random.shuffle(X)\nh1 =", "layer_one", 7, "in another order", "X stays as it was drawn."),
    ("X @ W1", "(X @ W1)[::-1]", "layer_two", 7, "in another order", "h1 = X @ W1\nh2 = h1 @ W2"),
    (
        "h2 = h1",
        "W2 = W2[:8]\nh2 = h1[:, :8]",
        "layer_two",
        9,
        "Only 8 of the 16 columns",
        "randn(16, 8)\nh2 = h1 @ W2",
    ),
    ("h1 =", "X = X.astype(int)\nh1 =", "layer_one", 7, "X was turned into whole numbers.", "Leave the array as it is"),
    ("X @ W1", "(X[:, :, None] * W1).sum(axis=2)", "layer_one", 7, "over the 16 outputs", "axis=1 instead of axis=2"),
    ("h3 = h2 @ W3", "h3 = W2 @ W3", "layer_three", 9, "the second layer does not go in.", "output = h2 @ W3"),
)


@pytest.mark.parametrize(("right", "wrong", "check", "line", "told", "hint"), TOLD)
def test_what_is_wrong_with_a_layer_is_told_where_it_is_with_what_helps(
    right: str, wrong: str, check: str, line: int, told: str, hint: str, grading: Grading
) -> None:
    source = f"import numpy as np\n{DATA}{LAYERS.replace(right, wrong, 1)}"
    found = next(one for one in grading.source(source).exercises[0].checks if one.id == check)
    assert found.line == line
    assert told in str(found.message)
    assert hint in str(found.hint)


LAYERS = "h1 = X @ W1\nh2 = h1 @ W2\nh3 = h2 @ W3\n"
RELU = "def relu(z):\n    return max(0, z)\n"
SHOWN = "print(h1.shape, h2.shape, h3.shape)\n"


@pytest.mark.parametrize(
    ("part", "check", "line", "told", "hint"),
    [
        (
            "np.random.seed(42)\nprint(np.random.randn(3))\n" + DATA.partition("\n")[2] + LAYERS + SHOWN,
            "data_is_given",
            3,
            "This draws numbers before X",
            "Move this line below X = np.random.randn(100, 8)",
        ),
        (
            DATA + "h1 = X @ W1\nh1 = h1.T.reshape(100, 16)\nh2 = h1 @ W2\nh3 = h2 @ W3\n" + SHOWN,
            "layer_two",
            8,
            "Here the first layer's numbers become others",
            "Leave this line out: the layer stays as it was made.",
        ),
        (
            DATA + "h1 = X @ W1\nh2 = h1 @ W2\nh2 = np.zeros((100, 8))\nh3 = h2 @ W3\n" + SHOWN,
            "layer_three",
            9,
            "What goes into the third layer is 0 everywhere: it becomes so here.",
            "Leave this line out: the layer stays as it was made.",
        ),
        (
            DATA + "h1 = X @ W1\nh2 = h1 @ W1\nh3 = h2 @ W3\n" + SHOWN,
            "layer_two",
            8,
            "(100, 16) and (8, 16) do not fit: this product raised an error. These are the weights of the first layer.",
            "h2 = h1 @ W2",
        ),
        (
            DATA + "h = X\nfor w in (W3, W2, W1):\n    h = h @ w\n    print(h.shape)\n",
            "layer_one",
            8,
            "The weights are taken in another order here than the layers have.",
            "for w in (W1, W2, W3):",
        ),
        (
            DATA + RELU + "h = X\nfor w in (W1, W2, W3):\n    h = relu(h @ w)\n    print(h.shape)\n",
            "layer_two",
            None,
            "Not looked at yet: line 8 stopped before the first layer got its name.",
            None,
        ),
        (
            DATA + "h1 = X @ W1\nh2 = h1 @ W2\nh3 = (h2 @ W3).mean(axis=0)\n" + SHOWN.replace(", ", ")\nprint("),
            "shapes_printed",
            9,
            "Not printed: (100, 3) of the third layer. The exercise asks",
            "First give each step a name:\nh3 = h2 @ W3\nprint(h3.shape)",
        ),
        (
            DATA
            + "def times(p, q):\n    r = np.zeros((len(p), q.shape[1]))\n    for i in range(len(p)):\n"
            + "        for j in range(q.shape[1]):\n            for k in range(len(q)):\n"
            + "                r[i, j] = p[i, k] * q[k, j]\n    return r\n"
            + "h1 = times(X, W1)\nh2 = times(h1, W2)\nh3 = times(h2, W3)\n"
            + SHOWN,
            "layer_three",
            12,
            "Only the last product of each sum is left",
            "Add up: += instead of =.",
        ),
        (
            DATA + LAYERS + "for h in (h1, h2, h3):\n    print(h.shape[0])\n",
            "shapes_printed",
            11,
            "One of the two numbers of a shape is read here, and not the other.",
            "print(h1.shape)",
        ),
        (
            DATA + LAYERS + "verbose = False\nif verbose:\n    print(h1.shape)\n",
            "shapes_printed",
            12,
            "This print stands under a condition that was never true.",
            "print(h1.shape)",
        ),
        (
            DATA + "shapes = []\nh = X\nfor w in (W1, W2, W3):\n    h = h @ w\n    shapes.append(h.shape)\n",
            "shapes_printed",
            11,
            "This reads the shape, and does not print it.",
            "print(h.shape)",
        ),
        (
            DATA + LAYERS + "for h in (h1, h2, h3):\n    print(h.shape[::-1])\n",
            "shapes_printed",
            11,
            "The shapes are printed the other way round",
            "After each product: print(h1.shape)",
        ),
        (
            DATA + "h1 = X @ W1\nh1 = h1[h1.sum(axis=1) > 0]\nh2 = h1 @ W2\nh3 = h2 @ W3\n" + SHOWN,
            "layer_one",
            8,
            "Only 44 of 100 samples are left of this layer.",
            "Leave this line out: the layer stays as it was made.",
        ),
        (
            DATA + "h1 = np.maximum(0, X @ W1)\nh1 = h1 / (h1.std(axis=0) - h1.std(axis=0))\n"
            "h2 = h1 @ W2\nh3 = h2 @ W3\n" + SHOWN,
            "layer_two",
            8,
            "Here numbers of the first layer become nan or inf, and go into the next layer.",
            "Leave this line out: the layer stays as it was made.",
        ),
        (
            DATA + "h1 = X @ W1\nh2 = np.log(h1 @ W2)\nh3 = h2 @ W3\nout = h3 @ W3.T\n" + SHOWN,
            "layer_three",
            8,
            "Here numbers of the second layer become nan or inf, and go into the next layer.",
            "h2 = h1 @ W2",
        ),
        (
            DATA + "h1 = np.log(X @ W1)\nh2 = h1 @ W2\nh3 = h2 @ W3\n" + SHOWN,
            "layer_three",
            None,
            "Not looked at yet: there is nan or inf in what goes into this layer",
            None,
        ),
        (
            DATA + "layers = [X]\nfor W in (W1, W2, W3):\n    layers = layers.append(layers[-1] @ W)\nprint(layers)\n",
            "layer_two",
            9,
            "Not reached: line 9 stopped the file (AttributeError).",
            None,
        ),
        (
            "np.random.seed(42)\nX = np.random.randn(8, 100)\nh1 = X @ np.random.randn(100, 16)\n",
            "data_is_given",
            3,
            "The data here are (8, 100): rows and columns are exchanged.",
            "X = np.random.randn(100, 8)",
        ),
        (
            DATA + "h1 = X @ W1\nh1 = h1[h1 > 0]\nh2 = h1 @ W2\nh3 = h2 @ W3\n" + SHOWN,
            "layer_two",
            8,
            "This picks the numbers above 0 out of the first layer: (772,) is left of it, one row.",
            "np.maximum(0, h1) instead of h1[h1 > 0]",
        ),
        (
            DATA + "for row in X:\n    h1 = row @ W1\n    h2 = h1 @ W2\n    h3 = h2 @ W3\n" + SHOWN,
            "layer_one",
            8,
            "The samples go through this layer one by one",
            "One product of whole matrices takes all rows at once: h1 = X @ W1",
        ),
        (
            DATA + "h1 = (X @ W1).mean(axis=0)\nh2 = h1 @ W2\nh3 = h2 @ W3\n" + SHOWN,
            "layer_two",
            7,
            "mean leaves one number of each column here, and no sample.",
            "One product of whole matrices takes all rows at once: h1 = X @ W1",
        ),
        (
            DATA + "h1 = (X @ W1).mean(axis=0)\nh2 = h1 @ W2\nh3 = h2 @ W3\n" + SHOWN,
            "shapes_printed",
            None,
            "The shapes that are printed cannot count yet: first the layers have to be right.",
            None,
        ),
        (
            DATA
            + "def layer(x, width):\n    rows = []\n    for one in x:\n        W = np.random.randn(len(one), width)\n"
            + "        rows.append(one @ W)\n    return np.array(rows)\n"
            + "h1 = layer(X, 16)\nh2 = layer(h1, 8)\nh3 = layer(h2, 3)\n"
            + SHOWN,
            "layer_two",
            None,
            "Not looked at yet: first there has to be a first layer.",
            None,
        ),
        (
            DATA.replace(
                "X = np.random.randn(100, 8)\n", "numbers = np.random.randn(800)\nX = numbers.reshape(8, 100).T\n"
            )
            + LAYERS
            + SHOWN,
            "data_is_given",
            4,
            "X has the right numbers here, in another order.",
            "X = numbers.reshape(100, 8)",
        ),
        (
            DATA + "W12 = W1 @ W2\nh = X @ W12\nprint(h.shape)\ny = h @ W3\nprint(y.shape)\n",
            "shapes_printed",
            None,
            "Not printed: (100, 16) of the first layer. First it has to be made.",
            None,
        ),
        (
            DATA + "h = X\nfor W in (W3.T, W2.T, W1.T):\n    h = h @ W\n    print(h.shape)\n",
            "shapes_printed",
            None,
            "Not printed: (100, 3) of the third layer. The file stopped before.",
            None,
        ),
        (
            DATA.replace("W2 = np.random.randn(16, 8)\n", "") + "h1 = X @ W1\nh2 = h1[:, :8]\nh3 = h2 @ W3\n" + SHOWN,
            "layer_two",
            7,
            "This array has the shape (100, 8), but it is no product of the first layer.",
            "W2 = np.random.randn(16, 8)\nh2 = h1 @ W2",
        ),
        (
            "class Layer:\n    def __init__(self, n, m):\n        self.W = np.random.randn(n, m)\nnp.random.seed(42)\n"
            "first = Layer(8, 16)\nX = np.random.randn(100, 8)\nh1 = X @ first.W\nprint(h1.shape)\n",
            "data_is_given",
            6,
            "This draws numbers before X",
            "Move this line below X = np.random.randn(100, 8)",
        ),
        (
            DATA + "batch = X[:32]\nfor w in (W1, W2, W3):\n    batch = batch @ w\n    print(batch.shape)\n",
            "layer_one",
            7,
            "Only 32 of 100 samples go into this layer.",
            "batch = X",
        ),
        (
            DATA + "weights = [W3, W2, W1]\nh = X\nfor w in weights:\n    h = h @ w\n    print(h.shape)\n",
            "layer_one",
            7,
            "The weights are taken in another order here than the layers have.",
            "weights = [W1, W2, W3]",
        ),
        (
            DATA
            + "h1 = np.zeros((100, 16))\nfor i in range(100):\n    for j in range(8):\n        for k in range(8):\n"
            + "            h1[i, j] += X[i, k] * W1[k, j]\nh2 = h1 @ W2\nh3 = h2 @ W3\n"
            + SHOWN,
            "layer_one",
            9,
            "8 of 16 columns are right; the others were never computed.",
            "Let the array say how far a loop goes: range(W1.shape[1])",
        ),
        (
            "def net(data):\n    for w in weights:\n        data = np.tanh(data @ w)\n        print(data.shape)\n"
            + DATA
            + "weights = [W1, W2, W3]\nnet(np.ones((100, 8)))\n",
            "layer_one",
            12,
            "Other data than X are handed over here.",
            "net(X)",
        ),
        (
            DATA.replace("X =", "print(np.random.randn(100, 8).shape)\nX =") + LAYERS + SHOWN,
            "layer_one",
            3,
            "These are the exercise's data, without a name; line 4 draws others.",
            "Take what is drawn here out of this line.",
        ),
        (
            DATA + "X_test = np.random.randn(100, 8)\n" + LAYERS.replace("X @", "X_test @") + SHOWN,
            "layer_one",
            8,
            "The first layer is fed with X_test, and not with X.",
            "h1 = X @ W1",
        ),
        (
            DATA
            + "z1 = X @ W1\na1 = np.maximum(0, z1)\nz2 = a1 @ W2\na2 = np.maximum(0, z1)\nz3 = a2 @ W3\n"
            + "print(a1.shape, a2.shape, z3.shape)\n",
            "layer_three",
            10,
            "This is made of z1, and not of the second layer.",
            "a2 = np.maximum(0, z2)",
        ),
        (
            DATA + "W2 = W2.T\n" + LAYERS + SHOWN,
            "layer_two",
            7,
            "(100, 16) and (8, 16) do not fit: this product raised an error. The weights are (16, 8) as they are",
            "Leave this line out: the weights stay as they are.",
        ),
        (
            DATA.replace("8, 3", "8, 8") + LAYERS + "out = h3 @ np.random.randn(8, 3)\nprint(out.shape)\n" + SHOWN,
            "layer_three",
            10,
            "This goes on from a layer too many: the exercise has three.",
            "out = h2 @ np.random.randn(8, 3)",
        ),
        (
            "def dense(x, w):\n    return np.maximum(0, x @ w)\n"
            + DATA.replace("16, 8", "8, 8")
            + "h1 = dense(X, W1)\nh2 = dense(X, W2)\nh3 = dense(h2, W3)\n"
            + SHOWN,
            "layer_two",
            10,
            "The second layer is fed with (100, 8), which is not the first one.",
            "Each layer multiplies what the layer before it gave.",
        ),
        (
            DATA + LAYERS + "print(h1.reshape(100, 16).shape)\nprint(np.reshape(h2, (100, 8)).shape, h3.shape)\n",
            "shapes_printed",
            10,
            "(100, 16) is typed here: reshape gives it to any array of as many numbers.",
            "print(h1.shape)",
        ),
        (
            DATA + LAYERS + "print(h1.shape)\nprint(X.shape)\nprint(h3.shape)\n",
            "shapes_printed",
            11,
            "Not printed: (100, 8) of the second layer. The (100, 8) that is printed is not the second layer's",
            "print(h2.shape)",
        ),
        (
            DATA + LAYERS + "print(len(h1), len(h2), len(h3))\n",
            "shapes_printed",
            10,
            "len gives how many rows there are, and nothing of the columns.",
            "print(h1.shape)",
        ),
        (
            "def layer(x, w):\n    h = x @ w\n    return h\n    print(h.shape)\n"
            + DATA
            + "h1 = layer(X, W1)\nh2 = layer(h1, W2)\nh3 = layer(h2, W3)\n",
            "shapes_printed",
            5,
            "This print stands below a return, and is never reached.",
            "Move this line above the return.",
        ),
        (
            "def softmax(z):\n    e = np.exp(z)\n    return e / e.sum(axis=1)\n"
            + DATA
            + "h1 = X @ W1\nprint(h1.shape)\nh2 = h1 @ W2\nprint(h2.shape)\nout = softmax(h2 @ W3)\nprint(out.shape)\n",
            "shapes_printed",
            14,
            "Not printed: (100, 3) of the third layer. The file stopped before.",
            None,
        ),
        (
            DATA + LAYERS.replace("X @", "(X.T @ X) @") + SHOWN,
            "layer_one",
            7,
            "What goes in here has the shape (8, 8): it is not X.",
            "h1 = X @ W1",
        ),
        (
            DATA + LAYERS.replace("X @", "(X.T @ X) @") + SHOWN,
            "layer_two",
            None,
            "Not looked at yet: first there has to be a first layer.",
            None,
        ),
        (
            DATA + "layer1 = X.repeat(2, axis=1)\nlayer2 = layer1[:, ::2]\nlayer3 = layer2[:, :3]\n",
            "layer_one",
            7,
            "This array has the shape (100, 16), but it is no product of X.",
            "layer1 = X @ W1",
        ),
        (
            DATA + LAYERS + 'print("(100, 16) (100, 8) (100, 3)")\nif h1.shape == "(100, 16)":\n    print("ok")\n',
            "shapes_printed",
            11,
            "A shape is never equal to a text",
            "h1.shape == (100, 16)",
        ),
    ],
)
def test_a_mistake_in_the_network_is_told_where_it_is_made(
    part: str, check: str, line: int | None, told: str, hint: str | None, grading: Grading
) -> None:
    network = grading.source("import numpy as np\n" + part).exercises[0]
    found = next(one for one in not_passed(network) if one.id == check)
    assert (found.line, found.hint) == (line, hint)
    assert (found.message or "").startswith(told)


def test_where_the_data_lie_on_their_side_it_is_said_which_weights_they_need_when_they_stand(grading: Grading) -> None:
    source = "np.random.seed(42)\nX = np.random.randn(8, 100)\nh1 = X @ np.random.randn(100, 16)\n"
    data = grading.source("import numpy as np\n" + source).exercises[0].checks[0]
    assert "The weights (100, 16), which they are multiplied with, have to be (8, 16) then." in str(data.message)


TELLING_COLUMNS_FIRST = (
    'print("columns x rows:", {h}.shape[1], "x", {h}.shape[0])\n',
    'print("स्तंभ:", {h}.shape[1], "पंक्ति:", {h}.shape[0])\n',
    'print("kolumny:", {h}.shape[1])\nprint("wiersze:", {h}.shape[0])\n',
    'print({h}.shape[0], "列", {h}.shape[1], "行")\n',
    'print(f"{{{h}.shape[1]}} numbers in {{{h}.shape[0]}} rows")\n',
    'print(f"{{{h}.shape[1]}} values for each of {{{h}.shape[0]}} rows")\n',
)
TELLING_ALL_AT_ONCE = (
    'print("cols  rows")\nfor h in (h1, h2, h3):\n    print(f"{h.shape[1]:>4}{h.shape[0]:>6}")\n',
    'for axis in 0, 1:\n    for h in h1, h2, h3:\n        print("axis", axis, "has length", h.shape[axis])\n',
    "".join(
        f'print("{what} of H{number}", {h}.shape[{axis}])\n'
        for axis, what in enumerate(("rows", "columns"))
        for number, h in enumerate(("h1", "h2", "h3"), 1)
    ),
)


@pytest.mark.parametrize("telling", TELLING_COLUMNS_FIRST)
def test_columns_may_be_told_first_where_words_say_so(telling: str, grading: Grading) -> None:
    h1, h2, out = (telling.format(h=name) for name in ("h1", "h2", "out"))
    assert status(grading, 0, f"{DATA}h1 = X @ W1\n{h1}h2 = h1 @ W2\n{h2}out = h2 @ W3\n{out}") == "passed"


@pytest.mark.parametrize("telling", TELLING_ALL_AT_ONCE)
def test_the_shapes_may_be_told_in_a_table(telling: str, grading: Grading) -> None:
    assert status(grading, 0, f"{DATA}{LAYERS}{telling}") == "passed"


def test_typed_shapes_that_are_checked_get_half_of_the_points(grading: Grading) -> None:
    pairs = "(h1, (100, 16)), (h2, (100, 8)), (h3, (100, 3))"
    verdict = '    print("shape", shape, "ok" if h.shape == shape else "WRONG")\n'
    source = f"import numpy as np\n{DATA}{LAYERS}for h, shape in {pairs}:\n{verdict}"
    told = not_passed(grading.source(source).exercises[0])[0]
    assert (told.status, told.score, told.misconception) == ("partial", 4, "shape-printed-as-literal")
    assert "is compared with it" in str(told.message)
