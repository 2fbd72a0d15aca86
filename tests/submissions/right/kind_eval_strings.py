import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W = {k: np.random.randn(*s) for k, s in dict(W1=(8, 16), W2=(16, 8), W3=(8, 3)).items()}
H = X
for k in W:
    H = H @ W[k]
    print(k, "->", str(H.shape))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
for expr in ("A @ B", "A.T @ B"):
    try:
        print(expr, "gives", eval(expr).shape)
    except ValueError as e:
        print(expr, "fails:", e)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        text = " + ".join(f"{A[i][k]}*{B[k][j]}" for k in range(2))
        C[i][j] = eval(text)
        print(f"C[{i}][{j}] = {text} = {C[i][j]}")
print("numpy agrees:", np.array_equal(np.array(A) @ np.array(B), C))
