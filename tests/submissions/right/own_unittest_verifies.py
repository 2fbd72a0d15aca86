import io
import sys
import unittest
import numpy as np


def forward(X, weights):
    for W in weights:
        X = X @ W
        print("shape now", X.shape)
    return X


def transpose_and_multiply(A, B):
    return A.T @ B


def multiply(A, B):
    C = np.zeros((len(A), len(B[0])))
    for i in range(len(A)):
        for j in range(len(B[0])):
            for k in range(len(B)):
                C[i][j] += A[i][k] * B[k][j]
    return C


class Practice(unittest.TestCase):
    def test_1_network(self):
        np.random.seed(42)
        X = np.random.randn(100, 8)
        weights = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
        self.assertEqual(forward(X, weights).shape, (100, 3))

    def test_2_transpose(self):
        A, B = np.random.randn(5, 3), np.random.randn(5, 4)
        with self.assertRaises(ValueError):
            A @ B
        C = transpose_and_multiply(A, B)
        self.assertEqual(C.shape, (3, 4))
        self.assertAlmostEqual(C[1, 2], sum(A[n, 1] * B[n, 2] for n in range(5)))

    def test_3_by_hand(self):
        A = [[1, 2], [3, 4]]
        B = [[5, 6], [7, 8]]
        C = multiply(A, B)
        print(C)
        self.assertListEqual(C.tolist(), (np.array(A) @ np.array(B)).tolist())


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Practice)
    outcome = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
    print(outcome)
    for _, why in outcome.failures + outcome.errors:
        print(why)
    sys.exit(not outcome.wasSuccessful())
