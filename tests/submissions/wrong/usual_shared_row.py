from dataclasses import dataclass, field
import numpy as np


@dataclass
class Dense:
    weights: np.ndarray
    name: str = "dense"

    def __call__(self, x):
        return x @ self.weights


@dataclass
class Report:
    lines: list = field(default_factory=list)

    def add(self, name, value):
        self.lines.append((name, value))

    def show(self):
        for name, value in self.lines:
            print(name.ljust(20, "."), value)


report = Report()

np.random.seed(42)
X = np.random.randn(100, 8)
layers = [
    Dense(np.random.randn(8, 16), "hidden_1"),
    Dense(np.random.randn(16, 8), "hidden_2"),
    Dense(np.random.randn(8, 3), "output"),
]
signal = X
report.add("input", signal.shape)
for layer in layers:
    signal = layer(signal)
    report.add(layer.name, signal.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
report.add("A.T @ B", (A.T @ B).shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
c_row = [0, 0]
for a_row in A:
    for j in range(2):
        for k in range(2):
            c_row[j] += a_row[k] * B[k][j]
    C.append(c_row)
report.add("by hand", C)
report.add("numpy", (np.array(A) @ np.array(B)).tolist())
report.add("identical", bool(np.all(np.array(C) == np.array(A) @ np.array(B))))
report.show()
