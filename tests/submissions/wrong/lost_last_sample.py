"""Try this: matmul_practice"""
import numpy as np


class Practice:
    def network(self):
        np.random.seed(42)
        X = np.random.randn(100, 8)
        W1 = np.random.randn(8, 16)
        W2 = np.random.randn(16, 8)
        W3 = np.random.randn(8, 3)
        h1 = np.zeros((100, 16))
        for i in range(99):
            h1[i] = X[i] @ W1
        print(h1.shape)
        h2 = h1 @ W2
        print(h2.shape)
        out = h2 @ W3
        print(out.shape)


    def transposed(self):
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        P = np.matmul(A.T, B)
        if P.shape == (3, 4):
            print("Forma correcta")
        else:
            print("Forma incorrecta")


    def by_hand(self):
        A = [[1, 2], [3, 4]]
        B = [[5, 6], [7, 8]]
        prod = []
        for fila in A:
            nueva = []
            for j in range(len(B[0])):
                t = 0
                for k in range(len(B)):
                    t += fila[k] * B[k][j]
                nueva.append(t)
            prod.append(nueva)
        print("a mano:", prod)
        print("numpy:", (np.array(A) @ np.array(B)).tolist())
        print(prod == (np.array(A) @ np.array(B)).tolist())

p = Practice()
p.network()
p.transposed()
p.by_hand()
