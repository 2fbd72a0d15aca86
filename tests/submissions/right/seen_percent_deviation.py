import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
Ws = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
o = X
for i, W in enumerate(Ws, 1):
    o = o @ W
    print(f"o{i}.shape == {o.shape}")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(f"C.shape == {(A.T @ B).shape}")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
N = np.dot(A, B)
maxrel = max(abs(C[i][j] - N[i][j]) / abs(N[i][j]) for i in range(2) for j in range(2))
print(f"largest relative deviation: {100 * maxrel:.1f} %")
