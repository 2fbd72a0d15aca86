import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16) / 4
W2 = np.random.randn(16, 8) / 4
W3 = np.random.randn(8, 3) / 4
print(X.shape)
def batched(M, W, size=25):
    return np.vstack([M[s:s + size] @ W for s in range(0, len(M), size)])
H1 = batched(X, W1); print(H1.shape)
H2 = batched(H1, W2); print(H2.shape)
Y = batched(H2, W3); print(Y.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.reshape(3, 5, order="F") @ B
assert np.array_equal(C, A.T @ B) or np.allclose(C, A.T @ B)
print("C is", C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0] * 2, [0] * 2]
i = j = k = 0
while i < 2:
    C[i][j] += A[i][k] * B[k][j]
    k += 1
    if k == 2:
        k = 0
        j += 1
    if j == 2:
        j = 0
        i += 1
print(C)
D = np.array(A) @ np.array(B)
print("Same" if not (D - C).any() else "Different")
