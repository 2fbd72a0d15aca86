import numpy as np

#### exercise 3 ####
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[sum(x * y for x, y in zip(zeile, spalte)) for spalte in zip(*B)] for zeile in A]
print(C)
assert np.array_equal(C, np.array(A) @ np.array(B))

#### exercise 2 ####
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("Ergebnis:", np.dot(np.transpose(A), B).shape)

#### exercise 1 ####
np.random.seed()
X = np.random.randn(100, 8)
res = [X]
for (n, m) in [(8, 16), (16, 8), (8, 3)]:
    res.append(res[-1] @ np.random.randn(n, m))
for r in res:
    print(r.shape)
