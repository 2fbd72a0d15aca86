import ast
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
p1 = X @ np.random.randn(8, 16)
p2 = p1 @ np.random.randn(16, 8)
p3 = p2 @ np.random.randn(8, 3)
print("p1:", p1.shape)
print("p2:", p2.shape)
print("p3:", p3.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
p4 = A.T @ B
print("p4:", p4.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
text = str(eval("A @ B").tolist())
numbers = ast.literal_eval(text)
p5 = [[0, 0], [0, 0]]
for i in range(2):
    for j in range(2):
        for step in range(numbers[i][j]):
            p5[i][j] += 1
print("p5:", p5)
print("same:", np.array_equal(p5, A @ B))
