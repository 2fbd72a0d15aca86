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
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
gram = np.zeros((3, 3))
for row in A:
    gram += np.outer(row, row)
print(gram.shape)

#### exercise 1 ####
np.random.seed(42)
entree = np.random.randn(100, 8)
def couche(x, sortie):
    poids = np.random.randn(x.shape[1], sortie)
    y = x.dot(poids)
    print(f"{x.shape} -> {y.shape}")
    return y
couche(couche(couche(entree, 16), 8), 3)
