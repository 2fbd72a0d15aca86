import numpy as np


def to_shape(matrix, rows, cols):
    """Gives the matrix the wanted number of rows and columns."""
    flat = list(matrix.ravel())
    return np.array([flat[r * cols:(r + 1) * cols] for r in range(rows)])


np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print("1:", (X @ W1).shape)
print("2:", (X @ W1 @ W2).shape)
print("3:", (X @ W1 @ W2 @ W3).shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_turned = to_shape(A, 3, 5)
C = A_turned @ B
print("C:", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for i in 0, 1:
    C.append([])
    for j in 0, 1:
        C[i].append(0)
        for k in 0, 1:
            C[i][j] += A[i][k] * B[k][j]
print("C:", C)
assert (np.array(C) == np.array(A) @ np.array(B)).all()
print("checked with NumPy")
