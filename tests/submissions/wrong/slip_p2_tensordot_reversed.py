import numpy as np


def part_one():
    rng = np.random.RandomState(42)
    X = rng.randn(100, 8)
    sizes = [8, 16, 8, 3]
    weights = [rng.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
    acts = [X]
    while len(acts) < 4:
        acts.append(np.dot(acts[-1], weights[len(acts) - 1]))
    print([a.shape for a in acts])


def part_two():
    P = np.random.randn(5, 3)
    Q = np.random.randn(5, 4)
    R = np.tensordot(Q, P, axes=(0, 0))
    print("R.shape =", R.shape)


def part_three():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
    print(C)
    assert np.array_equal(C, np.array(A) @ np.array(B))


part_one()
part_two()
part_three()
