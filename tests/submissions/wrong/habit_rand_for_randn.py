#!/usr/bin/env python3
# Name: student
# Homework: matmul_practice

import numpy as np

##############################
# PART 1
##############################
np.random.seed(42)               # so everyone gets the same numbers
X = np.random.rand(100, 8)

# first layer: 8 in, 16 out
W1 = np.random.randn(8, 16)
layer1 = X @ W1
print("Shape after first layer:", layer1.shape)

# second layer: 16 in, 8 out
W2 = np.random.randn(16, 8)
layer2 = layer1 @ W2
print("Shape after second layer:", layer2.shape)

# third layer: 8 in, 3 out
W3 = np.random.randn(8, 3)
layer3 = layer2 @ W3
print("Shape after third layer:", layer3.shape)

##############################
# PART 2
##############################
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
# A @ B does not work because 3 is not 5
A_transposed = A.T
answer = A_transposed @ B
print("Shape of the answer:", answer.shape)

##############################
# PART 3
##############################
M1 = [[1, 2], [3, 4]]
M2 = [[5, 6], [7, 8]]
M3 = []
for row_number in range(len(M1)):
    new_row = []
    for column_number in range(len(M2[0])):
        cell = 0
        for position in range(len(M2)):
            cell = cell + M1[row_number][position] * M2[position][column_number]
        new_row.append(cell)
    M3.append(new_row)
print("My answer:", M3)

numpy_answer = np.array(M1) @ np.array(M2)
print("NumPy answer:", numpy_answer.tolist())
matches = np.array_equal(np.array(M3), numpy_answer)
print("Do they match?", matches)
