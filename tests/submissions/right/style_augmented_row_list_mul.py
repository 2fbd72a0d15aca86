import numpy as np

print(f"--- 1 ---")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
step1 = W1.__rmatmul__(X)
print(step1.shape)
step2 = np.dot(W2.T, step1.T).T
print(step2.shape)
step3 = sum(np.outer(step2[:, i], W3[i]) for i in range(8))
print(step3.shape)

print(f"--- 2 ---")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T.dot(B)
assert len(C) == 3 and len(C[0]) == 4
print("assertion passed")

print(f"--- 3 ---")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
def row_times_matrix(row, M):
    acc = [0] * len(M[0])
    for x, m_row in zip(row, M):
        acc = [s + x * m for s, m in zip(acc, m_row)]
    return acc
C = [row_times_matrix(r, B) for r in A]
print(C)
print(*["row %d %s" % (n, "ok" if (np.array(A[n]) @ np.array(B)).tolist() == C[n] else "bad") for n in range(2)], sep="\n")
