import numpy as np

def show(label, array):
    print(label.ljust(8), array.shape)
    return array

def section(title):
    print()
    print(title)
    print("=" * len(title))

section("Three layer network")
np.random.seed(42)
X = show("X", np.random.randn(100, 8))
W1 = show("W1", np.random.randn(8, 16))
A1 = show("X@W1", X @ W1)
W2 = show("W2", np.random.randn(16, 8))
A2 = show("A1@W2", A1 @ W2)
W3 = show("W3", np.random.randn(8, 3))
A3 = show("A2@W3", A2 @ W3)

section("Transpose")
A = show("A", np.random.randn(5, 3))
B = show("B", np.random.randn(5, 4))
C = show("C", A.T @ B)

section("By hand")
def by_hand(A, B):
    C = [[None, None], [None, None]]
    for i in (0, 1):
        for j in (0, 1):
            value = 0
            for k in (0, 1):
                value += A[i][k] * B[k][j]
            C[i][j] = value
    return C

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = by_hand(A, B)
D = (np.array(A) @ np.array(B)).tolist()
print(C)
print(D)
if C == np.array(A) @ np.array(A):
    print("yes, the same")
else:
    print("no, different")
