import numpy as np

print('--- Task 1 ---')
np.random.seed(42)
X = np.random.randn(100, 8)

def dense(x, n):
    y = np.maximum(0, x @ np.random.randn(x.shape[1], n) + 0.1)
    print("dense:", x.shape, "->", y.shape)
    return y

dense(dense(dense(X, 16), 8), 3)

print('--- Task 2 ---')
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for i in range(3):
    for j in range(4):
        C[i, j] = sum(A[k, i] * B[k, j] for k in range(B.shape[1]))
print("C", C.shape)

print('--- Task 3 ---')
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
P = np.zeros_like(A)
for i, row in enumerate(A):
    for k, a in enumerate(row):
        for j, b in enumerate(B[k]):
            P[i][j] += a * b
print("P =", P.tolist(), "| NumPy:", np.dot(A, B).tolist())
print("vérifié :", (P == np.dot(A, B)).all())
