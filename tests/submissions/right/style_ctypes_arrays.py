import ctypes
import numpy as np

print(f"--- 1 ---")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.linspace(-1, 1, 8 * 16).reshape(8, 16)
W2 = np.linspace(-1, 1, 16 * 8).reshape(16, 8)
W3 = np.linspace(-1, 1, 8 * 3).reshape(8, 3)
out1 = X @ W1
out2 = out1 @ W2
out3 = out2 @ W3
print("out1", out1.shape, "out2", out2.shape, "out3", out3.shape)

print(f"--- 2 ---")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
batch = np.matmul(A.T[None], B[None])
print("batch of one:", batch.shape, "and the one:", batch[0].shape)

print(f"--- 3 ---")
Row = ctypes.c_int * 2
Mat = Row * 2
A = Mat(Row(1, 2), Row(3, 4))
B = Mat(Row(5, 6), Row(7, 8))
C = Mat()
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print([list(r) for r in C])
print(np.array_equal(np.array([list(r) for r in C]), np.array([list(r) for r in A]) @ np.array([list(r) for r in B])))
