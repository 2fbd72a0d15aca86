import numpy as np

# ---- 1 ----
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

h1 = np.zeros((100, 16))
for start in range(0, 90, 10):
    h1[start:start + 10] = X[start:start + 10] @ W1
print("h1", h1.shape)
h2 = h1 @ W2
print("h2", h2.shape)
h3 = h2 @ W3
print("h3", h3.shape)

# ---- 2 ----
def transpose_exercise():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.matmul(A.T, B)
    if C.shape == (3, 4):
        print("shape is right")
    else:
        print("shape is wrong")


transpose_exercise()

# ---- 3 ----
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
by_hand = np.zeros((2, 2))
for r in range(A.shape[0]):
    for c in range(B.shape[1]):
        s = 0
        for k in range(A.shape[1]):
            s = s + A[r, k] * B[k, c]
        by_hand[r, c] = s
expected = A @ B
print("by hand:\n", by_hand)
print("numpy:\n", expected)
if (by_hand == expected).all():
    print("They match!")
else:
    print("They differ!")
