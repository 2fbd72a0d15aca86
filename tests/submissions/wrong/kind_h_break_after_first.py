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
print("C:", C.shape)

# Exercise 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])

C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
            if C[i, j] != 0:
                break
print(C)
print("equal?", np.allclose(C, A @ B))
