import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
print("Input: 100 samples, 8 features each")
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
for title, f in [("hidden layer 1 of 3", X @ W1), ("hidden layer 2 of 3", X @ W1 @ W2), ("layer 3 of 3", X @ W1 @ W2 @ W3)]:
    print(title, "has rows =", f.shape[0], "and cols =", f.shape[1])
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = A.T @ B
print("2 matrices in, 1 matrix out: rows =", C.shape[0], "and cols =", C.shape[1])
A, B = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
N = np.matmul(A, B)
err = [abs(C[i][j] - N[i, j]) for i in range(2) for j in range(2)]
print("4 cells, errors:", *err)
print("sum of errors:", sum(err), "so we are", "right" if sum(err) == 0 else "wrong")
