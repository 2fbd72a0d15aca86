import numpy as np

rs = np.random
rs.seed(42)

X = rs.randn(100, 8)
W1, W2, W3 = rs.randn(8, 16), rs.randn(16, 8), rs.randn(8, 3)
L1 = np.einsum("ij,jk->ik", X, W1)
L2 = np.einsum("ij,jk->ik", L1, W2)
L3 = np.einsum("ij,jk->ik", L2, W3)
print("shapes:", L1.shape, L2.shape, L3.shape)

A = rs.randn(5, 3)
B = rs.randn(5, 4)
R = np.einsum("ij,jk->ik", A, B)
print("shape:", R.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
R = np.zeros((2, 2), dtype=int)
for i in range(2):
    for k in range(2):
        for j in range(2):
            R[i, k] += A[i, j] * B[j, k]
print("by loops:", R.tolist())
print("einsum:", np.einsum("ij,jk->ik", A, B).tolist())
