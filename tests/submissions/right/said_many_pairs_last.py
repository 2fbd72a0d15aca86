# --- 1: percent_tuple
import numpy as np
np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)
a = np.matmul(X, W1)
print("a has %d rows and %d columns" % a.shape)
b = np.matmul(a, W2)
print("b has %d rows and %d columns" % b.shape)
c = np.matmul(b, W3)
print("c has %d rows and %d columns" % c.shape)

# --- 2: print_expression
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("Форма результата:", (A.T @ B).shape)

# --- 3: many_pairs_last
def mm(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(len(b))) for j in range(len(b[0]))] for i in range(len(a))]
tests = {"identity": ([[1, 0], [0, 1]], [[2, 3], [4, 5]]), "row": ([[1, 2, 3]], [[4], [5], [6]]), "exercise": ([[1, 2], [3, 4]], [[5, 6], [7, 8]])}
passed = 0
for name, (a, b) in tests.items():
    ok = np.allclose(mm(a, b), np.matmul(a, b))
    passed += ok
    print(f"{name:10}", mm(a, b), "ok" if ok else "FAILED")
print(f"{passed}/{len(tests)} tests passed")
