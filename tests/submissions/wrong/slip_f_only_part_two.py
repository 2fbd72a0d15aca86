import numpy as np
def zwei():
    A = np.random.randn(5, 3)
    B = np.random.randn(5, 4)
    C = np.transpose(A) @ B
    print("Form", C.shape)
zwei()
