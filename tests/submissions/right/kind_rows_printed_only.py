# Matrix practice - Priya
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
print("X", X.shape)
w1 = np.random.randn(8, 16)
w2 = np.random.randn(16, 8)
w3 = np.random.randn(8, 3)
a = X.dot(w1)
print("after 1st layer", a.shape)
a = a.dot(w2)
print("after 2nd layer", a.shape)
a = a.dot(w3)
print("after 3rd layer", a.shape)

print("---- 2 ----")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
ans = np.dot(np.transpose(A), B)
assert ans.shape[0] == 3 and ans.shape[1] == 4
print("shape ok")

print("---- 3 ----")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
check = np.array(A) @ np.array(B)
for i in range(2):
    row = [0, 0]
    for j in range(2):
        for k in range(2):
            row[j] += A[i][k] * B[k][j]
    print(row, "numpy:", list(check[i]), row == list(check[i]))
