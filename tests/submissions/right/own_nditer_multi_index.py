import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

def report(arr, _n=[0]):
    _n[0] += 1
    r, c = arr.shape
    print(f"step {_n[0]}: rows={r:03d} cols={c:03d} size={arr.size} ndim={arr.ndim}")
    return arr

report(report(report(X @ W1) @ W2) @ W3)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
report(np.moveaxis(A, 0, -1) @ B)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), dtype=A.dtype)
with np.nditer(C, flags=["multi_index"], op_flags=["readwrite"]) as it:
    for cell in it:
        i, j = it.multi_index
        for a, b in np.nditer([A[i], B[:, j]]):
            cell[...] = cell + a * b
print(C)

with np.nditer([C, A @ B]) as pairs:
    ok = [bool(x == y) for x, y in pairs]
print("cell by cell:", ok)
assert False not in ok
