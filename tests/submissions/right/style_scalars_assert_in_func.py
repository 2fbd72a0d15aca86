import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Z1 = X @ W1
print("Z1", Z1.shape)
Z2 = Z1 @ W2
print("Z2", Z2.shape)
Z3 = Z2 @ W3
print("Z3", Z3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

def by_hand(A, B):
    c00 = c01 = c10 = c11 = 0
    for k in range(2):
        c00 += A[0][k] * B[k][0]
        c01 += A[0][k] * B[k][1]
        c10 += A[1][k] * B[k][0]
        c11 += A[1][k] * B[k][1]
    assert np.array_equal([[c00, c01], [c10, c11]], np.matmul(A, B))
    print("numbers:", c00, c01, c10, c11)
by_hand([[1, 2], [3, 4]], [[5, 6], [7, 8]])
