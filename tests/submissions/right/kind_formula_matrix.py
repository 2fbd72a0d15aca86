import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
H = X
for W in (np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)):
    H = np.asarray([W.T @ x for x in H])
    print("H is now", H.shape)
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = np.asarray([[np.vdot(A[:, i], B[:, j]) for j in range(B.shape[1])] for i in range(3)])
print("C is", C.shape)
A = lambda i, j: 2 * i + j + 1
B = lambda i, j: 2 * i + j + 5
C = lambda i, j: sum(A(i, k) * B(k, j) for k in range(2))
show = lambda M: [[M(i, j) for j in range(2)] for i in range(2)]
print(show(A), "times", show(B), "is", show(C))
print("numpy:", np.array_equal(np.array(show(A)) @ np.array(show(B)), show(C)))
