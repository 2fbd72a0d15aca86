import numpy as np

print('=== Exercise 1 ===')
np.random.seed(42)
X = np.random.randn(100, 8)
w = [np.random.uniform(-0.5, 0.5, size=s) for s in [(8, 16), (16, 8), (8, 3)]]
acts = [lambda v: np.maximum(v, 0), np.tanh, lambda v: v]
value = X
for name, weight, act in zip(["first", "second", "third"], w, acts):
    value = act(value @ weight)
    print(name, value.shape)

print('=== Exercise 2 ===')
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)

print('=== Exercise 3 ===')
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = [[0, 0], [0, 0]]
i = 0
while i < 2:
    j = 0
    while j < 2:
        k = 0
        while k < 2:
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
            k = k + 1
        j = j + 1
        i = i + 1
truth = np.dot(A, B)
print("ok" if all(x == y for r1, r2 in zip(C, truth) for x, y in zip(r1, r2)) else "not ok")
print(C)
