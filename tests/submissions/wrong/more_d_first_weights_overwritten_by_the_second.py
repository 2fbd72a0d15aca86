import numpy as np

# --- three layers ---
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W1 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1
print(H1.shape)
H2 = H1 @ W2
print(H2.shape)
H3 = H2 @ W3
print(H3.shape)

# --- transpose ---
M = np.random.randn(5, 3)
N = np.random.randn(5, 4)
if M.shape[1] != N.shape[0]:
    M = M.T
R = M @ N
print("R:", R.shape)

# --- by hand ---
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.allclose(C, np.array(A) @ np.array(B)))
