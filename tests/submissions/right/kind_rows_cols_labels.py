# Basic programmer: everything in steps
import numpy as np

def report(nr, m):
    print("Layer", nr, "rows:", len(m))
    print("Layer", nr, "columns:", len(m[0]))

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
Y1 = X @ W1
report(1, Y1)
Y2 = Y1 @ W2
report(2, Y2)
Y3 = Y2 @ W3
report(3, Y3)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
AT = np.zeros((3, 5))
for i in range(5):
    for j in range(3):
        AT[j][i] = A[i][j]
Y = AT @ B
rows, cols = Y.shape
assert rows == 3
assert cols == 4
print("exercise two has", rows, "rows and", cols, "columns")

A11, A12, A21, A22 = 1, 2, 3, 4
B11, B12, B21, B22 = 5, 6, 7, 8
A = [[A11, A12], [A21, A22]]
B = [[B11, B12], [B21, B22]]
C = {}
i = 1
while i <= 2:
    j = 1
    while j <= 2:
        C[i, j] = 0
        k = 1
        while k <= 2:
            C[i, j] = C[i, j] + A[i - 1][k - 1] * B[k - 1][j - 1]
            k = k + 1
        j = j + 1
    i = i + 1
N = np.array(A) @ np.array(B)
for (i, j), v in C.items():
    print(i, j, v, N[i - 1, j - 1], "OK" if v == N[i - 1, j - 1] else "ERROR")
