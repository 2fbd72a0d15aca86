import numpy as np

# ---- Exercise 1 ----
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

print("input", X.shape)
h1 = X @ W1
print("layer 1", h1.shape)
h2 = h1 @ W2
print("layer 2", h2.shape)
out = h2 @ W3
print("layer 3", out.shape)

# ---- Exercise 2 ----
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T() @ B
print("A.T @ B", C.shape)

# ---- Exercise 3 ----
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
result = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i][j] += A[i][k] * B[k][j]
print("by hand:", result)
check = np.array(A) @ np.array(B)
print("numpy:", check)
print("same?", np.array_equal(result, check))
