import numpy as np

def mul(x, y):
    """multiply like the hardware does: shift and add"""
    acc = 0
    while y:
        if y & 1:
            acc += x
        x <<= 1
        y >>= 1
    return acc

np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16); print("h1", h1.shape)
h2 = h1 @ np.random.randn(16, 8); print("h2", h2.shape)
y = h2 @ np.random.randn(8, 3); print("y", y.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
if C.shape != (3, 4):
    raise ValueError("bad shape")
print("C has the right shape")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0] * 2 for _ in A]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += mul(A[i][k], B[k][j])
print(C)
assert np.array_equal(C, np.array(A) @ np.array(B)), "wrong!"
print("verified")
