import numpy as np
BOLD, GREEN, END = "\033[1m", "\033[92m", "\033[0m"
def colour(shape):
    return " x ".join(f"{BOLD}{n}{END}" for n in shape)
np.random.seed(42)
X = np.random.randn(100, 8)
for i, o in ((8, 16), (16, 8), (8, 3)):
    X = X @ np.random.randn(i, o)
    print("shape:", colour(X.shape))
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("shape:", colour((A.T @ B).shape))
A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(GREEN + "PASS" + END if C == np.matmul(A, B).tolist() else "FAIL")
