# ============================================================
#  Try This, worked solutions with questions for the class
# ============================================================
import numpy as np

# Q: Why do we fix the seed?
# A: So that everybody in this room sees the same numbers.
np.random.seed(42)
X = np.random.randn(100, 8)

# Q: What must the first number of W1's shape be?   (8: X has 8 columns)
# Q: And the second?                                (16: we want 16 columns)
W1 = np.random.randn(8, 16)
# Q: W2?
W2 = np.random.randn(16, 8)
# Q: W3?
W3 = np.random.randn(8, 3)

print("We start with", X.shape)
step_1 = X @ W1
print("Step 1 gives", step_1.shape)
step_2 = step_1 @ W2
print("Step 2 gives", step_2.shape)
step_3 = step_2 @ W3
print("Step 3 gives", step_3.shape)

# Q: does the 100 ever change?  Never: it is the number of samples.
assert X.shape[0] == step_1.shape[0] == step_2.shape[0] == step_3.shape[0]

# ------------------------------------------------------------
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
# Q: A @ B?
try:
    A @ B
except ValueError as complaint:
    print("As expected, NumPy complains:", complaint)
# Q: Which one do we turn to get (3, 4)?
C = A.T @ B
print("A.T @ B:", A.T.shape, "@", B.shape, "=", C.shape)
# Q: what if we turn the other one?   A @ B.T -> (5,3) @ (4,5): 3 and 4 don't meet.

# ------------------------------------------------------------
A = np.array([[1, 2],
              [3, 4]])
B = np.array([[5, 6],
              [7, 8]])

C = np.zeros((2, 2), dtype=int)
for i in range(2):              # for each row of A ...
    for j in range(2):          # ... and each column of B ...
        for k in range(2):      # ... walk along both
            C[i, j] += A[i, k] * B[k, j]
        terms = " + ".join(f"{A[i, k]}*{B[k, j]}" for k in range(2))
        print(f"C[{i},{j}] = {terms} = {C[i, j]}")

print("Does NumPy agree?", "Yes." if np.array_equal(C, A @ B) else "No!")
