import numpy as np

np.random.seed(42)
inputs = np.random.randn(100, 8)
weights1 = np.random.randn(8, 16)
weights2 = np.random.randn(16, 8)
weights3 = np.random.randn(8, 3)
step = inputs @ weights1
print("step 1", step.shape)
step = step @ weights2
print("step 2", step.shape)
step = step @ weights3
print("step 3", step.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
step = np.ones(A.shape[::-1]) @ B
print("step 4", step.shape)
assert step.shape == (3, 4)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
step = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            step[i, j] += A[i, k] * B[k, j]
print("step 5", step)
assert np.allclose(step, A @ B)
