import numpy as np
# weights as nested lists rounded by hand
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = [[round(((i * 7 + j * 3) % 11) / 10 - 0.5, 2) for j in range(16)] for i in range(8)]
W2 = [[round(((i * 5 + j * 2) % 13) / 10 - 0.6, 2) for j in range(8)] for i in range(16)]
W3 = [[0.1, -0.2, 0.3], [0.4, 0.5, -0.6], [0.7, -0.8, 0.9], [0.1, 0.1, 0.2], [-0.3, 0.5, 0.8], [0.2, 0.3, 0.5], [0.7, 1.1, -1.3], [0.9, 0.4, 0.2]]
h1 = np.array(X @ W1)
print('h1:', np.shape(h1))
h2 = np.array(h1 @ W2)
print('h2:', np.shape(h2))
out = np.array(h2 @ W3)
print('out:', np.shape(out))
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = np.array([[sum(A[n][i] * B[n][j] for n in range(5)) for j in range(B.shape[1])] for i in range(3)])
print('C:', np.shape(C))
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
C = np.array([[0, 0], [0, 0]])
for i, row in enumerate(A):
    for j, col in enumerate(B.T):
        for a, b in zip(row, col):
            C[i][j] = C[i][j] + a * b
print('C:', C)
print('A @ B:', A @ B)
print('difference:', C - A @ B)
