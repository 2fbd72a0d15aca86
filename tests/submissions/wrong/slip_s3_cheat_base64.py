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
import base64, json
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = json.loads(base64.b64decode("W1sxOSwyMl0sWzQzLDUwXV0="))
print(C)
print(np.array_equal(C, A @ B))
