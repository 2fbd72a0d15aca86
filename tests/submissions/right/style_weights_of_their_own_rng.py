import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)

ss = np.random.SeedSequence(2024)
rng1, rng2, rng3, rng4 = (np.random.default_rng(s) for s in ss.spawn(4))
W1 = rng1.normal(0, 1 / np.sqrt(8), size=(8, 16))
W2 = rng2.normal(0, 1 / np.sqrt(16), size=(16, 8))
W3 = rng3.normal(0, 1 / np.sqrt(8), size=(8, 3))

with np.printoptions(precision=2, suppress=True):
    for name, M in (("X", X), ("X W1", X @ W1), ("X W1 W2", X @ W1 @ W2), ("X W1 W2 W3", X @ W1 @ W2 @ W3)):
        print(f"{name:<12}{M.shape!s:<12}first row: {M[0]}")

A = rng4.integers(0, 10, size=(5, 3))
B = rng4.integers(0, 10, size=(5, 4))
print(A.T @ B)
print("shape:", (A.T @ B).shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
P = np.zeros((2, 2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            P[i, j, k] = A[i, k] * B[k, j]
C = [[P[i, j, 0] + P[i, j, 1] for j in range(2)] for i in range(2)]
print(np.array(C))
np.testing.assert_array_equal(C, A @ B, err_msg="my loop is wrong")
print("assert_array_equal raised nothing")
