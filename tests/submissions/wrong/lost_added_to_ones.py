"""Try this: matmul_practice"""
import numpy as np


class Practice:
    def network(self):
        np.random.seed(42)
        X = np.random.randn(100, 8)
        def couche(x, n):
            w = np.random.randn(x.shape[1], n)
            y = np.tanh(np.dot(x, w))
            print(f"forme : {y.shape}")
            return y
        sortie = couche(couche(couche(X, 16), 8), 3)


    def transposed(self):
        A = np.random.randn(5, 3)
        B = np.random.randn(5, 4)
        C = np.ones((A.shape[1], B.shape[1]))
        C += A.T @ B
        print(C.shape)


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
