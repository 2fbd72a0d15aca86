import numpy as np



np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
for w in W:
    X = X @ w
    print("columns:", X.shape[1], " rows:", X.shape[0])



A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
A, old_A = A.T, A
C = A @ B
print(old_A.shape, "became", A.shape, "so the product is", C.shape)



class Num:
    muls = adds = 0
    def __init__(self, v): self.v = v
    def __mul__(self, o):
        Num.muls += 1
        return Num(self.v * o.v)
    def __add__(self, o):
        Num.adds += 1
        return Num(self.v + o.v)
    def __repr__(self): return str(self.v)
wrap = lambda m: [[Num(v) for v in r] for r in m]
A, B = wrap([[1, 2], [3, 4]]), wrap([[5, 6], [7, 8]])
C = [[None] * 2 for _ in range(2)]
for i in range(2):
    for j in range(2):
        acc = A[i][0] * B[0][j]
        for k in range(1, 2):
            acc = acc + A[i][k] * B[k][j]
        C[i][j] = acc
print(C, "with", Num.muls, "multiplications and", Num.adds, "additions")
plain = lambda m: [[n.v for n in r] for r in m]
print("check:", plain(C) == (np.array(plain(A)) @ np.array(plain(B))).tolist())
