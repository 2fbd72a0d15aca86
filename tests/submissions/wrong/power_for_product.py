import numpy as np

# 1. three-layer network
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("Layer 1:", h1.shape)
h2 = h1 @ W2
print("Layer 2:", h2.shape)
out = h2 @ W3
print("Output:", out.shape)


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_t = A.T
solution = A_t @ B
print(solution.shape == (3, 4))
print(solution.shape)


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] ** B[k][j]
print(C)
print("Equal to NumPy:", np.array_equal(C, A @ B))
