import numpy as np
from tqdm import tqdm, trange

np.random.seed(42)
X = np.random.randn(100, 8)
weights = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]
h = X
bar = tqdm(weights, desc="layers")
for W in bar:
    h = h @ W
    bar.set_postfix(columns=h.shape[1])
    tqdm.write(f"shape: {h.shape}")

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
with tqdm(total=1) as progress:
    C = A.T @ B
    progress.update(1)
print(C.shape)

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in trange(2, leave=False):
    for j in range(2):
        for k in tqdm(range(2), leave=False):
            C[i, j] += A[i, k] * B[k, j]
print(C)
print("Equal to NumPy's:", np.allclose(C, A @ B))
