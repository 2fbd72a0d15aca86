import numpy as np


def cross(u, v):
    return u.T @ v


def times(u, v):
    out = np.zeros((u.shape[0], v.shape[1]))
    for i in range(u.shape[0]):
        for j in range(v.shape[1]):
            for k in range(u.shape[1]):
                out[i, j] += u[i, k] * v[k, j]
    return out


np.random.seed(42)
X = np.random.randn(100, 8)
first = X @ np.random.randn(8, 16)
second = first @ np.random.randn(16, 8)
third = second @ np.random.randn(8, 3)
print("Task 1:", first.shape, second.shape, third.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
result = cross(B, A)
print("Task 2:", result.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = times(A, B)
print("Task 3:", result.tolist(), "ok" if np.allclose(result, A @ B) else "wrong")
