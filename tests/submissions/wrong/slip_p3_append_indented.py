import numpy as np

#### exercise 3 ####
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = []
for i in range(2):
    row = []
    for j in range(2):
        s = 0
        for k in range(2):
            s += A[i, k] * B[k, j]
            row.append(s)
    C.append(row)
print(C)
print("equal:", np.array_equal(C, A @ B))

#### exercise 2 ####
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for r in range(5):
    for i in range(3):
        for j in range(4):
            C[i, j] += A[r, i] * B[r, j]
print(C.shape, np.allclose(C, A.T @ B))

#### exercise 1 ####
np.random.seed(42)
entree = np.random.randn(100, 8)
def couche(x, sortie):
    poids = np.random.randn(x.shape[1], sortie)
    y = x.dot(poids)
    print(f"{x.shape} -> {y.shape}")
    return y
couche(couche(couche(entree, 16), 8), 3)
