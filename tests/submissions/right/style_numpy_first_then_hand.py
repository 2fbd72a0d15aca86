import numpy as np

# --- part 1 ---
np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
def in_batches(data, w, size=25):
    return np.concatenate([data[s:s + size] @ w for s in range(0, len(data), size)])
for w in W:
    X = in_batches(X, w)
    print("whole set after this layer:", X.shape)

# --- part 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("B.T @ A:", (B.T @ A).shape, "(this is 4x3, not wanted)")
print("A.T @ B:", (A.T @ B).shape, "(wanted)")

# --- part 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
expected = A @ B
print("numpy says\n", expected)
hand = np.zeros(expected.shape, dtype=expected.dtype)
for i in range(hand.shape[0]):
    for j in range(hand.shape[1]):
        for k in range(A.shape[1]):
            hand[i, j] += A[i, k] * B[k, j]
print("hand says\n", hand)
print("both say the same" if (hand == expected).all() else "they disagree")
