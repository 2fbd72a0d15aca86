# Countdown!  (exercise 3 first because it is the basis for the others)

# ----- 3 -----
import numpy as np
from math import fsum

m1 = [[1.0, 2.0], [3.0, 4.0]]
m2 = [[5.0, 6.0], [7.0, 8.0]]

three = [[fsum(p * q for p, q in zip(line, [m2[0][c], m2[1][c]])) for c in range(2)] for line in m1]
print("3...", three)
check = np.asarray(m1) @ np.asarray(m2)
for y in range(2):
    for x in range(2):
        assert three[y][x] == check[y, x], f"cell {y},{x}: {three[y][x]} and {check[y, x]}"
print("     (same as numpy)")

# ----- 2 -----
rng = np.random.RandomState(42)
rng.seed(7)
two_a = rng.randn(5, 3)
two_b = rng.randn(5, 4)
two = np.column_stack([two_a.T @ column for column in two_b.T])
print("2...", two.shape)
assert np.allclose(two, two_a.T @ two_b)

# ----- 1 -----
rng.seed(42)
one = [rng.randn(100, 8)]
for n in range(3):
    w = rng.randn(one[n].shape[1], [16, 8, 3][n])
    one.append(np.matmul(one[n], w))
    print("1..." + "." * n, one[-1].shape)

print("0... lift off")
