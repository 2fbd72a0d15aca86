# Matrix practice
import numpy as np

np.random.seed(42)
datos = np.random.randn(100, 8)
pesos = {"capa1": np.random.randn(8, 16), "capa2": np.random.randn(16, 8), "capa3": np.random.randn(8, 3)}
print("Entrada:", datos.shape)
salida = datos
for nombre, p in pesos.items():
    salida = np.matmul(salida, p)
    print(nombre, "->", salida.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.dot(A.transpose(), B)
assert C.shape == (3, 4), "wrong shape"

def dot2(A, B):
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    return C[0]
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
R = dot2(A, B)
print(R)
print(np.array_equal(R, np.matmul(A, B)))
