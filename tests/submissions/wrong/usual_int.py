import numpy as np

# 第一题
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
relu = lambda z: np.where(z > 0, z, 0)
H1 = relu(X @ W1)
print("第一层形状：", H1.shape)
H2 = relu(H1 @ W2)
print("第二层形状：", H2.shape)
Y = H2 @ W3
print("输出形状：", Y.shape)

# 第二题
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
Y = (A.T @ B).astype(int)
print("转置以后：", Y.shape)

# 第三题
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
行, 列 = A.shape[0], B.shape[1]
Y = np.zeros((行, 列))
for i in range(行):
    for j in range(列):
        和 = 0
        for k in range(A.shape[1]):
            和 += A[i, k] * B[k, j]
        Y[i, j] = 和
print("手算结果：\n", Y)
print("NumPy 结果：\n", A @ B)
assert np.allclose(Y, A @ B), "不一样"
print("验证通过")
