import numpy as np

# --- 1 ---
np.random.seed(42)
entree = np.random.randn(100, 8)
def couche(x, sortie):
    poids = np.random.randn(x.shape[1], sortie)
    y = x.dot(poids)
    print(f"{x.shape} -> {y.shape}")
    return y
couche(couche(couche(entree, 16), 8), 3)

# --- 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B + 1
print(C.shape)

# --- 3 ---
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
