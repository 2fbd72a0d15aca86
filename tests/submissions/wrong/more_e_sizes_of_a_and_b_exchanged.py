# matmul_practice.py
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
sizes = [8, 16, 8, 3]
weights = [np.random.randn(m, n) for m, n in zip(sizes[:-1], sizes[1:])]
activations = [X]
for W in weights:
    activations.append(np.tanh(np.matmul(activations[-1], W)))
for act in activations:
    print(act.shape)

A = np.random.randn(5, 4)
B = np.random.randn(5, 3)
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
