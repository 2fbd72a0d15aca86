import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)

W1 = np.random.randn(8, 16)
hidden1 = X @ W1
print("Hidden 1 shape:", hiden1.shape)

W2 = np.random.randn(16, 8)
hidden2 = hidden1 @ W2
print("Hidden 2 shape:", hidden2.shape)

W3 = np.random.randn(8, 3)
output = hidden2 @ W3
print("Output shape:", output.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
product = np.dot(A.T, B)
print("Product shape:", product.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
product = [[0 for _ in range(2)] for _ in range(2)]
for i in range(len(A)):
    for j in range(len(B[0])):
        for k in range(len(B)):
            product[i][j] += A[i][k] * B[k][j]
print("Product:", product)
print("Same as np.dot:", (np.array(product) == np.dot(A, B)).all())
