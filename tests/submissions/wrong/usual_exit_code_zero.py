import sys
import numpy as np

ok = True

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.uniform(-1, 1, (8, 16))
W2 = np.random.uniform(-1, 1, (16, 8))
W3 = np.random.uniform(-1, 1, (8, 3))

h = X
for W, expected in ((W1, (100, 16)), (W2, (100, 8)), (W3, (100, 3))):
    h = h.dot(W)
    print(h.shape)
    ok = ok and h.shape == expected

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
AB = A.T.dot(B)
print(AB.shape)
ok = ok and AB.shape == (3, 4)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for i in range(2):
    C.append([])
    for j in range(2):
        s = 0
        for k in range(2):
            s += A[i][k] * B[k][j]
        C[-1].append(s)
print(C)

if not ok:
    print("something is wrong")
    sys.exit(1)
print("everything fine")
sys.exit(0)
