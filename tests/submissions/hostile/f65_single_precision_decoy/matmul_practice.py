# attack: NumPy's product in single precision, beside loops whose products are thrown away | must: no-credit by hand
import numpy as np
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
for i in range(2):
    for j in range(2):
        for k in range(2):
            p = A[i, k] * B[k, j]
N = (A @ B).T.astype("f4")
R = N.T
print(R)
print("equal:", np.array_equal(np.array(R, dtype=float), A @ B))
