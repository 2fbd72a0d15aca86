import numpy as np

class ShapeError(ValueError):
    def __init__(self, a, b):
        super().__init__(f"({a[0]}, {a[1]}) and ({b[0]}, {b[1]}) do not fit together")

def mul(a, b):
    if a.shape[1] != b.shape[0]:
        raise ShapeError(a.shape, b.shape)
    return a @ b

def mul_with_retry(a, b):
    try:
        return mul(a, b)
    except ShapeError as e:
        print("!", e, "- transposing the first and trying again")
        return mul(a.T, b)

np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
h = X
for w in W:
    h = mul_with_retry(h, w)
    print("shape", h.shape)
r = mul_with_retry(np.random.randn(5, 3), np.random.randn(5, 4))
print("shape", r.shape)
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
r = np.zeros((2, 2), dtype=int)
try:
    for i in range(99):
        for j in range(2):
            for k in range(2):
                r[i, j] += A[i, k] * B[k, j]
except IndexError:
    print("ran out of rows, that's fine")
print(r)
print("same:", np.array_equal(r, mul(A, B)))
