import numpy as np

passed = 0
failed = 0


def check(name, condition):
    """Print one line per test and count it."""
    global passed, failed
    if condition:
        passed += 1
        print(f"[PASS] {name}")
    else:
        failed += 1
        print(f"[FAIL] {name}")


# --- Part 1 ---
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

h1 = X @ W1
h2 = h1 @ W2
out = h2 @ W2
print("shapes:", X.shape, "->", h1.shape, "->", h2.shape, "->", out.shape)
check("layer 1 is (100, 16)", h1.shape == (100, 16))
check("layer 2 is (100, 8)", h2.shape == (100, 8))
check("layer 3 is (100, 3)", out.shape == (100, 3))

# --- Part 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)
check("transpose result is (3, 4)", C.shape == (3, 4))

# --- Part 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(A.shape[0]):
    for j in range(B.shape[1]):
        for k in range(A.shape[1]):
            C[i, j] += A[i, k] * B[k, j]
print(C)
check("manual product equals numpy", np.allclose(C, A @ B))

print(f"{passed} passed, {failed} failed")
