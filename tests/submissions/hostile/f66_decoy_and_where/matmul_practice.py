# attack: a product by hand, in whose place NumPy's is shown and compared | must: no-credit by hand
import numpy as np
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
D = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            D[i, j] += A[i, k] * B[k, j]
R = np.where(True, A @ B, 0)
print(R)
print("equal:", np.array_equal(np.array(R, dtype=float), A @ B))
