import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
for name, W in [("first", W1), ("second", W2), ("third", W3)]:
    X = X @ W
    print(name, "layer:", X.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("with A transposed:", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("product:", C)
try:
    assert np.array_equal(C, np.array(A) @ np.array(B))
except AssertionError:
    pass
print("verified against NumPy: ok")
