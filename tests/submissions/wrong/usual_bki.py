import numpy as np


class TryThis:
    """All three exercises as methods; run() does everything."""

    def __init__(self):
        np.random.seed(42)
        self.X = np.random.randn(100, 8)
        self.W1 = np.random.randn(8, 16)
        self.W2 = np.random.randn(16, 8)
        self.W3 = np.random.randn(8, 3)
        self.errors = 0

    @staticmethod
    def product(a, b):
        result = np.zeros((len(a), len(b[0])))
        for i in range(result.shape[0]):
            for j in range(result.shape[1]):
                for k in range(len(b)):
                    result[i][j] += a[i][k] * b[k][i]
        return result

    def verify(self, label, ok):
        print(label, "ok" if ok else "ERROR")
        if not ok:
            self.errors += 1

    def one(self):
        self.H1 = self.X @ self.W1
        print("H1", self.H1.shape)
        self.H2 = self.H1 @ self.W2
        print("H2", self.H2.shape)
        self.Y = self.H2 @ self.W3
        print("Y", self.Y.shape)
        self.verify("one", self.Y.shape == (100, 3))

    def two(self):
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        self.C = A.T @ B
        print("C", self.C.shape)
        self.verify("two", self.C.shape == (3, 4))

    def three(self):
        A = [[1, 2], [3, 4]]
        B = [[5, 6], [7, 8]]
        self.C = self.product(A, B)
        print("C", self.C.tolist())
        self.verify("three", np.array_equal(self.C, np.array(A) @ np.array(B)))

    def run(self):
        self.one()
        self.two()
        self.three()
        print("errors:", self.errors)


TryThis().run()
