from decimal import Decimal
from fractions import Fraction
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
h1 = X @ np.random.randn(8, 16)
h2 = h1 @ np.random.randn(16, 8)
h3 = h2 @ np.random.randn(8, 3)
print(f"{'layer':<10}|{'rows':>6}|{'cols':>6}")
print("-" * 24)
for n, h in (("one", h1), ("two", h2), ("three", h3)):
    print(f"{n:<10}|{h.shape[0]:>6}|{h.shape[1]:>6}")
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B
print(f"{'C':<10}|{C.shape[0]:>6}|{C.shape[1]:>6}")
A = [[Fraction(1), Fraction(2)], [Fraction(3), Fraction(4)]]
B = [[Decimal(5), Decimal(6)], [Decimal(7), Decimal(8)]]
for i in range(2):
    for j in range(2):
        s = Fraction(0)
        for k in range(2):
            s += A[i][k] * Fraction(B[k][j])
        print(f"C{i+1}{j+1} = {s}", end="  ")
        print("numpy:", np.dot([int(x) for x in A[i]], [int(B[k][j]) for k in range(2)]))
