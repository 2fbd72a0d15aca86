"""The practice at the end of the article, in the article's own style."""

import numpy as np

# 1.
class Neuron:
    def __init__(self, n):
        self.weights = np.random.randn(n)

    def fire(self, x):
        total = 0.0
        for i in range(len(x)):
            total += x[i] * self.weights[i]
        return max(total, 0.0)

np.random.seed(42)
X = np.random.randn(100, 8)
layer1 = [Neuron(8) for _ in range(16)]
layer2 = [Neuron(16) for _ in range(8)]
layer3 = [Neuron(8) for _ in range(3)]
h1 = np.array([[n.fire(x) for n in layer1] for x in X])
print(h1.shape)
h2 = np.array([[n.fire(x) for n in layer2] for x in h1])
print(h2.shape)
h3 = np.array([[n.fire(x) for n in layer3] for x in h2])
print(h3.shape)

# 2. Make the inner dimensions meet: (3, 5) @ (5, 4) -> (3, 4)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)

# 3. Multiply by hand, then ask NumPy
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
