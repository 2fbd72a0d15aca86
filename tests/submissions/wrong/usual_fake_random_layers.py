import numpy as np

print('=== Exercise 1 ===')
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print("input ", X.shape)
h1 = np.random.randn(100, 16)
print("step 1", h1.shape)
h2 = np.random.randn(100, 8)
print("step 2", h2.shape)
out = np.random.randn(100, 3)
print("step 3", out.shape)

print('=== Exercise 2 ===')
np.random.seed(42)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
X = A.T @ B
print("X", X.shape)

print('=== Exercise 3 ===')
from itertools import product
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0 for _ in range(2)] for _ in range(2)]
for i, j, k in product(range(2), repeat=3):
    C[i][j] += A[i][k] * B[k][j]
good = 0
check = np.matmul(A, B)
for i in range(2):
    for j in range(2):
        if C[i][j] == check[i][j]:
            good += 1
        print(C[i][j], check[i][j])
print(good, "of 4 are right")
