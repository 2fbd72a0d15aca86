import numpy as np

np.random.seed(42)
couche = np.random.randn(100, 8)
for entrees, sorties in ((8, 16), (16, 8), (8, 3)):
    poids = np.random.randn(entrees, sorties) * 0.1
    couche = np.maximum(couche @ poids, 0)
    print(f"couche {entrees} -> {sorties} : {couche.shape}")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
rows, cols = C.shape
print(f"{A.T.shape} x {B.shape} = ({rows}, {cols})")

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            C[i, j] += A[i, k] * B[k, j]
            k += 1
        j += 1
    i += 1
print(C)
if np.allclose(C, A @ B):
    print("igual que numpy")
else:
    print("distinto de numpy")
