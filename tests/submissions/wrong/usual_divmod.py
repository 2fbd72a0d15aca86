import numpy as np

np.random.seed(42)
print((X := np.random.randn(100, 8)).shape)
print((h1 := X @ (W1 := np.random.randn(8, 16))).shape)
print((h2 := h1 @ (W2 := np.random.randn(16, 8))).shape)
print((y := h2 @ (W3 := np.random.randn(8, 3))).shape)

A, B = np.random.randn(5, 3), np.random.randn(5, 4)
if (shape := (A.T @ B).shape) == (3, 4):
    print("good:", shape)
else:
    print("bad:", shape)

A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
n = 2
C = [0] * (n * n)
for index in range(n ** 3):
    i, rest = divmod(index, n)
    j, k = divmod(rest, n)
    C[n * i + j] += A[i][k] * B[k][j]
print(C, "vs", np.dot(A, B).ravel().tolist())
print("OK" if C == np.dot(A, B).ravel().tolist() else "NOT OK")
