import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
flow = [X]
for W in (W1, W2, W3): flow.append(flow[-1] @ W)
for m, want in zip(flow, [(100, 8), (100, 16), (100, 8), (100, 3)]):
    if m.shape != want: raise ValueError
    print("ok", want)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print((A.T @ B).shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C, np.array_equal(C, np.array(A) @ np.array(B)))
