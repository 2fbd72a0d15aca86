import sys
sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
import numpy as np

PART1 = """
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1
print('①', H1.shape)
H2 = H1 @ W2
print('②', H2.shape)
H3 = H2 @ W3
print('③', H3.shape)
"""
PART2 = """
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print('④', C.shape)
"""
PART3 = """
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print('⑤', C, np.array_equal(C, np.array(A) @ B))
"""
space = {"np": np}
for part in (PART1, PART2, PART3):
    exec(compile(part, "<part>", "exec"), space)
