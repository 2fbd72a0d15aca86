import numpy as np

# Задание 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
h1 = np.tanh(X @ W1)
h2 = np.tanh(h1 @ W2)
y = h2 @ W3
print("вход:", X.shape)
print("слой 1:", h1.shape)
print("слой 2:", h2.shape)
print("выход:", y.shape)

# Задание 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.dot(np.transpose(A), B)
assert C.shape == (3, 4), "форма неверна"
print("Форма:", C.shape)

# Задание 3
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0] * 2 for _ in range(2)]
for i in range(2):
    for j in range(2):
        s = 0
        for k in range(2):
            s += A[i][k] * B[k][j]
        C[i][j] = s
print(C)
D = np.array(A) @ np.array(B)
ошибки = 0
for i in range(2):
    for j in range(2):
        if C[i][j] != D[j][i]:
            ошибки += 1
print("Число ошибок:", ошибки)
