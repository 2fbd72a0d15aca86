import numpy as np

# 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
T = np.ones((len(X), 8))
t1 = T @ W1
t2 = t1 @ W2
t3 = t2 @ W3
print(t1.shape, t2.shape, t3.shape)
h1 = X @ W1
h2 = h1 @ W2
out = h2 @ W3

# 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

# 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
