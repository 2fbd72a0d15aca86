import numpy as np

#### exercise 3 ####
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
zellen = {}
for i in range(2):
    for k in range(2):
        for j in range(2):
            zellen[i, j] = zellen.get((i, j), 0) + A[i, k] * B[k, j]
soll = np.dot(A, B)
for (i, j), wert in zellen.items():
    print(i, j, wert, "stimmt" if wert == soll[i, j] else "falsch")

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
data = np.random.randn(100, 8)
sizes = {16, 8, 3}
for size in sorted(sizes):
    data = np.dot(data, np.random.randn(data.shape[1], size))
    print("now", data.shape)
