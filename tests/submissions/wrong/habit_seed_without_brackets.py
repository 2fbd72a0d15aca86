import numpy as np

np.random.seed
X = np.random.randn(100, 8)
layers = {
    "hidden 1": np.random.randn(8, 16),
    "hidden 2": np.random.randn(16, 8),
    "output": np.random.randn(8, 3),
}

print(f"{'layer':<10} | {'weights':<9} | result")
print("-" * 34)
print(f"{'input':<10} | {'':<9} | {X.shape}")
current = X
for name, weight in layers.items():
    current = current @ weight
    print(f"{name:<10} | {str(weight.shape):<9} | {current.shape}")

print()
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
fixed = A.T @ B
print(f"{'A':<10} | {A.shape}")
print(f"{'B':<10} | {B.shape}")
print(f"{'A.T @ B':<10} | {fixed.shape}")

print()
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
table = {}
for i, row in enumerate(A):
    for j in range(len(B[0])):
        table[i, j] = 0
        for k, a in enumerate(row):
            table[i, j] += a * B[k][j]
reference = np.array(A) @ np.array(B)
for (i, j), value in table.items():
    print(f"C[{i}][{j}] = {value:>3}   numpy {reference[i, j]:>3}   {value == reference[i, j]}")
