import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
L = [X, X @ W1]
L.append(L[-1] @ W2)
L.append(L[-1] @ W3)
print("columns:", *(m.shape[1] for m in L))
print("rows:   ", *(m.shape[0] for m in L))

# --- 2
A = np.random.randn(5, 3).tolist()
B = np.random.randn(5, 4).tolist()
At = [[A[r][c] for r in range(len(A))] for c in range(len(A[0]))]
C = np.dot(At, B)
print("shape:", C.shape)

# --- 3
class MatrixMismatch(Exception):
    pass
def verify(mine, theirs):
    for i, (r, s) in enumerate(zip(mine, theirs)):
        for j, (x, y) in enumerate(zip(r, s)):
            if x != y:
                raise MatrixMismatch(f"[{i}][{j}]: {x} vs {y}")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for row in A:
    C.append([row[0] * B[0][j] + row[1] * B[1][j] for j in range(2)])
verify(C, np.array(A) @ np.array(B))
print("C:", C, "- verified")
