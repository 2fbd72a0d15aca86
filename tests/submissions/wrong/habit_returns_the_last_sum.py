# Matrix practice
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print("X:", X.shape)
h1 = X @ W1
print("after layer 1:", h1.shape)
h2 = h1 @ W2
print("after layer 2:", h2.shape)
y = h2 @ W3
print("output:", y.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.dot(A.transpose(), B)
assert C.shape == (3, 4), "wrong shape"

def by_hand(A, B):
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            s = 0
            for k in range(2):
                s += A[i][k] * B[k][j]
            C[i][j] = s
    return s
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
print(by_hand(A, B), np.matmul(A, B))
print(np.array_equal(by_hand(A, B), np.matmul(A, B)))
