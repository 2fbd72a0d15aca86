import numpy as np

X = np.random.RandomState(42).randn(100, 8)
h1 = X @ np.random.randn(8, 16)
print(h1.shape)
h2 = h1 @ np.random.randn(16, 8)
print(h2.shape)
h3 = h2 @ np.random.randn(8, 3)
print(h3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

def hand():
    A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    return np.array([C, np.array(A) @ np.array(B)])


r = hand()
print(r[0], (r[0] == r[1]).all())
