import numpy as np


class Network(object):
    def __init__(self, *sizes):
        self.params = []
        for n_in, n_out in zip(sizes, sizes[1:]):
            self.params.append(np.random.randn(n_in, n_out))

    def forward(self, data):
        for number, W in enumerate(self.params, start=1):
            data = data @ W
            print("Layer", number, "output:", data.shape)
        return data


np.random.seed(42)
X = np.random.randn(100, 8)
net = Network(8, 16, 8, 3)
print(net.forward)


class TransposeFix(object):
    def __init__(self):
        self.A = np.random.randn(5, 3)
        self.B = np.random.randn(5, 4)

    def run(self):
        return self.A.T @ self.B


print(TransposeFix().run().shape)


class ByHand(object):
    def __init__(self, A, B):
        self.A, self.B = A, B

    def run(self):
        C = []
        for i in range(len(self.A)):
            C.append([])
            for j in range(len(self.B[0])):
                cell = 0
                for k in range(len(self.B)):
                    cell += self.A[i][k] * self.B[k][j]
                C[i].append(cell)
        return C


A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
C = ByHand(A, B).run()
print(C, np.array_equal(C, np.array(A) @ np.array(B)))
