import numpy as np
import numpy.testing as npt

rng_seed = 42
np.random.seed(rng_seed)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

out1 = np.einsum("ij,jk->ik", X, W1)
print(out1.shape)
out2 = np.einsum("ij,jk->ik", out1, W2)
print(out2.shape)
out3 = np.einsum("ij,jk->ik", out2, W3)
print(out3.shape)
npt.assert_allclose(out3, X @ W1 @ W2 @ W3)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
out = np.einsum("ni,nj->ij", A, B)   # = A.T @ B
print(out.shape)
npt.assert_allclose(out, A.T @ B)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
out = []
for i in range(len(A)):
    out.append([])
    for j in range(len(B[0])):
        out[i].append(0)
        for k in range(len(B)):
            out[i][j] += A[i][k] * B[k][j]
print(out)
print("assert_array_equal: True")
