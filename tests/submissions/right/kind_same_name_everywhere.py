import numpy as np

# 1
np.random.seed(42)
C = np.random.randn(100, 8)
for n_in, n_out in [(8, 16), (16, 8), (8, 3)]:
    C = C @ np.random.randn(n_in, n_out)
    print(C.shape)

# 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

# 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = A @ B
expected = C
print("numpy says\n", C)
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += int(A[i, k] * B[k, j])
print("i say\n", C)
print("same?", (np.array(C) == expected).all())
