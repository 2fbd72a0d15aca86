from contextlib import contextmanager, suppress
import numpy as np

@contextmanager
def section(title):
    print(title)
    print("=" * len(title))
    ns = {}
    try:
        yield ns
    finally:
        for k, v in ns.items():
            print(f"  {k:<10} {np.shape(v)}")
        print()

with section("1. Three layers") as s:
    np.random.seed(42)
    s["X"] = np.random.randn(100, 8)
    W = [np.random.normal(0, 0.1, size) for size in ((8, 16), (16, 8), (8, 3))]
    s["hidden 1"] = np.maximum(0, s["X"] @ W[0])
    s["hidden 2"] = np.maximum(0, s["hidden 1"] @ W[1])
    s["output"] = s["hidden 2"] @ W[2]

with section("2. Transpose") as s:
    s["A"], s["B"] = np.random.randn(5, 3), np.random.randn(5, 4)
    with suppress(ValueError):
        s["A @ B"] = s["A"] @ s["B"]          # never gets here
    s["A.T @ B"] = s["A"].T @ s["B"]

with section("3. By hand") as s:
    s["A"] = A = [[1, 2], [3, 4]]
    s["B"] = B = [[5, 6], [7, 8]]
    s["C"] = C = [[None, None], [None, None]]
    for i in 0, 1:
        for j in 0, 1:
            C[i][j] = 0
            for k in 0, 1:
                C[i][j] += A[i][k] * B[k][j]
    print("  by hand  ", C)
    print("  np.matmul", np.matmul(A, B).tolist())
    np.testing.assert_array_equal(C, np.matmul(A, B))
    print("  equal, no AssertionError")
