import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
h = X.reshape(10, 10, 8)
for n, m in [(8, 16), (16, 8), (8, 3)]:
    h = h @ np.random.randn(n, m)
    print(h.reshape(-1, m).shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = np.apply_along_axis(lambda col: col @ B, 0, A).T
assert (np.array(C.shape) == [3, 4]).all()
print("fine")
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += sum(B[k][j] for _ in range(A[i][k]))
print(C, "==", np.dot(A, B).tolist(), C == np.dot(A, B).tolist())
