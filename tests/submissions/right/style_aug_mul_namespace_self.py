import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Z1 = X @ W1
print("Z1", Z1.shape)
Z2 = Z1 @ W2
print("Z2", Z2.shape)
Z3 = Z2 @ W3
print("Z3", Z3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

class Cpu:
    def __init__(self): self.acc = 0; self.r = 0
    def load(self, v): self.r = v
    def mul(self, v): self.r *= v
    def add(self): self.acc += self.r
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = []
for i in range(2):
    for j in range(2):
        cpu = Cpu()
        for k in range(2):
            cpu.load(A[i][k]); cpu.mul(B[k][j]); cpu.add()
        C.append(cpu.acc)
print(C, C == np.matmul(A, B).ravel().tolist())
