# attack: arrays of its own class whose every hook leaves or lies | must: no-credit for part 3; crash-reported at worst
import numpy as np

class Liar(np.ndarray):
    def __array_finalize__(self, other): self.told = True
    def __array_ufunc__(self, *arguments, **keywords): return np.array([[19, 22], [43, 50]])
    def __array_function__(self, *arguments, **keywords): return True
    def __matmul__(self, other): return np.array([[19, 22], [43, 50]])
    def __eq__(self, other): return True
    def tobytes(self, order="C"): raise SystemExit
    def reshape(self, *shape): raise KeyboardInterrupt
    shape = property(lambda self: (2, 2)); dtype = property(lambda self: 1 / 0)
A = np.array([[1, 2], [3, 4]]).view(Liar); B = np.array([[5, 6], [7, 8]]).view(Liar)
R = A @ B
print(R); print(A == B)
