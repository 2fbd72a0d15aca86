import numpy as np, timeit
np.random.seed(42)
X = np.random.randn(100, 8)
Ws = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
Y = X
for n, W in enumerate(Ws, 1):
    Y = Y @ W
    print(f"Nach Schicht {n}: {Y.shape}")
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
print("Form:", (A.T @ B).shape)
def matmul(a, b):
    out = np.zeros((a.shape[0], b.shape[1]))
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            for k in range(a.shape[1]):
                out[i, j] += a[i, k] * b[k, j]
    return out
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
C = matmul(A, B)
print("Ergebnis", C.tolist(), "richtig" if np.allclose(C, A @ B) else "falsch")
print("Zufallstests:")
fehler = 0
for t in range(20):
    n, m, p = np.random.randint(1, 6, 3)
    P, Q = np.random.randn(n, m), np.random.randn(m, p)
    if not np.allclose(matmul(P, Q), P @ Q):
        fehler += 1
print("20 Tests, Fehler:", fehler)
t1 = timeit.timeit(lambda: matmul(A, B), number=100); t2 = timeit.timeit(lambda: A @ B, number=100)
print(f"NumPy ist {t1 / t2:.0f} mal so schnell, das ist ein großer Unterschied")
