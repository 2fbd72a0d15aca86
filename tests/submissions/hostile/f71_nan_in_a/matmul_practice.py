# attack: A has a NaN, and the product by hand is one | must: be judged without an error of a check, no credit by hand
import numpy as np

A = np.array([[np.nan, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
print(A @ B)
