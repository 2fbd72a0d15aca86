import numpy as np

def task_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    layers = [8, 16, 8, 3]
    current = X
    for i in range(3):
        W = np.random.randn(layers[i], layers[i + 1])
        current = current @ W
        print("after layer", i + 1, "shape is", current.shape)


task_one()


def multiply_transposed(A, B):
    return np.matmul(np.transpose(A), B)


A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = multiply_transposed(A, B)
print(f"{A.T.shape} @ {B.shape} -> {fixed.shape}")


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(C)
expected = A @ B
def compare(a, b):
    print("equal:", np.array_equal(a, b))


print("Right" if compare(C, expected) else "Wrong")
