import numpy as np

# --- 1 ---
zufall = np.random.RandomState(43)
X = zufall.randn(100, 8)
ebene = X
for spalten in (16, 8, 3):
    ebene = ebene @ zufall.randn(ebene.shape[1], spalten)
    print(ebene.shape)

# --- 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

# --- 3 ---
def dot(u, v):
    total = 0
    for n in range(len(u)):
        total = total + u[n] * v[n]
    return total
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
M = np.array([[dot(A[r, :], B[:, c]) for c in (0, 1)] for r in (0, 1)])
print(M, A @ B, sep="\n")
np.testing.assert_array_equal(M, A @ B)
