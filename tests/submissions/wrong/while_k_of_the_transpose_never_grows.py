import numpy as np

print('--- Task 1 ---')
np.random.seed(42)
X = np.random.randn(100, 8)
params = {"W1": np.random.randn(8, 16), "W2": np.random.randn(16, 8), "W3": np.random.randn(8, 3)}
out = X
for key in sorted(params):
    out = np.matmul(out, params[key])
    print("after {}: {}".format(key, out.shape))

print('--- Task 2 ---')
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.zeros((3, 4))
for i in range(3):
    for j in range(4):
        k = 0
        while k < 5:
            C[i, j] += A[k, i] * B[k, j]
print("C", C.shape)

print('--- Task 3 ---')
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[sum(A[i, k] * B[k, j] for k in range(2)) for j in range(2)] for i in range(2)]
print(np.array(C))
print(A @ B)
if np.array_equal(C, A @ B):
    print("iguales")
else:
    print("distintas")
