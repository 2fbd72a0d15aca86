import numpy as np

# --- 1 ---
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
teile = [X[32 * b:32 * (b + 1)] for b in range(100 // 32)]
h = np.vstack([t @ W1 for t in teile])
print(h.shape)
h = h @ W2
print(h.shape)
h = h @ W3
print(h.shape)

# --- 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
assert R.shape == (3, 4), "mauvaise forme"

# --- 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("same as NumPy:", np.allclose(C, A @ B))
