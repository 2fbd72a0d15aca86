import numpy as np



np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
L1 = X @ W1
L2 = L1 @ W2
L3 = L2 @ W3
print("name ", *[f"{n:>5}" for n in ("X", "L1", "L2", "L3")])
print("rows ", *[f"{m.shape[0]:>5}" for m in (X, L1, L2, L3)])
print("cols ", *[f"{m.shape[1]:>5}" for m in (X, L1, L2, L3)])



A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for n in range(5):
    for i in range(3):
        for j in range(4):
            C[i, j] += A[n, i] * B[n, j]
print("by loops", C.shape, "by numpy", (A.T @ B).shape)



A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
expected = np.array(A) @ np.array(B)
for i in range(2):
    old = A[i][:]
    for j in range(2):
        A[i][j] = 0
        for k in range(2):
            A[i][j] += old[k] * B[k][j]
print("A now holds the product:", A)
print(np.array_equal(A, expected))
