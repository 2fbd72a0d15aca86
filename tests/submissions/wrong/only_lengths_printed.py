import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
h2 = h1 @ W2
h3 = h2 @ W3
print("X:", len(X))
print("h1:", len(h1))
print("h2:", len(h2))
print("h3:", len(h3))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
assert C.shape == (3, 4)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for i in range(len(A)):
    C.append([0] * len(B[0]))
    for j in range(len(B[0])):
        for k in range(len(B)):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
