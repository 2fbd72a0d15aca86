import numpy as np

class Network:
    """Three dense layers."""

    def __init__(self, sizes):
        self.weights = [np.random.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
        self.biases = [np.zeros(b) for b in sizes[1:]]

    def forward(self, x):
        for w, b in zip(self.weights, self.biases):
            x = np.tanh(x @ w + b)
            print(x.shape)
        return x


np.random.seed(42)
X = np.random.randn(100, 8)
net = Network([8, 16, 8, 3])
net.forward(X)


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A_t = A.T
solution = A_t @ B
print(solution.shape == (3, 4))
print(solution.shape)


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
expected = A @ B
print(np.all(C, expected))
