"""The same in functions: nothing has a name that the outside knows."""

import numpy as np


def forward(data, widths):
    for width in widths:
        data = data @ np.random.randn(data.shape[1], width)
        print("layer:", data.shape)
    return data


def multiply(left, right):
    rows = []
    for row in left:
        cells = []
        for column in zip(*right):
            total = 0
            for a, b in zip(row, column):
                total += a * b
            cells.append(total)
        rows.append(cells)
    return rows


def main():
    np.random.seed(42)
    forward(np.random.randn(100, 8), [16, 8, 3])

    tall, wide = np.random.randn(5, 3), np.random.randn(5, 4)
    print("transposed:", np.matmul(tall.T, wide).shape)

    left, right = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    by_hand = multiply(left, right)
    print(by_hand, "ok" if np.allclose(by_hand, np.dot(left, right)) else "not the same!")


if __name__ == "__main__":
    main()
