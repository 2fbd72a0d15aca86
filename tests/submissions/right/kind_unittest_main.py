import unittest
import numpy as np

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]


def matmul(a, b):
    c = [[0 for _ in b[0]] for _ in a]
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                c[i][j] += a[i][k] * b[k][j]
    return c


class Practice(unittest.TestCase):
    def test_1_network(self):
        np.random.seed(42)
        x = np.random.randn(100, 8)
        for n, m in ((8, 16), (16, 8), (8, 3)):
            x = x @ np.random.randn(n, m)
            print("shape", x.shape)

    def test_2_transpose(self):
        a, b = np.random.randn(5, 3), np.random.randn(5, 4)
        with self.assertRaises(ValueError):
            a @ b
        c = a.T @ b
        self.assertTupleEqual(c.shape, (3, 4))

    def test_3_hand(self):
        for i, row in enumerate(matmul(A, B)):
            for j, cell in enumerate(row):
                with self.subTest(i=i, j=j):
                    self.assertEqual(cell, (np.array(A) @ np.array(B))[i, j])
        print("C =", matmul(A, B))


if __name__ == "__main__":
    unittest.main(verbosity=0)
