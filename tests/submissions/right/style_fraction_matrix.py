import numpy as np

# --- part 1 ---
np.random.seed(42)
X = np.random.randn(100, 8)
layer1 = X @ np.ones((8, 16))
layer2 = layer1 @ np.ones((16, 8))
layer3 = layer2 @ np.ones((8, 3))
print(layer1.shape, layer2.shape, layer3.shape, sep="\n")

# --- part 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    print((A @ B).shape)
except ValueError as err:
    print("Oops:", err)
    print("now with a transpose:", (A.T @ B).shape)

# --- part 3 ---
from fractions import Fraction as F
A = [[F(1), F(2)], [F(3), F(4)]]
B = [[F(5), F(6)], [F(7), F(8)]]
C = [[F(0)] * 2 for _ in range(2)]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print([[str(x) for x in r] for r in C])
ref = np.array([[1, 2], [3, 4]]) @ np.array([[5, 6], [7, 8]])
print(all(C[i][j] == ref[i, j] for i in range(2) for j in range(2)))
