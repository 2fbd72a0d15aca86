import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
H1 = np.hstack([X, X * 2])
W1 = np.linalg.lstsq(X, H1, rcond=None)[0]
H2 = H1[:, 4:12] * 3
W2 = np.linalg.lstsq(H1, H2, rcond=None)[0]
H3 = H2[:, ::3]
W3 = np.linalg.lstsq(H2, H3, rcond=None)[0]
for h in (H1, H2, H3):
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
