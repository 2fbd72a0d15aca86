import numpy as np

# ----- 3 -----
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
terms = []
for i in range(2):
    for j in range(2):
        for k in range(2):
            terms.append(A[i][k] * B[k][j])
        C[i][j] = sum(terms)
print(C)
print("match:", np.array_equal(C, A @ B))

# ----- 2 -----
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = np.dot(np.transpose(A), B)
assert fixed.shape == (3, 4)
print("fixed:", fixed.shape)

# ----- 1 -----
np.random.seed(42)
daten = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
schicht = daten
for nr, g in enumerate(gewichte, 1):
    schicht = np.dot(schicht, g)
    print("Schicht", nr, "hat die Form", schicht.shape)
