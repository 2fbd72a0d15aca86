import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
rng = np.random.default_rng(7)
keep = 0.8
params = {f"W{i}": rng.normal(0, np.sqrt(2 / n), (n, m)) for i, (n, m) in enumerate([(8, 16), (16, 8), (8, 3)], 1)}
params.update({f"b{i}": np.zeros(m) for i, m in enumerate([16, 8, 3], 1)})

h = X
for i in (1, 2, 3):
    h = h @ params[f"W{i}"] + params[f"b{i}"]
    if i < 3:
        h[h < 0] = 0
        mask = rng.random(h.shape) < keep
        h *= mask
        h /= keep
    print(f"layer {i}: {h.shape[0]} samples, {h.shape[1]} units")

A, B = rng.standard_normal((5, 3)), rng.standard_normal((5, 4))
C = np.einsum("ni,nj->ij", A, B)
np.testing.assert_equal(C.shape, (3, 4))
print("C ok")

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros_like(A)
for i, j, k in np.ndindex(2, 2, 2):
    C[i, j] += A[i, k] * B[k, j]
np.testing.assert_array_equal(C, A @ B)
print(C)
