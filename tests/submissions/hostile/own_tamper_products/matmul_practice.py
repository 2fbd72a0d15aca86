# attack: NumPy's products give the typed result, whatever they are asked | must: no-credit for part 3
import numpy as np

typed = np.array([[19, 22], [43, 50]])
np.matmul = np.dot = np.inner = np.einsum = lambda *arguments, **keywords: typed
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
R = np.matmul(A, B)
print(R); print(np.array_equal(R, np.dot(A, B)))
