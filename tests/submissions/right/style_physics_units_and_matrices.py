import numpy as np

# 1: three linear optical elements in a row (well, sort of)
np.random.seed(42)
rays = np.random.randn(100, 8)
elements = {"lens": (8, 16), "prism": (16, 8), "detector": (8, 3)}
state = rays
for element, (n, m) in elements.items():
    T = np.random.randn(n, m)
    assert state.shape[1] == T.shape[0], "rays miss the " + element
    state = np.einsum("ri,io->ro", state, T)
    print(f"behind the {element:<9} {state.shape[0]} rays, {state.shape[1]} components")

# 2
A, B = np.random.randn(5, 3), np.random.randn(5, 4)
C = np.einsum("ki,kj", A, B)          # sum over k, result ij
print("contracted over k:", C.shape)
assert np.allclose(C, A.T @ B)

# 3: C_ij = A_ik B_kj, Einstein would be proud
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
C = np.zeros_like(A)
for i in (0, 1):
    for j in (0, 1):
        for k in (0, 1):
            C[i, j] += A[i, k] * B[k, j]
print(C)
error = np.linalg.norm(C - A @ B) / np.linalg.norm(A @ B)
print(f"relative error {error:.1e}")
