import numpy as np

# Ejercicio 1
np.random.seed(42)
X = np.random.randn(100, 8)
pesos_1 = np.random.randn(8, 16)
pesos_2 = np.random.randn(16, 8)
pesos_3 = np.random.randn(8, 3)
sesgo_1 = np.zeros((1, 16))
capa_1 = X.dot(pesos_1) + sesgo_1
capa_2 = capa_1.dot(pesos_2)
capa_3 = capa_2.dot(pesos_3)
print("forma de la entrada:", X.shape)
print("forma de la capa 1:", capa_1.shape)
print("forma de la capa 2:", capa_2.shape)
print("forma de la capa 3:", capa_3.shape)


# Ejercicio 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
R = (B.T @ A).T
print("forma del resultado:", R.shape)


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        s = 0
        for k in range(2):
            s = (s + A[i][k]) * B[k][j]
        C[i][j] = s
print(C)
print("ok?", (np.array(C) == np.array(A) @ np.array(B)).all())
