import numpy as np

# torch stores Linear.weight as (out_features, in_features), I keep that habit
class Linear:
    def __init__(self, in_features, out_features, bias=True):
        self.weight = np.random.randn(out_features, in_features) / np.sqrt(in_features)
        self.bias = np.random.randn(out_features) if bias else None

    def __call__(self, x):
        y = x @ self.weight.T
        if self.bias is not None:
            y = y + self.bias
        return y

    def __repr__(self):
        o, i = self.weight.shape
        return f"Linear(in_features={i}, out_features={o})"

relu = lambda t: np.maximum(t, 0)

if __name__ == '__main__':
    np.random.seed(42)
    x = np.random.randn(100, 8)

    fc1, fc2, fc3 = Linear(8, 16), Linear(16, 8), Linear(8, 3, bias=False)

    h1 = fc1(x)
    print(fc1, 'torch.Size(%s)' % list(h1.shape))
    h2 = fc2(relu(h1))
    print(fc2, 'torch.Size(%s)' % list(h2.shape))
    out = fc3(relu(h2))
    print(fc3, 'torch.Size(%s)' % list(out.shape))

    # part 2
    a, b = np.random.randn(5, 3), np.random.randn(5, 4)
    c = a.transpose(1, 0).__matmul__(b)
    print('torch.Size(%s)' % list(c.shape))

    # part 3
    a, b = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
    c = np.zeros((a.shape[0], b.shape[1]), dtype=a.dtype)
    for i, j in [(i, j) for i in range(c.shape[0]) for j in range(c.shape[1])]:
        acc = 0
        for k in range(a.shape[1]):
            acc += a[i][k].item() * b[k][j].item()
        c[i, j] = acc
    print(c)
    print('torch.equal ->', bool((c == a @ b).all()))
