import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

batch_size = 32
n_batches = len(X) // batch_size


def run_layer(data, W):
    parts = []
    for b in range(n_batches):
        batch = data[b * batch_size:(b + 1) * batch_size]
        parts.append(batch @ W)
    return np.concatenate(parts)


hidden1 = run_layer(X, W1)
print("hidden1", hidden1.shape)
hidden2 = run_layer(hidden1, W2)
print("hidden2", hidden2.shape)
output = run_layer(hidden2, W3)
print("output", output.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.swapaxes(A, 0, 1) @ B
print("C", C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print("C", C)
print("matches", np.allclose(C, np.dot(A, B)))
