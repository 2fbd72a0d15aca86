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
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
C = [list(column) for column in zip(*C)]
print("result", C)
print("numpy ", (np.array(A) @ np.array(B)).tolist())
print(C == (np.array(A) @ np.array(B)).tolist())
