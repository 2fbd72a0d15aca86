import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
Ws = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
acts = [X]
for W in Ws:
    acts.append(np.tanh(acts[-1] @ W))
print([a.shape for a in acts])

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)


def transpose(M):
    return np.array([list(column) for column in zip(*M[::-1])])


C = transpose(A) @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])


def cell(i, j):
    result = 0
    for k in range(len(B)):
        result += A[i, k] * B[k, j]
    return result


C = [[cell(i, j) for j in range(2)] for i in range(2)]
print(C)
print("identical to A @ B:", C == (A @ B).tolist())
