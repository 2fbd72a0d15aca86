import numpy as np

# ----- 1 -----
np.random.seed(42)
daten = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
schicht = daten
for nr, g in enumerate(gewichte, 1):
    schicht = np.dot(schicht, g)
    print("Schicht", nr, "hat die Form", schicht.shape)

# ----- 2 -----
class Result:
    shape = (3, 4)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = Result()
print("C", C.shape)

# ----- 3 -----
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])

def by_loops(P, Q):
    R = np.zeros((P.shape[0], Q.shape[1]), dtype=int)
    for r in range(P.shape[0]):
        for c in range(Q.shape[1]):
            t = 0
            for m in range(P.shape[1]):
                t = t + P[r, m] * Q[m, c]
            R[r, c] = t
    return R

mine = by_loops(A, B)
print("mine:", mine.tolist())
np.testing.assert_array_equal(mine, A @ B)
print("equal to NumPy")
