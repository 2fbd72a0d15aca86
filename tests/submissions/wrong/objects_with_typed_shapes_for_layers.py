import numpy as np


def main():
    print('--- Task 1 ---')
    class Layer:
        def __init__(self, *shape):
            self.shape = shape

    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1, W2, W3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
    for layer in (Layer(100, 16), Layer(100, 8), Layer(100, 3)):
        print(layer.shape)

    print('--- Task 2 ---')
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    res = np.einsum("ki,kj->ij", A, B)
    print("rows:", res.shape[0], "columns:", res.shape[1])

    print('--- Task 3 ---')
    A = [[1, 2], [3, 4]]
    B = [[5, 6], [7, 8]]
    erg = []
    for zeile in A:
        neu = []
        for spalte in zip(*B):
            s = 0
            for x, y in zip(zeile, spalte):
                s += x * y
            neu.append(s)
        erg.append(neu)
    print(erg)
    print("stimmt" if erg == np.matmul(A, B).tolist() else "stimmt nicht")


main()
