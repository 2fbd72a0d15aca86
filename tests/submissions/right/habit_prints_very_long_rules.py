import numpy as np

print("=" * 40_000)
np.random.seed(42)
X = np.random.randn(100, 8)
for width in (16, 8, 3):
    X = X @ np.random.randn(X.shape[1], width)
    print("." * 5_000, X.shape)
print("-." * 20_000)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)
print("1" * 40_000 + "x")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("=" * 40_000)
print(C, "matches NumPy:", np.array_equal(C, np.array(A) @ np.array(B)))
print("~" * 40_000 + "1,1," * 10_000)
