import numpy as np


def main():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W = [np.random.uniform(-1, 1, s) for s in ((8, 16), (16, 8), (8, 3))]
    A1 = np.einsum("ni,ij->nj", X, W[0]); print("A1", A1.shape)
    A2 = np.einsum("ni,ij->nj", A1, W[1]); print("A2", A2.shape)
    A3 = np.einsum("ni,ij->nj", A2, W[2]); print("A3", A3.shape)

    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    fixed = np.dot(np.transpose(A), B)
    assert fixed.shape == (3, 4)
    print("fixed:", fixed.shape)

    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += A[i][k] * B[k][j]
    C[0][0], C[0][1] = (A @ B)[0]
    print(C)
    print("verified:", np.array_equal(C, A @ B))


main()
