import numpy as np
def log(text): print(text)
np.random.seed(42)
X = np.random.randn(100, 8)
log("Exercise 1: step 3 of 4")
h = X
for n, m in [(8, 16), (16, 8), (8, 3)]:
    h = h @ np.random.randn(n, m)
    log(f"layer {h.shape}")
log("Exercise 2: make the inner dimensions meet")
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B
log(f"got {C.shape}")
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A]
log(f"Exercise 3: {C}, equal to numpy: {np.array_equal(C, np.dot(A, B))}")
