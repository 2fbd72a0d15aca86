"""Try This"""
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
print(X.shape)
h1 = np.zeros((100, 16))
total = 0
for i in range(100):
    for j in range(16):
        for k in range(8):
            total += X[i, k] * W1[k, j]
        h1[i, j] = total
print(h1.shape)
h2 = h1 @ W2
print(h2.shape)
out = h2 @ W3
print(out.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
resultado = []
for fila in A:
    nueva = []
    for j in range(2):
        suma = 0
        for k in range(2):
            suma = suma + fila[k] * B[k][j]
        nueva.append(suma)
    resultado.append(nueva)
print("A mano:", resultado)
esperado = np.dot(A, B)
if (np.array(resultado) == esperado).all():
    print("Correcto")
else:
    print("Incorrecto")
