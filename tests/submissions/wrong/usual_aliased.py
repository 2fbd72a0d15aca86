"""Solutions for 'Try This' (matrix multiplication)."""
from __future__ import annotations

import numpy as np

Matrix = list[list[int]]


def three_layer_net(n_samples: int = 100) -> np.ndarray:
    np.random.seed(42)
    X: np.ndarray = np.random.randn(n_samples, 8)
    W1: np.ndarray = np.random.randn(8, 16)
    W2: np.ndarray = np.random.randn(16, 8)
    W3: np.ndarray = np.random.randn(8, 3)
    hidden1: np.ndarray = X @ W1
    print(f"{hidden1.shape = }")
    hidden2: np.ndarray = hidden1 @ W2
    print(f"{hidden2.shape = }")
    output: np.ndarray = hidden2 @ W3
    print(f"{output.shape = }")
    return output


def transpose_fix() -> np.ndarray:
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    result = A.T @ B
    assert result.shape == (3, 4), result.shape
    print(f"{result.shape = }")
    return result


def multiply_by_hand(a: Matrix, b: Matrix) -> Matrix:
    rows, inner, cols = len(a), len(b), len(b[0])
    out: Matrix = [[0] * cols] * rows
    for i in range(rows):
        for j in range(cols):
            acc = 0
            for k in range(inner):
                acc += a[i][k] * b[k][j]
            out[i][j] = acc
    return out


def main() -> None:
    three_layer_net()
    transpose_fix()
    a = [[1, 2], [3, 4]]
    b = [[5, 6], [7, 8]]
    mine = multiply_by_hand(a, b)
    theirs = (np.array(a) @ np.array(b)).tolist()
    print(f"{mine = }, {theirs = }, {mine == theirs = }")


if __name__ == "__main__":
    main()
