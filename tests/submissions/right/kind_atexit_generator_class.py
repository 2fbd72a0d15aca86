import atexit
import contextlib
import numpy as np

RESULTS = []


@atexit.register
def summary():
    for title, text in RESULTS:
        print(f"{title:.<20}{text}")


@contextlib.contextmanager
def part(title):
    lines = []
    yield lines.append
    RESULTS.append((title, " ".join(lines)))


with part("network") as say:
    np.random.seed(42)
    x = np.random.randn(100, 8)
    for units in 16, 8, 3:
        x = x @ np.random.randn(x.shape[1], units)
        say(f"{x.shape}")

with part("transpose") as say:
    a, b = np.random.randn(5, 3), np.random.randn(5, 4)
    c = a.T @ b
    say(f"{c.shape}")

with part("by hand") as say:
    a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]

    def cells():
        for row in a:
            for j in range(2):
                cell = 0
                for k in range(2):
                    cell += row[k] * b[k][j]
                yield cell

    c = list(cells())
    say(f"{c}")
    say("ok" if c == list((np.array(a) @ np.array(b)).flat) else "wrong")
