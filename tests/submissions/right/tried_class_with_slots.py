import numpy as np

x = np.random.RandomState(42).randn(100, 8)
for shape in ((8, 16), (16, 8), (8, 3)):
    x = x @ np.random.randn(*shape)
    print(x.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print(C.shape)

from dataclasses import dataclass, field


@dataclass(slots=True)
class Mat:
    rows: list

    def __matmul__(self, o):
        out = Mat([[0, 0], [0, 0]])
        for i in range(2):
            for j in range(2):
                for k in range(2):
                    out.rows[i][j] += self.rows[i][k] * o.rows[k][j]
        return out


A = Mat([[1, 2], [3, 4]])
B = Mat([[5, 6], [7, 8]])
C = A @ B
print(C.rows, C.rows == (np.array(A.rows) @ np.array(B.rows)).tolist())
I = Mat([[1, 0], [0, 1]])
print("A I = A:", (A @ I).rows == A.rows)
