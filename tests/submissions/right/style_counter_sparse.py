import numpy as np

################ one ################
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
h = np.einsum("bi,io->bo", X, W1); print(h.shape)
h = np.einsum("bi,io->bo", h, W2); print(h.shape)
h = np.einsum("bi,io->bo", h, W3); print(h.shape)

################ two ################
a, b = np.random.randn(5, 3), np.random.randn(5, 4)
r = np.einsum("ni,nj->ij", a, b)
print("result has %d rows and %d columns" % r.shape)

################ three ################
from collections import Counter
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = Counter()
for i in range(2):
    for k in range(2):
        for j in range(2):
            C[i, j] += A[i][k] * B[k][j]
print(dict(C))
reference = Counter({(i, j): int(v) for (i, j), v in np.ndenumerate(np.matmul(A, B))})
print("counters equal:", C == reference)
