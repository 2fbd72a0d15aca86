import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
print(np.einsum("ni,ij->nj", X, W1).shape)
print(np.einsum("ni,ij,jk->nk", X, W1, W2).shape)
print(np.einsum("ni,ij,jk,kl->nl", X, W1, W2, W3).shape)
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print(np.einsum("ni,nj->ij", A, B).shape)
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print(np.array_equal(C, np.einsum("ik,kj->ij", A, B)))
