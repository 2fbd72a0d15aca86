import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print("\n".join(str(s) for s in [(X @ W1).shape, (X @ W1 @ W2).shape, (X @ W1 @ W2 @ W3).shape]))
A = np.random.randn(5, 3).tolist()
B = np.random.randn(5, 4).tolist()
C = [[sum(a * b for a, b in zip(ca, cb)) for cb in zip(*B)] for ca in zip(*A)]
assert len(C) == 3 and all(len(row) == 4 for row in C), "wrong shape"
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[sum(a * b for a, b in zip(ra, cb)) for cb in zip(*B)] for ra in A]
assert C == [[int(np.dot(ra, cb)) for cb in zip(*B)] for ra in A], "wrong product"
print("all good")
