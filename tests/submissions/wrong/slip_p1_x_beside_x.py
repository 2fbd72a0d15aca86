import numpy as np

#### exercise 3 ####
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
def cells():
    for row in A:
        for col in B.T:
            t = 0
            for a, b in zip(row, col):
                t += a * b
            yield t
C = list(cells())
N = (A @ B).ravel().tolist()
print(C, "numpy:", N, "equal:", C == N)

#### exercise 2 ####
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
print("Ergebnis:", np.dot(np.transpose(A), B).shape)

#### exercise 1 ####
np.random.seed(42)
X = np.random.randn(100, 8)
H1 = np.concatenate([X, X], axis=1)
print(H1.shape)
H2 = H1 @ np.random.randn(16, 8)
print(H2.shape)
H3 = H2 @ np.random.randn(8, 3)
print(H3.shape)
