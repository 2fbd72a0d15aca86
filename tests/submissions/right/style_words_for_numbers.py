import numpy as np
WORDS = {3: "three", 4: "four", 5: "five", 8: "eight", 16: "sixteen", 100: "one hundred"}
say = lambda m: " by ".join(WORDS[n] for n in m.shape)
np.random.seed(42)
X = np.random.randn(100, 8)
W = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
print("we begin with", say(X), X.shape)
for w in W:
    X = X @ w
    print("that makes", say(X), X.shape)
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
print("and this is", say(A.T @ B), (A.T @ B).shape)
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
total = {}
for i in range(2):
    for j in range(2):
        total[i, j] = sum(A[i, k] * B[k, j] for k in range(2))
        print(f"row {i}, column {j}: {total[i, j]}")
print("as NumPy has it" if all(total[ij] == v for ij, v in np.ndenumerate(A @ B)) else "not as NumPy has it")
