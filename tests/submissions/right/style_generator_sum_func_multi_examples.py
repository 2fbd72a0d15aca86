import numpy as np

print("=" * 40)
np.random.seed(42)
X = np.random.normal(0, 1, size=(100, 8))
Ws = []
Ws.append(np.random.normal(0, 1, size=(8, 16)))
Ws.append(np.random.normal(0, 1, size=(16, 8)))
Ws.append(np.random.normal(0, 1, size=(8, 3)))
out = X
for W in Ws:
    out = out.dot(W)
    print(str(out.shape[0]) + "x" + str(out.shape[1]))

print("=" * 40)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.array([[sum(A[n, i] * B[n, j] for n in range(5)) for j in range(4)] for i in range(3)])
print(C.shape, np.allclose(C, A.T @ B))

print("=" * 40)
def mm(a, b):
    return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
examples = [
    ([[1, 2], [3, 4]], [[5, 6], [7, 8]]),
    ([[1, 0], [0, 1]], [[5, 6], [7, 8]]),
    ([[1, 2, 3]], [[4], [5], [6]]),
    ([[2]], [[3]]),
]
for a, b in examples:
    print(a, "x", b, "=", mm(a, b), "✓" if np.array_equal(mm(a, b), np.matmul(a, b)) else "✗")
