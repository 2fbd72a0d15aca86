import cProfile
import io
import pstats
import timeit
import numpy as np


def hand(A, B):
    return [[sum(A[i][k] * B[k][j] for k in range(len(B))) for j in range(len(B[0]))] for i in range(len(A))]


def main():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    h1 = X @ np.random.randn(8, 16)
    print(h1.shape)
    h2 = h1 @ np.random.randn(16, 8)
    print(h2.shape)
    h3 = h2 @ np.random.randn(8, 3)
    print(h3.shape)
    A, B = np.random.randn(5, 3), np.random.randn(5, 4)
    print((A.T @ B).shape)


profile = cProfile.Profile()
profile.runcall(main)
pstats.Stats(profile, stream=io.StringIO()).print_stats(3)
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
by_hand = timeit.timeit("hand(A, B)", globals=globals(), number=500)
by_numpy = timeit.timeit(lambda: np.dot(A, B), number=500)
print("timed both:", by_hand > 0 and by_numpy > 0)
print(hand(A, B), hand(A, B) == np.dot(A, B).tolist())
