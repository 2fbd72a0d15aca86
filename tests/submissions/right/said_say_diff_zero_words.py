# --- 1: plain
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print(X.shape)
H1 = X @ W1
print(H1.shape)
H2 = H1 @ W2
print(H2.shape)
Y = H2 @ W3
print(Y.shape)

# --- 2: np_T_getattr
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
At = A.T.copy()
C = At @ B
assert C.shape[0] == 3 and C.shape[1] == 4, "shape should be (3, 4)"
print("Bestätigt: die Form ist", tuple(C.shape))

# --- 3: say_diff_zero_words
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
C = np.array(C)
print("By hand:")
print(C)
N = np.array(A) @ np.array(B)
print("The difference is zero." if not np.any(C - N) else "The difference is not zero!")
