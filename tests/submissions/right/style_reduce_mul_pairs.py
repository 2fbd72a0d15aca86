from functools import reduce
from operator import mul
import numpy as np



def my_matmul(a, b):
    out = np.zeros((a.shape[0], b.shape[1]))
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            for k in range(a.shape[1]):
                out[i, j] += a[i, k] * b[k, j]
    return out
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Z1 = my_matmul(X, W1)
print("Z1", Z1.shape, np.allclose(Z1, X @ W1))
Z2 = my_matmul(Z1, W2)
print("Z2", Z2.shape, np.allclose(Z2, Z1 @ W2))
Z3 = my_matmul(Z2, W3)
print("Z3", Z3.shape, np.allclose(Z3, Z2 @ W3))



A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.column_stack(list(A)) @ B
match C.shape:
    case (3, 4):
        print("yes, 3 by 4")
    case other:
        print("no,", other)



A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for r in A:
    C.append([])
    for c in zip(*B):
        C[-1].append(sum(reduce(mul, p) for p in zip(r, c)))
print(C, "verified" if (C == np.matmul(A, B)).all() else "different")
