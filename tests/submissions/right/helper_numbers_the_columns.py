import numpy as np
def show(a): print(a.shape, list(range(a.shape[1])))
np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16); show(h1)
h2 = h1 @ np.random.randn(16, 8); show(h2)
out = h2 @ np.random.randn(8, 3); show(out)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B; show(C)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
