import numpy as np
def loops(a, b):
    c = []
    for i in range(len(a)):
        c.append([0] * len(b[0]))
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                c[i][j] += a[i][k] * b[k][j]
    return c
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h = X @ W1
print(h.shape)
h2 = h @ W2
print(h2.shape)
y = h2 @ W3
print(y.shape)
print(np.allclose(y, loops(h2, W3)))
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
result = A.T @ B
print("shape", result.shape)
print(np.allclose(result, loops(A.T, B)))
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
result = loops(A, B)
print(result)
print(np.array_equal(result, np.array(A) @ np.array(B)))
