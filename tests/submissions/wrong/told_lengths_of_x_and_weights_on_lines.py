import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
hidden2 = hidden1 @ W2
output = hidden2 @ W3
for w in W1, W2, W3:
    print("rows:", X.shape[0])
    print("columns:", w.shape[1])

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
