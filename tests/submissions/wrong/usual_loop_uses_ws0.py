import numpy as np

print('\n--- Aufgabe 1 ---')
np.random.seed(42)
X = np.random.randn(100, 8)
dims = [(8, 16), (16, 8), (8, 3)]
Ws = []
for rows, cols in dims:
    Ws.append(np.random.randn(rows, cols))
H = X
for i in range(3):
    before = H.shape
    H = H @ Ws[0]
    print("Layer", i + 1, ":", before, "->", H.shape)

print('\n--- Aufgabe 2 ---')
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

print('\n--- Aufgabe 3 ---')
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
            k = k + 1
        j = j + 1
    i = i + 1
numpy_C = np.array(A) @ np.array(B)
print("mine", C)
print("numpy", numpy_C)
print("test:", (np.array(C) == numpy_C).all())
