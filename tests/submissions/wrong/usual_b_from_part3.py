import numpy as np

def matmul_loops(A, B):
    rows = len(A)
    cols = len(B[0])
    inner = len(B)
    C = [[0] * cols for _ in range(rows)]
    for r in range(rows):
        for c in range(cols):
            for k in range(inner):
                C[r][c] += A[r][k] * B[k][c]
    return C

# 3 first, because I wanted to use the function later
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = matmul_loops(A, B)
print("Part 3:", C)
print("equal to numpy:", np.allclose(C, np.array(A) @ np.array(B)))
for n in (1, 2, 3, 5):
    P = np.random.randint(0, 10, (n, n + 1))
    Q = np.random.randint(0, 10, (n + 1, n + 2))
    assert np.array_equal(matmul_loops(P, Q), P @ Q), n
print("random tests passed too")

# 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
a = X @ W1
b = a @ W2
c = b @ W3
print("Part 1:", X.shape, a.shape, b.shape, c.shape)

# 2
A = np.random.randn(5, 3)
C = A.T @ B
print("Part 2:", C.shape)
