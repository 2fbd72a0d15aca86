import numpy as np


def exercise_one():
    np.random.seed(42)
    X = np.random.randn(100, 8)
    W1 = np.random.randn(8, 16)
    W2 = np.random.randn(16, 8)
    W3 = np.random.randn(8, 3)
    first = X @ W1
    second = first @ W2
    third = second @ W3
    return {"first": first.shape, "second": second.shape, "third": third.shape}


def exercise_two():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = A.T @ B
    return {"A": A.shape, "B": B.shape, "A.T @ B": C.shape, "correct": C.shape == (3, 4)}


def exercise_three():
    A = np.array([[1, 2], [3, 4]])
    B = np.array([[5, 6], [7, 8]])
    C = [[0, 0], [0, 0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] += int(A[k, i]) * int(B[k, j])
    return {"loops": C, "numpy": (A @ B).tolist(), "correct": C == (A @ B).tolist()}


exercises = {"1": exercise_one, "2": exercise_two, "3": exercise_three}
for number, function in exercises.items():
    print("Exercise", number)
    for key, value in function().items():
        print("   ", key, "=", value)
