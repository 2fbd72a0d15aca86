import numpy as np
np.random.seed(42)
x = np.random.randn(100, 8)
W1 = np.random.choice([-1.0, 1.0], (8, 16))
W2 = np.random.choice([-1.0, 0.0, 1.0], (16, 8))
W3 = np.random.randint(-2, 3, (8, 3))
h1 = np.where(x @ W1 > 0, x @ W1, 0.01 * (x @ W1))
print("leaky 1:", h1.shape)
h2 = np.where(h1 @ W2 > 0, h1 @ W2, 0.01 * (h1 @ W2))
print("leaky 2:", h2.shape)
y = h2 @ W3
print("out:", y.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.vstack([B.T @ A[:, i] for i in range(3)])
print("C:", C.shape)
A = np.array([[1, 2], [3, 4]], dtype=np.uint8)
B = np.array([[5, 6], [7, 8]], dtype=np.uint8)
C = np.zeros((2, 2), dtype=np.uint8)
for j in range(2):
    for i in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
assert np.array_equal(C, A.astype(int) @ B.astype(int))
