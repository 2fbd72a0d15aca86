import numpy as np
from collections import namedtuple

Shape = namedtuple("Shape", "samples features")
np.random.seed(42)
X = np.random.randn(100, 8)
net = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
act = X
for W in net:
    act = act @ W
    print(Shape(*act.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(Shape(*(A.T @ B).shape)._asdict())

Mat = namedtuple("Mat", "a b c d")
A = Mat(1, 2, 3, 4)
B = Mat(5, 6, 7, 8)
C = []
for r in (A[:2], A[2:]):
    for c in (B[::2], B[1::2]):
        C.append(r[0] * c[0] + r[1] * c[1])
C = Mat._make(C)
print(C)
D = np.reshape(A, (2, 2)) @ np.reshape(B, (2, 2))
print("numpy:", Mat(*D.ravel().tolist()), "equal:", C == Mat(*D.ravel().tolist()))
