import numpy as np

# --- three layers ---
np.random.seed(42)
x = np.random.randn(100, 8)
print("x", x.shape)
w1 = np.random.rand(8, 16)
l1 = np.dot(x, w1)
print("l1", l1.shape)
w2 = np.random.rand(16, 8)
l2 = np.dot(l1, w2)
print("l2", l2.shape)
w3 = np.random.rand(8, 3)
l3 = np.dot(l2, w3)
print("l3", l3.shape)

# --- transpose ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = (B.T @ A).T
rows, cols = C.shape
print(rows, cols)

# --- by hand ---
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k <= 2:
            C[i][j] += A[i][k] * B[k][j]
            k += 1
        j += 1
    i += 1
print(C)
print(np.allclose(C, np.array(A) @ np.array(B)))
