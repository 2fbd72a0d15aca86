import numpy as np

def part1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    y = X
    for W in W1, W2, W3:
        y = y @ W
        print("shape is now", y.shape)

def part2():
    A = np.random.randn(5, 3)
    B = np.random.randn(3, 4)
    y = A @ B
    print("shape is", y.shape)

def part3():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    y = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for k in range(2):
                y[i, j] += A[i, k] * B[k, j]
    print(y)
    print("is it right?", np.array_equal(y, A @ B))

for part in [part1, part2, part3]:
    part()
