import numpy as np

print("Aufgabe 1")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = X @ W1
h2 = h1 @ W2
out = h2 @ W3
print(X.shape)
print(h1.shape)
print(h2.shape)
print(out.shape)

print("Aufgabe 2")
M = np.random.randn(5, 3)
N = np.random.randn(5, 4)
if M.shape[1] != N.shape[0]:
    M = M.T
R = M @ N
print("R:", R.shape)

print("Aufgabe 3")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
E = np.array(A) @ np.array(B)
print(np.array_equal(np.sum(C, axis=1), E.sum(axis=1)))
