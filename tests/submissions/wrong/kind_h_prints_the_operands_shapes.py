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
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T", A.T.shape)
print("B", B.shape)

# Exercise 3
def mul(a, b):
    out = np.zeros((len(a), len(b[0])))
    for row in range(len(a)):
        for col in range(len(b[0])):
            total = 0
            for k in range(len(b)):
                total += a[row, k] * b[k, col]
            out[row, col] = total
    return out


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
mine = mul(A, B)
print(mine)
if np.allclose(mine, A.dot(B)):
    print("correct")
else:
    print("wrong!")
