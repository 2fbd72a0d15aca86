# Übungen zur Matrixmultiplikation
import numpy as np

# --- Aufgabe 1
def ejercicio_red():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.rand(8, 16)
    W2 = np.random.rand(16, 8)
    W3 = np.random.rand(8, 3)
    s1 = np.matmul(X, W1)
    s2 = np.matmul(s1, W2)
    s3 = np.matmul(s2, W3)
    print(X.shape, "->", s1.shape, "->", s2.shape, "->", s3.shape)
    return s3

ejercicio_red()

# --- Aufgabe 2
A2 = np.random.randn(5, 3)
B2 = np.random.randn(5, 4)
R2 = np.dot(A2.T, B2)
assert R2.shape == (3, 4), "falsche Form"
print("ok")

# --- Aufgabe 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
i = 0
j = 0
while i < 2:
    while j < 2:
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
        j += 1
    i += 1
expected = np.array(A) @ np.array(B)
print(C)
if np.allclose(C, expected):
    print("correct")
else:
    print("wrong")
