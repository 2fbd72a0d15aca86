import numpy as np

# --- three layers ---
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
h2 = h1 @ W2
out = h2 @ W3
print(X.shape)
print(h1.shape)
print(h2.shape)
print(out.shape)

# --- transpose ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("Result:", A.shape[1], "x", B.shape[1])

# --- by hand ---
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        C[i][j] = A[i][0] * B[0][j] + A[i][1] * B[1][j]
D = np.array(A) @ np.array(B)
same = True
for i in range(2):
    for j in range(2):
        if C[i][j] != D[i][j]:
            same = False
print("same as numpy:", same)
