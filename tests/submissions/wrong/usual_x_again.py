# Matrix multiplication practice
# I did this after reading the article
# Author: Sam, week 3

import numpy as np   # numpy is needed for matrices

# ---------------------------------
# Exercise 1
# ---------------------------------
# we set the seed so everybody gets the same numbers
np.random.seed(42)

# X is my data: 100 samples and 8 features
X = np.random.randn(100, 8)
print("X is:", X.shape)

# weights of the first layer, 8 in 16 out
W1 = np.random.randn(8, 16)
print("W1 is:", W1.shape)

# the first multiplication
A = X @ W1
print("X @ W1 is:", A.shape)   # should be (100, 16)

# weights of the second layer, 16 in 8 out
W2 = np.random.randn(16, 8)
print("W2 is:", W2.shape)
B = X @ W2
print("A @ W2 is:", B.shape)   # should be (100, 8)

# weights of the third layer, 8 in 3 out
W3 = np.random.randn(8, 3)
print("W3 is:", W3.shape)
C = B @ W3
print("B @ W3 is:", C.shape)   # should be (100, 3)

# ---------------------------------
# Exercise 2
# ---------------------------------
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
# A @ B does not work because 3 is not 5
# so I turn A around
AT = A.T
print("A transposed is:", AT.shape)
C = AT @ B
print("C is:", C.shape)        # (3, 4) yes!

# ---------------------------------
# Exercise 3
# ---------------------------------
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
# I make an empty result first
C = [[0, 0], [0, 0]]
for i in range(2):          # i is the row of A
    for j in range(2):      # j is the column of B
        for k in range(2):  # k goes along
            print("add", A[i][k], "*", B[k][j])
            C[i][j] = C[i][j] + A[i][k] * B[k][j]
print("my result:", C)
# now numpy
D = np.array(A) @ np.array(B)
print("numpy result:")
print(D)
if (np.array(C) == D).all():
    print("They are the same :)")
else:
    print("They are not the same :(")
