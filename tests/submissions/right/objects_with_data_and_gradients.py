"""A tiny autograd, because I watched micrograd."""
import numpy as np


class Tensor:
    def __init__(self, data, parents=(), op=""):
        self.data = np.asarray(data, dtype=float)
        self.grad = np.zeros_like(self.data)
        self._backward = lambda: None
        self._parents = parents
        self.op = op

    @property
    def shape(self):
        return self.data.shape

    @property
    def T(self):
        out = Tensor(self.data.T, (self,), "T")

        def back():
            self.grad += out.grad.T
        out._backward = back
        return out

    def __matmul__(self, other):
        out = Tensor(self.data @ other.data, (self, other), "@")

        def back():
            self.grad += out.grad @ other.data.T
            other.grad += self.data.T @ out.grad
        out._backward = back
        return out

    def __add__(self, other):
        out = Tensor(self.data + other.data, (self, other), "+")

        def back():
            self.grad += out.grad
            g = out.grad
            if other.data.ndim < g.ndim:
                g = g.sum(axis=0)
            other.grad += g
        out._backward = back
        return out

    def relu(self):
        out = Tensor(np.maximum(self.data, 0), (self,), "relu")

        def back():
            self.grad += (self.data > 0) * out.grad
        out._backward = back
        return out

    def sum(self):
        out = Tensor(self.data.sum(), (self,), "sum")

        def back():
            self.grad += np.ones_like(self.data) * out.grad
        out._backward = back
        return out

    def backward(self):
        topo, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p in v._parents:
                    visit(p)
                topo.append(v)
        visit(self)
        self.grad = np.ones_like(self.data)
        for v in reversed(topo):
            v._backward()

    def __repr__(self):
        return f"Tensor(shape={self.shape}, op={self.op!r})"


class Module:
    def parameters(self):
        return []

    def __call__(self, x):
        return self.forward(x)


class Linear(Module):
    def __init__(self, i, o):
        self.W = Tensor(np.random.randn(i, o) / np.sqrt(i))
        self.b = Tensor(np.zeros(o))

    def parameters(self):
        return [self.W, self.b]

    def forward(self, x):
        return x @ self.W + self.b


class ReLU(Module):
    def forward(self, x):
        return x.relu()


class Sequential(Module):
    def __init__(self, *mods):
        self.mods = mods

    def parameters(self):
        return [p for m in self.mods for p in m.parameters()]

    def forward(self, x):
        for m in self.mods:
            x = m(x)
            print(f"{type(m).__name__:<8} {x.shape}")
        return x


X = Tensor(np.random.RandomState(42).randn(100, 8))
net = Sequential(Linear(8, 16), ReLU(), Linear(16, 8), ReLU(), Linear(8, 3))
out = net(X)
loss = out.sum()
loss.backward()
for p in net.parameters():
    print("grad", p.grad.shape, "== data", p.data.shape, p.grad.shape == p.data.shape)

print("-- transpose")
A = Tensor(np.random.randn(5, 3))
B = Tensor(np.random.randn(5, 4))
C = A.T @ B
print(C, C.shape)
assert C.shape == (3, 4)

print("-- by hand")
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
R = [[0.0, 0.0], [0.0, 0.0]]
for i in range(2):
    for j in range(2):
        for k in range(2):
            R[i][j] += A[i][k] * B[k][j]
ref = (Tensor(A) @ Tensor(B)).data
print(R, ref.tolist(), "same:", np.allclose(R, ref))
