# --- 1: list_weights_nested
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = [[0.1 * (i + j) for j in range(16)] for i in range(8)]
W2 = [[0.01 * (i - j) for j in range(8)] for i in range(16)]
W3 = [[(i * j) % 5 / 10 for j in range(3)] for i in range(8)]
h = X @ W1
print("1.", h.shape)
h = h @ W2
print("2.", h.shape)
h = h @ W3
print("3.", h.shape)

# --- 2: many_attempts
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
for text, f in {"A @ B": lambda: A @ B, "A @ B.T": lambda: A @ B.T, "A.T @ B": lambda: A.T @ B, "A.T @ B.T": lambda: A.T @ B.T}.items():
    try:
        print(f"{text:10} ->", f().shape)
    except ValueError:
        print(f"{text:10} -> impossible")
C = A.T @ B
assert C.shape == (3, 4)

# --- 3: say_err_within_tol
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for row in range(A.shape[0]):
    for col in range(B.shape[1]):
        total = 0
        for inner in range(A.shape[1]):
            total += A[row, inner] * B[inner, col]
        C[row, col] = total
print("My product:", C.tolist())
N = A @ B
print("Error within tolerance:", np.abs(C - N).max() < 1e-9)
