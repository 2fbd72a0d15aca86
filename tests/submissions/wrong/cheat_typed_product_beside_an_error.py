import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
h1 = X @ W1; print(h1.shape)
h2 = h1 @ W2; print(h2.shape)
h3 = h2 @ W3; print(h3.shape)
np.random.seed(7)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.array([[-3.912843558343992, 1.4061332940632034, 0.29406967062763556, -1.1824732637323434], [-0.5281508882984276, -1.7058385321164962, 2.486598781321308, 1.8925681906875425], [2.14626816125859, 0.19619852533658913, -1.5304397467109896, 0.2243433401987459]])
print(C.shape)
prnt("done")
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print(np.array_equal(C, A @ B))
