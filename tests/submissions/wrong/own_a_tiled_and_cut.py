import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

hidden1 = np.tile(X, 2)
print(f"After layer 1: {hidden1.shape}")
hidden2 = hidden1[:, :W2.shape[1]]
print(f"After layer 2: {hidden2.shape}")
output = hidden2[:, -W3.shape[1]:]
print(f"After layer 3: {output.shape}")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print(f"A.T @ B: {np.shape(A.T @ B)}")

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i][j] += A[i][k] * B[k][j]
print(f"Product: {C}")
print(f"Correct: {(A @ B).tolist() == C}")
