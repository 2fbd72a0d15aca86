# --- 1: class_net
import numpy as np
from dataclasses import dataclass, field

@dataclass
class Layer:
    n_in: int
    n_out: int
    weights: np.ndarray = field(init=False, repr=False)
    bias: np.ndarray = field(init=False, repr=False)

    def __post_init__(self):
        self.weights = np.random.randn(self.n_in, self.n_out) * 0.1
        self.bias = np.zeros(self.n_out)

    def __call__(self, x):
        z = x @ self.weights + self.bias
        print(f"{x.shape} @ {self.weights.shape} -> {z.shape}")
        return z

np.random.seed(42)
X = np.random.randn(100, 8)
net = [Layer(8, 16), Layer(16, 8), Layer(8, 3)]
out = X
for layer in net:
    out = layer(out)

# --- 2: outer_sum
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = sum(np.outer(a, b) for a, b in zip(A, B))
print("sum of outer products has shape", C.shape)

# --- 3: typed_three_way
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
N = (np.array(A) @ np.array(B)).tolist()
print("all three agree" if C == N == [[19, 22], [43, 50]] else "they do not all agree")
