import numpy as np

def exercise_1():
    X = np.random.RandomState(42).randn(100, 8)
    weights = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
    current = X
    for W in weights:
        out = np.zeros((len(current), W.shape[1]))
        for i in range(len(current)):
            out[i] = current[i] @ W
        print(out.shape)
        current = out

exercise_1()

# 2. Make the inner dimensions meet: (3, 5) @ (5, 4) -> (3, 4)
import numpy as np
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
print("A.T @ B:", C.shape)
# 3. Multiply by hand, then ask NumPy
import numpy as np
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
result = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            result[i, j] += A[i, k] * B[k, j]
print(result)
print("Matches NumPy:", np.array_equal(result, A @ B))
