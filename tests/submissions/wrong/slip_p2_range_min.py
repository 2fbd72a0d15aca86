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
C = np.zeros((3, 4))
inner = min(A.shape[1], B.shape[0])
for i in range(3):
    for j in range(4):
        for k in range(inner):
            C[i, j] += A[k, i] * B[k, j]
print(C.shape)

#### exercise 1 ####
class Capa:
    def __init__(self, n, m):
        self.W = np.random.randn(n, m)
        self.b = np.random.randn(m)
    def __call__(self, x):
        return np.tanh(x @ self.W + self.b)
np.random.seed(42)
X = np.random.randn(100, 8)
red = [Capa(8, 16), Capa(16, 8), Capa(8, 3)]
for capa in red:
    X = capa(X)
    print("forma:", X.shape)
