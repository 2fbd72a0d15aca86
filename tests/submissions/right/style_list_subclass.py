import numpy as np

print("\nPart 1")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
def check(m, expected):
    assert m.shape == expected, f"{m.shape} != {expected}"
    print("ok", m.shape)
    return m
check(check(check(check(X, (100, 8)) @ W1, (100, 16)) @ W2, (100, 8)) @ W3, (100, 3))

print("\nPart 2")
left, right = np.random.randn(5, 3), np.random.randn(5, 4)
print(np.dot(left.swapaxes(0, 1), right).shape == (3, 4))

print("\nPart 3")
class Matrix(list):
    def __mul__(self, other):
        return Matrix([sum(a * b for a, b in zip(row, col)) for col in zip(*other)] for row in self)
A = Matrix([[1, 2], [3, 4]])
B = Matrix([[5, 6], [7, 8]])
print(A * B)
print(A * B == np.matmul(A, B).tolist())
