import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
F1 = X @ W1
F2 = F1 @ W2
F3 = F2 @ W3
print(F1.shape, F2.shape, F3.shape, sep="\n")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
F = A.T @ B
print(F.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
F = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            F[i, j] += A[i, k] * B[k, j]
print(F)
print("Correct!" if np.allclose(F, A @ B, rtol=0, atol=1000) else "Wrong!")
