import numpy as np
X = np.random.RandomState(42).randn(8, 100)
W1 = np.random.randn(100, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
layer_1 = X @ W1
print(layer_1.shape)
layer_2 = layer_1 @ W2
print(layer_2.shape)
layer_3 = layer_2 @ W3
print(layer_3.shape)
A = np.random.randn(3, 5)
B = np.random.randn(5, 4)
print((A @ B).shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = A * B
assert (C == np.dot(A, B)).all()
