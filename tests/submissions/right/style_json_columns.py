import numpy as np

import json
np.random.seed(42)
X = np.random.randn(100, 8)
hs = [X]
for s in ((8, 16), (16, 8), (8, 3)):
    hs.append(hs[-1] @ np.random.randn(*s))
print(json.dumps({"rows": [h.shape[0] for h in hs], "cols": [h.shape[1] for h in hs]}))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
