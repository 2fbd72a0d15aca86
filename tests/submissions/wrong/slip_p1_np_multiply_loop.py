import numpy as np

#### exercise 3 ####
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

#### exercise 2 ####
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
assert R.shape == (3, 4), "mauvaise forme"

#### exercise 1 ####
np.random.seed(42)
werte = np.random.randn(100, 8)
for w in [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]:
    werte = np.multiply(werte, w)
    print(werte.shape)
