"""Practice."""
import numpy as np

# Exercise 1
def forward(x):
    for W in (np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)):
        x @ W
        print(x.shape)
    return x

np.random.seed(42)
X = np.random.randn(100, 8)
forward(X)

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C:", C.shape)

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
