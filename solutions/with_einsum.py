"""The same with einsum, which names the dimension that is summed over."""

import numpy as np

np.random.seed(42)
samples = np.random.randn(100, 8)
for width in (16, 8, 3):
    weights = np.random.randn(samples.shape[1], width)
    samples = np.einsum("nf,fw->nw", samples, weights)
    print("samples:", samples.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A.T @ B:", np.einsum("ki,kj->ij", A, B).shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
by_hand = np.zeros((2, 2), dtype=int)
for i, j, k in np.ndindex(2, 2, 2):
    by_hand[i, j] += A[i, k] * B[k, j]
difference = by_hand - np.einsum("ik,kj->ij", A, B)
print("difference from NumPy:", difference.tolist())
