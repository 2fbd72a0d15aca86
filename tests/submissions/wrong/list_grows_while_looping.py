import numpy as np

# Exercise 1

np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
outputs = [X]
for out in outputs:
    n = len(outputs)
    outputs.append(out @ W[n - 1] if n < 4 else out)
    if n < 4:
        print(outputs[-1].shape)

# Exercise 2

A, B = np.random.randn(5, 3), np.random.randn(5, 4)
ergebnis = np.matmul(A.transpose(), B)
print(f"Form des Ergebnisses: {ergebnis.shape}")

# Exercise 3

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[sum(A[i, k] * B[k, j] for k in range(2)) for j in range(2)] for i in range(2)]
print(np.array(C))
print(A @ B)
if np.array_equal(C, A @ B):
    print("iguales")
else:
    print("distintas")
