import numpy as np

n, a, b, c = 100, 16, 8, 3
np.random.seed(42)
X = np.random.randn(n, 8)
for w in (a, b, c):
    print(f"layer shape: ({n}, {w})")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
