import numpy as np

# Exercise 1
np.random.seed(42)
X = np.random.randn(100, 8)
current = X
print(current.shape)
for out_size in (16, 8, 3):
    W = np.random.randn(current.shape[1], out_size)
    current = current @ W
    print(current.shape)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

# Exercise 3
import unittest
def mm(a, b):
    out = [[0] * len(b[0]) for _ in range(len(a))]
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                out[i][j] += a[i][k] * b[k][j]
    return out
class T(unittest.TestCase):
    def setUp(self):
        self.A = [[1, 2], [3, 4]]
        self.B = [[5, 6], [7, 8]]
    def test_a(self):
        np.testing.assert_array_equal(mm(self.A, self.B), np.array(self.A) @ np.array(self.B))
    def test_known(self):
        self.assertEqual(mm(self.A, self.B), [[19, 22], [43, 50]])
print(mm([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
unittest.main()

