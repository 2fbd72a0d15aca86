import os, sys
import numpy as np
def say(*a):
    os.write(sys.stdout.fileno(), (" ".join(map(str, a)) + "\n").encode())
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16); W2 = np.random.randn(16, 8); W3 = np.random.randn(8, 3)
H1 = X @ W1; say(H1.shape)
H2 = H1 @ W2; say(H2.shape)
H3 = H2 @ W3; say(H3.shape)
A = np.random.randn(5, 3); B = np.random.randn(5, 4)
C = A.T @ B; say(C.shape)
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
C = [[sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
say(C, C == (np.array(A) @ B).tolist())
