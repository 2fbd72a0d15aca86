import numpy as np


class History(list):
    def log(self, label, array):
        self.append((label, tuple(array.shape)))
        return array


history = History()
np.random.seed(42)
X = history.log("X", np.random.randn(100, 8))
W1 = history.log("W1", np.random.randn(8, 16))
W2 = history.log("W2", np.random.randn(16, 8))
W3 = history.log("W3", np.random.randn(8, 3))
a = history.log("a = X @ W1", X @ W1)
b = history.log("b = a @ W2", a @ W2)
c = history.log("c = b @ W3", b @ W3)
A = history.log("A", np.random.randn(5, 3))
B = history.log("B", np.random.randn(5, 4))
C = history.log("C = A.T @ B", A.T @ B)

for label, shape in history:
    print(f"{label:>12} {shape}")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[int(np.einsum("k,k", row, col)) for col in zip(*B)] for row in A]
print(C)
print(np.array(A) @ np.array(B))
print(np.array_equiv(C, np.array(A) @ np.array(B)))
