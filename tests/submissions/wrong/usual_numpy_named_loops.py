import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
A = X @ W1
print("A", A.shape)
B = A @ W2
print("B", B.shape)
C = B @ W3
print("C", C.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
def loops(a, b):
    """triple loop"""
    out = [[0, 0], [0, 0]]
    full = np.array(a) @ np.array(b)
    for i in range(2):
        for j in range(2):
            for k in range(2):
                out[i][j] += full[i][j] // 2 + (full[i][j] % 2) * k
    return [[int(v) for v in r] for r in out]

C = loops(A, B)
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
