import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Z1 = X @ W1
print(f"{Z1.shape = }")
Z2 = Z1 @ W2
print(f"{Z2.shape = }")
Z3 = Z2 @ W3
print(f"{Z3.shape = }")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
Z = A.T @ B
print(f"{Z.shape = }")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
NP = np.array(A) @ np.array(B)
worst = 0
for i in range(2):
    for j in range(2):
        total = 0
        for k in range(2):
            total += A[i][k] * B[k][j]
        worst = max(worst, abs(total - NP[i, j]))
print("largest difference to numpy:", worst)
if worst < 1e-12:
    print("Everything fine!")
