import numpy as np
np.random.seed(seed=42)
X = np.random.standard_normal(size=(100, 8))
W1 = np.random.standard_normal(size=(8, 16))
W2 = np.random.standard_normal(size=(16, 8))
W3 = np.random.standard_normal(size=(8, 3))
for Z in (X @ W1, X @ W1 @ W2, X @ W1 @ W2 @ W3):
    print("n=%d, p=%d" % Z.shape)
A = np.random.standard_normal((5, 3))
B = np.random.standard_normal((5, 4))
C = A.T @ B
assert A.shape[1] == C.shape[0] == 3
assert B.shape[1] == C.shape[1] == 4
print("checked the dimensions")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [None] * 2
for i in 0, 1:
    C[i] = [None] * 2
    for j in 0, 1:
        C[i][j] = 0
        for k in 0, 1:
            C[i][j] -= -A[i][k] * B[k][j]
print(C)
print("OK" if np.max(np.abs(np.subtract(C, np.matmul(A, B)))) == 0 else "NOT OK")
