import numpy as np


def part_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    steps = {}
    steps["hidden1"] = X @ W1
    steps["hidden2"] = steps["hidden1"] @ W2
    steps["output"] = steps["hidden2"] @ W3
    return steps


def part_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    return {"A": A, "B": B, "C": A.T @ B}


def part_three():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = [[sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
    return {"A": A, "B": B, "C": C, "numpy": np.array(A) @ np.array(B)}


one, two, three = part_one(), part_two(), part_three()
print({name: array.shape for name, array in one.items()})
print({name: array.shape for name, array in two.items()})
print(three)
ok = np.array_equal(three["C"], three["numpy"])
raise SystemExit(0 if ok else 1)
