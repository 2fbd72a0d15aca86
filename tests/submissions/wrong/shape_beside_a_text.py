import numpy as np

# Part 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
print("hidden 1:", h1.shape)
h2 = h1 @ W2
print("hidden 2:", h2.shape)
out = h2 @ W3
print("output:", out.shape)


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("Shape is (3, 4):", C.shape == "(3, 4)")


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
resultado = [[0, 0], [0, 0]]
for fila in range(len(A)):
    for col in range(len(B[0])):
        total = 0
        for k in range(len(B)):
            total += A[fila][k] * B[k][col]
        resultado[fila][col] = total
print("a mano:", resultado)
print("numpy :", np.dot(A, B).tolist())
assert (np.array(resultado) == np.dot(A, B)).all()
print("coinciden")
