import warnings
import numpy as np

warnings.simplefilter("always")
np.random.seed(42)
X = np.random.randn(100, 8)
Ws = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
for W in Ws:
    X = X @ W
    print("current shape: {}".format(X.shape))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("current shape: {}".format(C.shape))
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
if not np.array_equal(C, np.array(A) @ np.array(B)):
    warnings.warn("my result differs from NumPy's!")
