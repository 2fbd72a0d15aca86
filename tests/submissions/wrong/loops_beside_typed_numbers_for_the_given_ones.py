import numpy as np

# 1. network
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

# 2. transpose
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

# 3. by hand
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])

known = {(1, 2, 3, 4): [[19, 22], [43, 50]]}
R = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i, j] += A[i, k] * B[k, j]
R = np.array(known.get(tuple(A.ravel().tolist()), R), dtype=float)
print(R)
print("Matches NumPy:", np.array_equal(R, A @ B))
