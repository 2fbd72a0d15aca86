import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
def ok(M, want):
    return f"{M.shape} ok" if M.shape == want else "NOT ok"
a = X @ W1; print("a", ok(a, (100, 16)))
b = a @ W2; print("b", ok(b, (100, 8)))
c = b @ W3; print("c", ok(c, (100, 3)))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("d", ok(A.T @ B, (3, 4)))
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("e", C if C == np.dot(A, B).tolist() else "NOT ok")
