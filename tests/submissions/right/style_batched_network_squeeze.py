import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
batch = X[None, :, :]                      # one batch
for n, (i, o) in enumerate([(8, 16), (16, 8), (8, 3)], 1):
    batch = batch @ np.random.randn(1, i, o)
    print("layer", n, batch.squeeze(0).shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.squeeze(A.T[None] @ B[None])
print("C", C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row in A:
    C.append([sum(row[k] * B[k][j] for k in range(2)) for j in range(2)])
print("C", C, C == np.matmul(A, B).tolist())
