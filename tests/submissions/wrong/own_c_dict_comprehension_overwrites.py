import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
for units in (16, 8, 3):
    X = X @ np.random.randn(X.shape[1], units)
    print("units", units, "shape", X.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A.T @ B:", (A.T @ B).shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = {(i, j): A[i][k] * B[k][j] for i in range(2) for j in range(2) for k in range(2)}
print(C)
expected = np.array(A) @ np.array(B)
for (i, j), value in C.items():
    print(i, j, value, expected[i, j], value == expected[i, j])
