import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
net = {"hidden 1": np.random.randn(8, 16), "hidden 2": np.random.randn(16, 8), "output": np.random.randn(8, 3)}
flow = X
for name, w in net.items():
    flow = flow @ w
    print("%-10s %s" % (name, flow.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.inner(A.T, B.T)
print("A.T @ B", C.shape)

# like a spreadsheet: rows by number, columns by letter
A = {1: {"a": 1, "b": 2}, 2: {"a": 3, "b": 4}}
B = {1: {"a": 5, "b": 6}, 2: {"a": 7, "b": 8}}
link = {"a": 1, "b": 2}
C = {1: {}, 2: {}}
for r in A:
    for c in ("a", "b"):
        C[r][c] = 0
        for k in ("a", "b"):
            C[r][c] += A[r][k] * B[link[k]][c]
print(C)
mine = [list(v.values()) for v in C.values()]
numpys = np.array([list(v.values()) for v in A.values()]) @ np.array([list(v.values()) for v in B.values()])
print("match" if (mine == numpys).all() else "no match")
