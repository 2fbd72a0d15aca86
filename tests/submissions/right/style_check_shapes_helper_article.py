import numpy as np


def check_shapes(*pairs):
    for name, m in pairs:
        print(f"  {name:<12}{str(m.shape):>12}")


def can_multiply(a, b):
    return a.shape[-1] == b.shape[-2]


def safe_matmul(a, b, name_a="a", name_b="b"):
    if not can_multiply(a, b):
        raise ValueError(f"{name_a} {a.shape} and {name_b} {b.shape}: inner dimensions {a.shape[-1]} and {b.shape[-2]} differ")
    return a @ b


print("Exercise 1")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
h1 = safe_matmul(X, W1, "X", "W1")
h2 = safe_matmul(h1, W2, "h1", "W2")
h3 = safe_matmul(h2, W3, "h2", "W3")
check_shapes(("X", X), ("W1", W1), ("h1", h1), ("W2", W2), ("h2", h2), ("W3", W3), ("output", h3))

print("Exercise 2")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
for a, b, na, nb in ((A, B, "A", "B"), (A, B.T, "A", "B.T"), (A.T, B, "A.T", "B")):
    try:
        r = safe_matmul(a, b, na, nb)
    except ValueError as e:
        print("  no: ", e)
    else:
        print(f"  yes: {na} @ {nb} has shape {r.shape}")

print("Exercise 3")
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
manual = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            manual[i, j] += A[i, k] * B[k, j]
numpy_result = safe_matmul(A, B)
check_shapes(("manual", manual), ("numpy", numpy_result))
print("  equal:", np.array_equal(manual, numpy_result))
