import sys
import numpy as np

# shell script style: any failure => exit code 1

def die(*msg):
    print("ERROR:", *msg, file=sys.stderr)
    sys.exit(1)

def check_shape(name, got, want):
    print(name, "shape:", got)
    if got != want:
        die(name, "should be", want)

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

step1 = X.dot(W1)
check_shape("step1", step1.shape, (X.shape[0], W1.shape[1]))
step2 = step1.dot(W2)
check_shape("step2", step2.shape, (X.shape[0], W2.shape[1]))
step3 = step2.dot(W3)
check_shape("step3", step3.shape, (X.shape[0], W3.shape[1]))

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
if A.shape[1] != B.shape[0]:
    print("cannot multiply", A.shape, "and", B.shape, "- transposing A")
    A = A.T
check_shape("product", (A @ B).shape, (3, 4))

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
rows, inner = A.shape
inner2, cols = B.shape
if inner != inner2: die("inner dimensions")

C = np.zeros(shape=(rows, cols), dtype=np.int64)
i = 0
while True:
    if i == rows: break
    j = 0
    while True:
        if j == cols: break
        for k in range(inner):
            C[i, j] += A[i, k] * B[k, j]
        j += 1
    i += 1

print(C)
if not np.array_equal(C, A @ B):
    die("my product is wrong, numpy has", A @ B)
sys.exit(0)
