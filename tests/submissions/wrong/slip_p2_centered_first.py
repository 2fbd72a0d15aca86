import numpy as np

#### exercise 3 ####
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
print(C)
assert np.array_equal(C, np.array(A) @ np.array(B))

#### exercise 2 ####
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A = A - A.mean(axis=0)
C = A.T @ B
print(C.shape)

#### exercise 1 ####
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("h1", h1.shape)
h2 = h1 @ W2
print("h2", h2.shape)
out = h2 @ W3
print("out", out.shape)
