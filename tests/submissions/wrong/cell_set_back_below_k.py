import numpy as np

# Aufgabe 1: Netz mit drei Schichten
def relu(werte):
    return np.maximum(werte, 0)


np.random.seed(42)
X = np.random.randn(100, 8)
gewichte = [np.random.randn(8, 16) * 0.1, np.random.randn(16, 8) * 0.1, np.random.randn(8, 3) * 0.1]
aktuell = X
for nummer, gewicht in enumerate(gewichte, start=1):
    aktuell = relu(aktuell @ gewicht)
    print(f"Schicht {nummer}: {aktuell.shape}")


# Ejercicio 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
print("forma del resultado:", R.shape)


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for k in range(2):
    for i in range(2):
        for j in range(2):
            C[i][j] = 0
            C[i][j] += A[i][k] * B[k][j]
print(C)
print("equal:", np.array_equal(C, np.matmul(A, B)))
