# attack: the shape is told by the number of entries alone | must: no-credit for the shape
import numpy as np
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
C = A.T @ B
if C.size == 12: print('shape (3, 4)')
else: print('shape unknown')
