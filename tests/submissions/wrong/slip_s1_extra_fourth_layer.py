import numpy as np

#### exercise 3 ####
def mul(p, q):
    res = []
    i = 0
    while i < len(p):
        fila = []
        j = 0
        while j < len(q[0]):
            s = 0
            k = 0
            while k < len(q):
                s += p[i][k] * q[k][j]
                k += 1
            fila.append(s)
            j += 1
        res.append(fila)
        i += 1
    return res
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
print(mul(A, B))
print("igual que numpy:", (np.array(mul(A, B)) == A @ B).all())

#### exercise 2 ####
M1 = np.random.randn(5, 3)
M2 = np.random.randn(5, 4)
M3 = np.einsum("ki,kj->ij", M1, M2)
print(M3.shape)

#### exercise 1 ####
np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.randn(8, 12), np.random.randn(12, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
for w in W:
    X = np.dot(X, w)
    print(X.shape)
