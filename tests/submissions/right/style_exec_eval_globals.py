import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
for n, dims in enumerate([(8, 16), (16, 8), (8, 3)], 1):
    globals()[f"W{n}"] = np.random.randn(*dims)

H0 = X
for n in (1, 2, 3):
    exec(f"H{n} = H{n - 1} @ W{n}")
    print(f"H{n}", eval(f"H{n}.shape"))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
for code in ["A @ B", "A.T @ B"]:
    try:
        print(code, eval(code).shape)
    except ValueError as e:
        print(code, "error")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
for i in range(2):
    for j in range(2):
        globals()[f"c{i}{j}"] = 0
        for k in range(2):
            exec(f"c{i}{j} += A[{i}][{k}] * B[{k}][{j}]")
print(c00, c01)
print(c10, c11)
print([[c00, c01], [c10, c11]] == (np.array(A) @ np.array(B)).tolist())
