import numpy as np

# 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
out1 = np.dot(X, W1)
out2 = np.dot(out1, W2)
out3 = np.dot(out2, W3)
print("out1", out1.shape, "out2", out2.shape, "out3", out3.shape)

# 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    out = np.dot(A, np.transpose(B))
    print("out", out.shape)
except ValueError as e:
    print("does not work:", e)

# 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
out = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            out[i, j] = out[i, j] + A[i, k] * B[k, j]
print("out", out)
try:
    np.testing.assert_allclose(out, np.dot(A, B))
    print("equal")
except AssertionError:
    print("not equal")
