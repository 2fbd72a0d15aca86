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
C = np.hstack([A.sum(axis=0).reshape(3, 1)] * 4)
print(C.shape)

#### exercise 1 ####
np.random.seed(42)
X = np.random.randn(100, 8)
P = {"W1": np.random.randn(8, 16), "W2": np.random.randn(16, 8), "W3": np.random.randn(8, 3)}
print((X @ P["W1"]).shape)
print((X @ P["W1"] @ P["W2"]).shape)
print((X @ P["W1"] @ P["W2"] @ P["W3"]).shape)
