import numpy as np

print(f"--- 1 ---")
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
H1 = X @ W1
H2 = H1 @ W2
Y = H2 @ W3
print(f"X{X.shape} --W1{W1.shape}--> H1{H1.shape} --W2{W2.shape}--> H2{H2.shape} --W3{W3.shape}--> Y{Y.shape}")

print(f"--- 2 ---")
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = np.empty((3, 4))
for i in range(3):
    for j in range(4):
        C[i, j] = np.vdot(A[:, i], B[:, j])
print(C.shape)

print(f"--- 3 ---")
class Acc:
    def __init__(self): self.total = 0; self.term = 0
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2), int)
acc = Acc()
for i in range(2):
    for j in range(2):
        acc.total = 0
        for k in range(2):
            acc.term = A[i, k]
            acc.term *= B[k, j]
            acc.total += acc.term
        C[i, j] = acc.total
print(C)
print(np.array_equal(C, A @ B))
