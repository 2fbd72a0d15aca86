import numpy as np

# Exercise 1
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
hidden1 = X @ W1
print(hidden1.shape())
hidden2 = hidden1 @ W2
print(hidden2.shape())
output = hidden2 @ W3
print(output.shape())

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = np.matmul(np.transpose(A), B)
assert fixed.shape == (3, 4)
print("fixed", fixed.shape)

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
