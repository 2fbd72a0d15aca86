import numpy as np

print("Exercice 1 : réseau à trois couches")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
couche1 = X @ W1
print("couche 1 :", couche1.shape)
couche2 = np.int_(couche1 @ W2)
print("couche 2 :", couche2.shape, "première ligne :", couche2[0])
couche3 = couche2 @ W3
print("couche 3 :", couche3.shape)

print("Exercice 2 : transposée")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("A :", A.shape, "B :", B.shape)
D = np.tensordot(A, B, axes=(0, 0))
print("résultat :", D.shape)

print("Exercice 3 : à la main")
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
D = [[None, None], [None, None]]
for i in (0, 1):
    for j in (0, 1):
        produits = []
        for k in (0, 1):
            produits.append(A[i][k] * B[k][j])
        D[i][j] = sum(produits)
        print("case", i, j, ":", D[i][j])
print("vérifié avec NumPy :", np.array_equal(D, A @ B))
