import numpy as np

# Exercise 1
np.random.seed(42)
batch = np.random.randn(100, 8)
print("start", batch.shape)
layers = {"one": np.random.randn(8, 16) * 0.1, "two": np.random.randn(16, 8) * 0.1, "three": np.random.randn(8, 3) * 0.1}
a = np.maximum(batch @ layers["one"], 0)
print("one", a.shape)
a = np.maximum(a @ layers["two"], 0)
print("two", a.shape)
a = a @ layers["three"]
print("three", a.shape)

# Exercise 2
def fix(first, second):
    return first.T.dot(second)


res = fix(np.random.randn(5, 3), np.random.randn(5, 4))
print(res.shape)

# Exercise 3
class Table(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **keywords):
        plain = [one.view(np.ndarray) if isinstance(one, Table) else one for one in inputs]
        return getattr(ufunc, method).__call__(*plain).tolist()

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
for i in range(2):
    for j in range(2):
        total = 0
        for k in range(2):
            total += int(A[i, k]) * int(B[k, j])
C = A.view(Table) @ B
print(C)
print("matches NumPy:", np.allclose(C, A @ B))
