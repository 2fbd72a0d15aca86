import numpy as np

def uno():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
    h = X @ W1; print(h.shape)
    h = h @ W2; print(h.shape)
    h = h @ W3; print(h.shape)

def dos():
    A, B = np.random.randn(5, 3), np.random.randn(5, 4)
    print((A.T @ B).shape)

def tres():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    print(C)
    print("iguales:", np.array_equal(C, A @ B))

for tarea in [uno, dos, tres]:
    tarea
