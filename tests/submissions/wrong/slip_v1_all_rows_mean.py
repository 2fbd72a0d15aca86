import numpy as np

# --- 1 ---
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print(h1.shape)
h1 = np.tile(h1.mean(axis=0), (100, 1))
h2 = h1 @ W2
print(h2.shape)
h3 = h2 @ W3
print(h3.shape)

# --- 2 ---
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("Ergebnis:", np.dot(np.transpose(A), B).shape)

# --- 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
def cells():
    for row in A:
        for col in B.T:
            t = 0
            for a, b in zip(row, col):
                t += a * b
            yield t
C = list(cells())
N = (A @ B).ravel().tolist()
print(C, "numpy:", N, "equal:", C == N)
