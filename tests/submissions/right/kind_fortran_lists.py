# Old Fortran habits. Everything in plain lists, NumPy only draws the numbers.
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8).tolist()
W1 = np.random.randn(8, 16).tolist()
W2 = np.random.randn(16, 8).tolist()
W3 = np.random.randn(8, 3).tolist()


def zeros(n, m):
    return [[0.0 for _ in range(m)] for _ in range(n)]


H1 = zeros(len(X), 16)
for i in range(len(X)):
    for j in range(16):
        H1[i][j] = 0.0
        for k in range(8):
            H1[i][j] = H1[i][j] + X[i][k] * W1[k][j]
print('H1', len(H1), len(H1[0]))
H2 = zeros(len(X), 8)
for i in range(len(X)):
    for j in range(8):
        H2[i][j] = 0.0
        for k in range(16):
            H2[i][j] = H2[i][j] + H1[i][k] * W2[k][j]
print('H2', len(H2), len(H2[0]))
Y = zeros(len(X), 3)
for i in range(len(X)):
    for j in range(3):
        Y[i][j] = 0.0
        for k in range(8):
            Y[i][j] = Y[i][j] + H2[i][k] * W3[k][j]
print('Y', len(Y), len(Y[0]))

A = np.random.randn(5, 3).tolist()
B = np.random.randn(5, 4).tolist()
C = zeros(3, len(B[0]))
for i in range(3):
    for j in range(len(B[0])):
        for k in range(5):
            C[i][j] = C[i][j] + A[k][i] * B[k][j]
print('C', len(C), len(C[0]))

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = zeros(2, 2)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
print('C', C)
D = np.array(A) @ np.array(B)
err = 0.0
for i in range(2):
    for j in range(2):
        err = max(err, abs(C[i][j] - D[i, j]))
print('max error', err)
