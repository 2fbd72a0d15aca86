import numpy as np

print("=" * 40)
np.random.seed(42)
X = np.random.randn(800).reshape(100, 8)
W1 = np.random.randn(128).reshape(8, 16)
W2 = np.random.randn(128).reshape(16, 8)
W3 = np.random.randn(24).reshape(8, 3)
a = X @ W1
b = a @ W2
c = b @ W3
print("shapes:", [m.shape for m in (a, b, c)])

print("=" * 40)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.tensordot(A, B, axes=([0], [0]))
print(f"{C.shape=}")

print("=" * 40)
import json
A = json.loads("[[1, 2], [3, 4]]")
B = json.loads("[[5, 6], [7, 8]]")
C = []
for r in A:
    C.append([0] * len(B[0]))
    for k, x in enumerate(r):
        for j, y in enumerate(B[k]):
            C[-1][j] += x * y
print(json.dumps({"A": A, "B": B, "C": C, "numpy": np.matmul(A, B).tolist(),
                  "equal": C == np.matmul(A, B).tolist()}, indent=1))
