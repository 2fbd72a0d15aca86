import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
one = X @ W1
two = one @ W2
three = two @ W3
print("one: Zeilen", one.shape[0], "Spalten", one.shape[1])
print("two: Zeilen", two.shape[0], "Spalten", two.shape[1])
print("three: Zeilen", three.shape[0], "Spalten", three.shape[1])
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
res = A.T @ B
for z in res:
    for s in z:
        print("%8.3f" % s, end="")
    print()
print("Zeilen", len(res), "Spalten", len(res[0]))
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
res = np.zeros((2, 2))
for z in range(2):
    for s in range(2):
        for k in range(2):
            res[z][s] += A[z][k] * B[k][s]
for z in res:
    for s in z:
        print("%8.3f" % s, end="")
    print()
print("NumPy:")
for z in np.dot(A, B):
    for s in z:
        print("%8.3f" % s, end="")
    print()
