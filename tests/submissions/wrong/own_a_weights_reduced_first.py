from functools import reduce
import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
weights = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]

network = reduce(np.matmul, weights)
prediction = X @ network
print("weights:", [w.shape for w in weights])
print("whole network:", network.shape)
print("prediction:", prediction.shape)

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = reduce(np.matmul, [A.T, B])
print("fixed:", fixed.shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
hand = []
for a_row in A:
    hand.append([])
    for b_col in zip(*B):
        total = 0
        for a, b in zip(a_row, b_col):
            total += a * b
        hand[-1].append(total)
print("by hand:", hand)
print("numpy:", np.matmul(A, B).tolist())
