import time
import numpy as np


def matmul(a, b):
    n, m, p = len(a), len(b), len(b[0])
    out = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            for k in range(m):
                out[i][j] += a[i][k] * b[k][j]
    return out


np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1
print("H1:", H1.shape)
H2 = H1 @ W2
print("H2:", H2.shape)
O = H2 @ W3
print("O:", O.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C:", C.shape)

# first try it with a bigger one and see how slow it is
big1 = np.random.randint(0, 10, (30, 30))
big2 = np.random.randint(0, 10, (30, 30))
t = time.perf_counter()
slow = matmul(big1, big2)
slow_time = time.perf_counter() - t
t = time.perf_counter()
fast = big1 @ big2
fast_time = time.perf_counter() - t
print("loops are slower:", slow_time > fast_time, "same:", np.array_equal(slow, fast))

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = matmul(A, B)
print(R)
print("same:", np.array_equal(R, A @ B))
