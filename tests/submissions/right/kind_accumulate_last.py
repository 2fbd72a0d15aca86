import numpy as np
from itertools import accumulate, product
import math
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
network = {"fc1": W1, "fc2": W2, "fc3": W3}
x = X
for layer in network:
    x = np.matmul(x, network[layer])
    print(layer, x.shape, sep=": ")
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("fixed", (A.transpose(1, 0) @ B).shape, sep=": ")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0] * 2 for _ in range(2)]
for i, j in product(range(2), repeat=2):
    *_, C[i][j] = accumulate(math.prod(pair) for pair in zip(A[i], [row[j] for row in B]))
print(C)
assert np.equal(C, np.matmul(A, B)).all()
print("verified with np.matmul")
