import numpy as np

# 問題1：3層のネットワーク
np.random.seed(42)
X = np.random.rand(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

def 順伝播(x, 重み):
    for 番号, w in enumerate(重み, 1):
        x = x @ w
        print(f"第{番号}層の形: {x.shape}")
    return x

出力 = 順伝播(X, [W1, W2, W3])

# 問題2：転置
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("結果の形:", C.shape)

# 問題3：手計算
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print("手計算:", C)
print("NumPy:", np.dot(A, B).tolist())
print("一致:", np.array_equal(C, np.dot(A, B)))
