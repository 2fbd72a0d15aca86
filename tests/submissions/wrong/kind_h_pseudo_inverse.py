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
# "flip" A so that 5 meets 5
flipped = np.linalg.pinv(A)
C = flipped @ B
print("shape:", C.shape)

# Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
mine = [[sum(a * b for a, b in zip(row, column)) for column in zip(*B)] for row in A]
print(mine, "==", (A @ B).tolist(), "?", mine == (A @ B).tolist())
