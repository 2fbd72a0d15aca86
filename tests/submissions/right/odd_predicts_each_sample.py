import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
def predict(x):
    h1 = np.maximum(0, x @ W1)
    h2 = np.maximum(0, h1 @ W2)
    return h1, h2, h2 @ W3
results = [predict(x) for x in X]
for i in range(3):
    print("layer", i + 1, np.array([r[i] for r in results]).shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print((A.T @ B).shape)
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C, np.array_equal(C, np.dot(A, B)))
