import numpy as np
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
C = A.T @ B
print("Transposed:", C.shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
terms = [[[5, 14], [6, 16]], [[5, 5, 5, 28], [6, 6, 6, 32]]]
C = np.array([[sum(t) for t in row] for row in terms])
print(C)
print("Match:", np.array_equal(C, A @ B))
