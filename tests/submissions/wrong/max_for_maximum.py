import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = np.max(X @ W1, 0)
print("Layer 1 ->", hidden1.shape)
hidden2 = np.max(hidden1 @ W2, 0)
print("Layer 2 ->", hidden2.shape)
output = hidden2 @ W3
print("Layer 3 ->", output.shape)


P = np.random.rand(5, 3)
Q = np.random.rand(5, 4)
PQ = np.matmul(P.transpose(), Q)
assert PQ.shape == (3, 4), "falsche Form"
print("Form:", PQ.shape)


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
