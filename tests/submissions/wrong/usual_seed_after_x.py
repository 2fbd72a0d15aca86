import numpy as np
import time

X = np.random.randn(100, 8)
np.random.seed(42)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1; print("H1", H1.shape)
H2 = H1 @ W2; print("H2", H2.shape)
OUT = H2 @ W3; print("OUT", OUT.shape)

# experiment: are three linear layers the same as one?
W = W1 @ W2 @ W3
print("combined weights", W.shape, "same output:", np.allclose(X @ W, OUT))
# experiment: one sample only
one = X[0] @ W1 @ W2 @ W3
print("one sample", one.shape, np.allclose(one, OUT[0]))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("C", C.shape)
# experiment: the other way round is the transpose of it
print("B.T @ A", (B.T @ A).shape, np.allclose((B.T @ A).T, C))
# experiment: what does reshape do?
print("reshape instead:", np.allclose(A.reshape(3, 5) @ B, C), "<- not the same!")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

def hand(A, B):
    C = [[0 for _ in B[0]] for _ in A]
    for i in range(len(A)):
        for j in range(len(B[0])):
            for k in range(len(B)):
                C[i][j] += A[i][k] * B[k][j]
    return C

C = hand(A, B)
print(C, np.array_equal(C, np.array(A) @ np.array(B)))
# experiment: order matters
print("B times A:", hand(B, A))
# experiment: speed
big = np.random.rand(40, 40)
t0 = time.perf_counter()
hand(big.tolist(), big.tolist())
t1 = time.perf_counter()
big @ big
t2 = time.perf_counter()
print("numpy faster:", (t2 - t1) < (t1 - t0))
