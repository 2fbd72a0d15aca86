"""Matrix multiplication practice."""
import numpy as np

# --- Ejercicio 1
np.random.seed(42)
datos = np.random.randn(100, 8)
capas = [8, 16, 8, 3]
pesos = [np.random.randn(a, b) for a, b in zip(capas, capas[1:])]
actual = datos
print("entrada", actual.shape)
for n, W in enumerate(pesos, 1):
    actual = np.dot(actual, W)
    print("capa", n, actual.shape)

# --- Ejercicio 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
shape = (A.shape[1], B.shape[1])
print('shape of C:', shape)

# --- Ejercicio 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("Correct:", np.array_equal(C, A @ B))
