import csv, sys
import numpy as np

# ~~~ 1 ~~~
np.random.seed(42)
X = np.random.randn(100, 8)
wr = csv.writer(sys.stdout, delimiter=";")
wr.writerow(["layer", "rows", "cols"])
for n, s in enumerate(((8, 16), (16, 8), (8, 3)), 1):
    X = X @ np.random.randn(*s)
    wr.writerow([n, *X.shape])

# ~~~ 2 ~~~
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
At = np.array([A[:, j] for j in range(A.shape[1])])
C = At @ B
if C.shape == (3, 4): print("The shape is right.")
else: print("The shape is not right:", C.shape)

# ~~~ 3 ~~~
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.array([[sum(A[i, k] * B[k, j] for k in range(2)) for j in range(2)] for i in range(2)])
print(C)
n = np.count_nonzero(C == A @ B)
print(f"{n} of {C.size} cells agree")
