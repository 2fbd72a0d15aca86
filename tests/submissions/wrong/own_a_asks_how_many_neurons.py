import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)

neurons = int(input("How many neurons in the first hidden layer? "))
W1 = np.random.randn(8, neurons)
W2 = np.random.randn(neurons, 8)
W3 = np.random.randn(8, 3)

first = X @ W1
second = first @ W2
third = second @ W3
print(first.shape, second.shape, third.shape, sep=" -> ")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
answer = A.T @ B
assert answer.shape == (3, 4)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
answer = np.zeros((2, 2), dtype=int)
for i in range(2):
    for j in range(2):
        for k in range(2):
            answer[i, j] += A[i, k] * B[k, j]
assert np.array_equal(answer, A @ B), "loops and NumPy differ"
print(answer)
