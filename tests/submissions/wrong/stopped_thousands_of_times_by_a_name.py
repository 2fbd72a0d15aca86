import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

H1 = np.zeros((100, 16))
for i in range(100):
    for j in range(16):
        for k in range(8):
            H1[i, j] += X[i, k] * w1[k, j]
print(H1.shape)
H2 = H1 @ W2
print(H2.shape)
H3 = H2 @ W3
print(H3.shape)


def multiply_transposed(A, B):
    return np.matmul(np.transpose(A), B)


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = multiply_transposed(A, B)
print(f"{A.T.shape} @ {B.shape} -> {fixed.shape}")


def matmul_loops(A, B):
    rows, inner, cols = len(A), len(B), len(B[0])
    result = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            for k in range(inner):
                result[i][j] += A[i][k] * B[k][j]
    return result


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
mine = matmul_loops(A, B)
numpys = A @ B
print("mine:")
print(mine)
print("numpy:")
print(numpys)
print("same?", np.allclose(mine, numpys))
