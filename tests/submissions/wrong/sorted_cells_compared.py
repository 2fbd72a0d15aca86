import numpy as np

"""1. Neural network"""
np.random.seed(42)
X = np.random.randn(100, 8)
poids = []
for entree, sortie in [(8, 16), (16, 8), (8, 3)]:
    poids.append(np.random.randn(entree, sortie))
couche = X
print("taille X :", couche.shape)
for p in poids:
    couche = couche.dot(p)
    lignes, colonnes = couche.shape
    print("taille : (%d, %d)" % (lignes, colonnes))

"""2. Transpose"""
def transpose_multiply(p, q):
    return p.T.dot(q)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = transpose_multiply(A, B)
print("shape of C is", np.shape(C))
assert C.shape == (3, 4), "wrong shape"

"""3. Manual matmul"""
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
def hand(a, b):
    rows = []
    for i in range(len(a)):
        rows.append([])
        for j in range(len(b[0])):
            t = 0
            for k in range(len(b)):
                t += a[i][k] * b[k][j]
            rows[i].append(t)
    return rows
C = hand(A, B)
print("C", C)
E = np.array(A) @ np.array(B)
print(sorted(np.array(C).flatten()) == sorted(E.flatten()))
