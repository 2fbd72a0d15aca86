import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
def look(M):
    match M.shape:
        case (100, 16):
            print("hidden layer one", M.shape)
        case (100, 8):
            print("input or hidden layer two", M.shape)
        case (100, 3):
            print("output", M.shape)
        case _:
            print("?!")
    return M
look(look(look(look(X) @ W1) @ W2) @ W3)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("product", (A.T @ B).shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("loops", C, "numpy", np.dot(A, B).tolist())
