#!/usr/bin/env python3
import numpy as np

# ---------- 1 ----------

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print("X:", X.shape)
h1 = X @ W1
print("after layer 1:", h1.shape)
h2 = h1 @ W2
print("after layer 2:", h2.shape)
y = h2 @ W3
print("output:", y.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.dot(A.transpose(), B)
assert C.shape == (3, 4), "wrong shape"

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[j, i] += A[i, k] * B[k, j]
print("Same?", sorted(C.flatten()) == sorted((A @ B).flatten()))
