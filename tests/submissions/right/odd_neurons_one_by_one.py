import numpy as np

class Neuron:
    def __init__(self, n):
        self.w = np.random.randn(n)
        self.b = np.random.randn()
    def fire(self, x):
        return np.tanh(x @ self.w + self.b)
np.random.seed(42)
X = np.random.randn(100, 8)
layers = [[Neuron(8) for _ in range(16)], [Neuron(16) for _ in range(8)], [Neuron(8) for _ in range(3)]]
h = X
for neurons in layers:
    h = np.stack([n.fire(h) for n in neurons], axis=1)
    print(h.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.rot90(A[::-1], k=-1) @ B
print(C.shape)

A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C); print("squared error:", np.sum((C - A @ B) ** 2))
