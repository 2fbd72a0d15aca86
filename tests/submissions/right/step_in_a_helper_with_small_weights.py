"""Matrix multiplication practice."""
import numpy as np


def relu(z):
    return np.where(z > 0, 1, 0)


def forward(x, weights):
    """Send x through the layers."""
    h = x
    for n, w in enumerate(weights, start=1):
        h = relu(h @ w)
        print(f"Layer {n}: {h.shape}")
    return h


def exercise_1():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    sizes = [8, 16, 8, 3]
    weights = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        weights.append(np.random.randn(n_in, n_out) * 0.1)
    print(f"Input: {X.shape}")
    forward(X, weights)


def exercise_2():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    assert C.shape == (3, 4), C.shape
    print("C has shape", C.shape)


def matmul(A, B):
    rows, inner, cols = len(A), len(B), len(B[0])
    C = [[0] * cols for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            for k in range(inner):
                C[i][j] += A[i][k] * B[k][j]
    return C


def exercise_3():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    C = matmul(A, B)
    print("By hand:", C)
    reference = np.array(A) @ np.array(B)
    if np.array_equal(C, reference):
        print("Correct!")
    else:
        print("Wrong, expected", reference)


if __name__ == "__main__":
    exercise_1()
    exercise_2()
    exercise_3()
