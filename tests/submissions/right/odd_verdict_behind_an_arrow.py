import numpy as np

class Vec(tuple):
    def __mul__(self, other):          # dot product
        s = 0
        for i in range(len(self)):
            s += self[i] * other[i]
        return s

np.random.seed(42)
X = np.random.randn(100, 8)
params = {f"W{i}": np.random.randn(*s) for i, s in enumerate([(8, 16), (16, 8), (8, 3)], 1)}
params.update({f"b{i}": np.random.randn(n) for i, n in enumerate([16, 8, 3], 1)})
state = {"a0": X}
for i in (1, 2, 3):
    state[f"z{i}"] = state[f"a{i-1}"] @ params[f"W{i}"] + params[f"b{i}"]
    state[f"a{i}"] = np.arctan(state[f"z{i}"])
for k, v in state.items():
    if k.startswith("a") and k != "a0":
        print(f"{k}: shape = {v.shape}, min = {v.min():.2f}, max = {v.max():.2f}")

A = np.random.rand(5, 3)
B = np.random.rand(5, 4)
C = np.matmul(A.transpose((1, 0)), B)
print("C.shape -> {}".format(C.shape))

A = [Vec((1, 2)), Vec((3, 4))]
B = [Vec((5, 6)), Vec((7, 8))]
B_columns = [Vec(c) for c in zip(*B)]
C = [[a * b for b in B_columns] for a in A]
print("C ->", C)
print("np agrees ->", np.array_equal(C, np.array(A) @ np.array(B)))
