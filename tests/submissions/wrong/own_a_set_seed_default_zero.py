import random
import numpy as np


def set_seed(seed=0):
    random.seed(seed)
    np.random.seed(seed)


def linear(x, n_out):
    w = np.random.randn(x.shape[1], n_out)
    b = np.zeros(n_out)
    return x @ w + b


def forward(x):
    for n_out in (16, 8, 3):
        x = linear(x, n_out)
        print(f"{x.shape = }")
    return x


set_seed()
batch = np.random.randn(100, 8)
forward(batch)

# --- 2 ---
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
prod = np.einsum("ni,nj->ij", A, B)
print(f"{prod.shape = }")

# --- 3 ---
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
prod = np.zeros((2, 2), int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            prod[i, j] += A[i, k] * B[k, j]
print(f"{prod.tolist() = }")
np.testing.assert_array_equal(prod, A @ B)
print("same as A @ B")
