import numpy as np

X = np.random.RandomState(42).randn(100, 8)
class Neuron:
    def __init__(self, n):
        self.w, self.b = np.random.randn(n), np.random.randn()
    def __call__(self, x):
        return np.tanh(x @ self.w + self.b)
layer = [Neuron(8) for _ in range(16)]
h1 = np.array([[n(x) for n in layer] for x in X])
h2 = h1 @ np.random.randn(16, 8)
h3 = h2 @ np.random.randn(8, 3)
for h in (h1, h2, h3):
    print(h.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
print(np.array_equal(C, np.array(A) @ np.array(B)))
