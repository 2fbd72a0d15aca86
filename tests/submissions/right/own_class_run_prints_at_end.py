import numpy as np

class MatmulPractice:
    """Compute first, talk later."""

    HIDDEN = (16, 8)
    OUT = 3

    def __init__(self, seed=42):
        self.seed = seed
        self.log = []
        self.__a = np.array([[1, 2], [3, 4]])
        self.__b = np.array([[5, 6], [7, 8]])

    def note(self, template, *values):
        # nothing is formatted yet
        self.log.append((template, values))

    def _network(self):
        np.random.seed(self.seed)
        self.X = np.random.randn(100, 8)
        self.params = []
        fan = self.X.shape[1]
        for width in (*self.HIDDEN, self.OUT):
            self.params.append((np.random.randn(fan, width), np.random.randn(width)))
            fan = width
        self.acts = [self.X]
        for n, (W, b) in enumerate(self.params):
            z = self.acts[-1] @ W
            z += b
            self.acts.append(np.maximum(z, 0) if n < len(self.params) - 1 else z)
            self.note("layer %d output %s", n + 1, self.acts[-1].shape)

    def _transpose(self):
        left, right = np.random.randn(5, 3), np.random.randn(5, 4)
        self.note("%s.T @ %s = %s", left.shape, right.shape, (left.T @ right).shape)

    def _hand(self):
        self.result = []
        for r in range(2):
            for c in range(2):
                self.result.append(0)
                for t in range(2):
                    self.result[-1] += self.__a[r, t] * self.__b[t, c]
        self.note("by hand %s", [int(v) for v in self.result])
        self.note("numpy   %s", (self.__a @ self.__b).reshape(-1).tolist())
        self.note("agree   %s", self.agree)

    @property
    def agree(self):
        return not np.any(np.reshape(self.result, (2, 2)) - self.__a @ self.__b)

    def run(self):
        self._network()
        self._transpose()
        self._hand()
        return self

    def __str__(self):
        return "\n".join(t % v for t, v in self.log)

print(MatmulPractice().run())
