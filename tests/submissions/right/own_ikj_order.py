import numpy as np
from time import perf_counter

t0 = perf_counter()
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

z1 = X @ W1;              print('z1', z1.shape)
a1 = np.where(z1 < 0, 0.1 * z1, z1)
z2 = a1 @ W2;             print('z2', z2.shape)
a2 = np.where(z2 < 0, 0.1 * z2, z2)
z3 = a2 @ W3;             print('z3', z3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
AtB = np.zeros((3, 4))
for a_row, b_row in zip(A, B):      # row by row, as with out-of-core data
    AtB += a_row[:, np.newaxis] @ b_row[np.newaxis, :]
print('AtB', AtB.shape, 'ok' if np.allclose(AtB, A.T @ B) else 'wrong')

# order i, k, j is better for the cache than i, j, k
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
flops = 0
for i in range(A.shape[0]):
    for k in range(A.shape[1]):
        aik = A[i, k]
        for j in range(B.shape[1]):
            C[i, j] += aik * B[k, j]
            flops += 2
print(C, flops, 'flops')
print('C is A @ B:', (C == A @ B).all())
seconds = perf_counter() - t0
assert seconds < 60
