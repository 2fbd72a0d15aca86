import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
p = [np.random.randn(*s) for s in zip((8, 16, 8), (16, 8, 3))]
a = [X]
for w in p:
    a += [np.maximum(0, a[-1] @ w)] if w is not p[-1] else [a[-1] @ w]
print(*[x.shape for x in a[1:]], sep="\n")
G = {"A": np.random.randn(5, 3), "B": np.random.randn(5, 4)}
print((G["A"].T @ G["B"]).shape)
A, B = np.arange(1, 9).reshape(2, 2, 2)
C = np.zeros((2, 2), int)
for i in range(2):
    for j in range(2):
        C[i, j] = A[i, 0] * B[0, j]
        C[i, j] += A[i, 1] * B[1, j]
print(C)
print(A @ B)
print("Equal?", np.array_equiv(C, A @ B))
