"""Matrix multiplication practice."""
import numpy as np


def relu(z):
    return np.maximum(0, z)


def forward(X, weights):
    a = X
    print(f"start: {a.shape}")
    for n, W in enumerate(weights, start=1):
        a = a @ W
        if n < len(weights):
            a = relu(a)
        print(f"after layer {n}: {a.shape}")
    return a


def exercise_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    weights = [
        np.random.randn(8, 16),
        np.random.randn(16, 8),
        np.random.randn(8, 3),
    ]
    return forward(X, weights)


def exercise_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    product = A.T @ B
    product = A.reshape(3, 5) @ B
    print("product:", product.shape)
    return product


def matmul(A, B):
    rows, inner, cols = len(A), len(B), len(B[0])
    C = [[0] * cols for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            total = 0
            for k in range(inner):
                total += A[i][k] * B[k][j]
            C[i][j] = total
    return C


def exercise_three():
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    mine = matmul(A, B)
    theirs = np.array(A) @ np.array(B)
    print("mine  ", mine)
    print("numpy ", theirs.tolist())
    assert np.allclose(mine, theirs)
    print("verified")


def main():
    exercise_one()
    exercise_two()
    exercise_three()


if __name__ == "__main__":
    main()
