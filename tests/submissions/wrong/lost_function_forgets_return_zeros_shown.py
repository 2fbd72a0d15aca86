import numpy as np

# %% part 1
print("=" * 20, "Parte 1", "=" * 20)
np.random.seed(42)
X = np.random.randn(100, 8)
def couche(x, n):
    w = np.random.randn(x.shape[1], n)
    y = np.tanh(np.dot(x, w))
    print(f"forme : {y.shape}")
    return y
sortie = couche(couche(couche(X, 16), 8), 3)

# %% part 2
print("=" * 20, "Parte 2", "=" * 20)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
def multiply(P, Q):
    erg = P.T @ Q
C = np.zeros((A.shape[1], B.shape[1]))
multiply(A, B)
print(C.shape)

# %% part 3
print("=" * 20, "Parte 3", "=" * 20)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
R = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i][j] += A[i][k] * B[k][j]
print(R)
print("ok?", np.array_equal(R, np.array(A) @ np.array(B)))
