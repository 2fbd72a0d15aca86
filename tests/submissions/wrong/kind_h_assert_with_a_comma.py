import numpy as np

# Exercise 1
np.random.seed(42)


def forward(data, sizes):
    for n_in, n_out in zip(sizes, sizes[1:]):
        data = np.dot(data, np.random.randn(n_in, n_out))
        print(f"after {n_in}->{n_out}: {data.shape}")
    return data


forward(np.random.randn(100, 8), [8, 16, 8, 3])

# Exercise 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
assert C.shape, (3, 4)
print("ok")

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
