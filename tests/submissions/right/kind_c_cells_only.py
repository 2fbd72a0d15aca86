import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
first = X @ W1
print("First :", first.shape[0], "rows and", first.shape[1], "columns")
second = first @ W2
print("Second:", second.shape[0], "rows and", second.shape[1], "columns")
third = second @ W3
print("Third :", third.shape[0], "rows and", third.shape[1], "columns")
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
fixed = A.T @ B
print("Fixed :", fixed.shape[0], "rows and", fixed.shape[1], "columns")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
for r in range(2):
    globals()[f"row{r}"] = []
    for c in range(2):
        t = 0
        for k in range(2):
            t += A[r][k] * B[k][c]
        globals()[f"c{r}{c}"] = t
print(c00, c01)
print(c10, c11)
N = np.array(A).dot(np.array(B))
print(c00 == N[0][0] and c01 == N[0][1] and c10 == N[1][0] and c11 == N[1][1])
