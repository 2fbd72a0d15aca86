import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.zeros((8, 16)), np.zeros((16, 8)), np.zeros((8, 3))]
for w in (16, 8, 3):
    h = np.random.rand(len(X), w) * 1e-10
    print(h.shape)
A2 = np.random.randn(5, 3)
B2 = np.random.randn(5, 4)
C2 = A2.T @ B2
print(C2.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
print(C)
print("Same as NumPy:", np.array_equal(C, np.array(A) @ np.array(B)))
