import numpy as np

# --- 1 ---
rng = np.random.RandomState(42)
X = rng.randn(100, 8)
sizes = [8, 16, 8, 3]
weights = [rng.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
acts = [X]
while len(acts) < 4:
    acts.append(np.dot(acts[-1], weights[len(acts) - 1]))
print([a.shape for a in acts])

# --- 2 ---
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    R = A @ B
except ValueError as err:
    print("no:", err)
    R = A.T @ B
print("shape of the result is", R.shape)

# --- 3 ---
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
antworten = {"00": 19, "01": 22, "10": 43, "11": 50}
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += antworten[f"{i}{j}"] / 2
print(C)
print(np.allclose(C, A @ B))
