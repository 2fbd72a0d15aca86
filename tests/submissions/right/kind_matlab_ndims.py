# MATLAB style: size(M,1), size(M,2); everything floats
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = np.matmul(X, W1)
fprintf = lambda fmt, *a: print(fmt % a, end="")
fprintf("size(H1) = [%d %d]\n", *H1.shape)
H2 = np.matmul(H1, W2)
fprintf("size(H2) = [%d %d]\n", *H2.shape)
H3 = np.matmul(H2, W3)
fprintf("size(H3) = [%d %d]\n", *H3.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
fprintf("size(C,1) = %g\n", C.shape[0])
fprintf("size(C,2) = %g\n", C.shape[1])
A = np.array([[1.0, 2.0], [3.0, 4.0]])
B = np.array([[5.0, 6.0], [7.0, 8.0]])
C = np.full((2, 2), np.nan)
for i in range(2):
    for j in range(2):
        C[i, j] = 0
        for k in range(2):
            C[i, j] = C[i, j] + A[i, k] * B[k, j]
fprintf("%8.4f %8.4f\n", *C[0])
fprintf("%8.4f %8.4f\n", *C[1])
fprintf("max error %g\n", np.max(np.abs(C - A @ B)))
