import numpy as np

# 1
rs = np.random.RandomState(42)
X = rs.randn(100, 8)
print(X.shape)
for n, m in ((8, 16), (16, 8), (8, 3)):
    X = X @ rs.randn(n, m)
    print(X.shape)

# 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
assert C.shape == np.zeros((3, 4)).shape

# 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
D = np.array(A) @ np.array(B)
print(C == D.tolist())
C[1][1] = 99
print("changed:", C)
