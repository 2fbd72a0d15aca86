import numpy as np

SEED = 42
N_SAMPLES = 100
N_FEATURES = 8
HIDDEN_1 = 8
HIDDEN_2 = 16
N_CLASSES = 3

np.random.seed(SEED)
X = np.random.randn(N_SAMPLES, N_FEATURES)
W1 = np.random.randn(N_FEATURES, HIDDEN_1)
W2 = np.random.randn(HIDDEN_1, HIDDEN_2)
W3 = np.random.randn(HIDDEN_2, N_CLASSES)

print(f"({N_SAMPLES}, {N_FEATURES}) expected, X is {X.shape}")
H1 = X @ W1
print(f"({N_SAMPLES}, {HIDDEN_1}) expected, H1 is {H1.shape}")
H2 = H1 @ W2
print(f"({N_SAMPLES}, {HIDDEN_2}) expected, H2 is {H2.shape}")
Y = H2 @ W3
print(f"({N_SAMPLES}, {N_CLASSES}) expected, Y is {Y.shape}")

ROWS = 5
A = np.random.randn(ROWS, 3)
B = np.random.randn(ROWS, 4)
Y = A.T @ B
print(f"(3, 4) expected, A.T @ B is {Y.shape}")

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
SIZE = len(A)
Y = [[0] * SIZE for _ in range(SIZE)]
for i in range(SIZE):
    for j in range(SIZE):
        for k in range(SIZE):
            Y[i][j] += A[i][k] * B[k][j]
EXPECTED = np.matmul(np.array(A), np.array(B))
print(f"{EXPECTED.tolist()} expected, Y is {Y}")
if Y == EXPECTED.tolist():
    print("all matches")
