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
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    assert (C.shape == (3, 4), "wrong shape")


def part_three():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    zellen = {}
    for i in range(2):
        for k in range(2):
            for j in range(2):
                zellen[i, j] = zellen.get((i, j), 0) + A[i, k] * B[k, j]
    soll = np.dot(A, B)
    for (i, j), wert in zellen.items():
        print(i, j, wert, "stimmt" if wert == soll[i, j] else "falsch")


part_one()
part_two()
part_three()
