from string import Template
from textwrap import dedent
import numpy as np

np.random.seed(42)
batch = np.random.randn(100, 8)
first = np.random.randn(8, 16)
second = np.random.randn(16, 8)
third = np.random.randn(8, 3)

one = np.matmul(batch, first)
two = np.matmul(one, second)
three = np.matmul(two, third)

page = Template(dedent("""\
    +-------+------------+------------+
    | layer | weights    | output     |
    +-------+------------+------------+
    | 1     | $w1 | $o1 |
    | 2     | $w2 | $o2 |
    | 3     | $w3 | $o3 |
    +-------+------------+------------+"""))
fields = {}
for n, (w, o) in enumerate(((first, one), (second, two), (third, three)), 1):
    fields[f"w{n}"] = str(w.shape).ljust(10)
    fields[f"o{n}"] = str(o.shape).ljust(10)
print(page.substitute(fields))

P = np.random.randn(5, 3)
Q = np.random.randn(5, 4)
print(Template("P'Q is ${r} x ${c}").substitute(dict(zip("rc", (P.T @ Q).shape))))

P = np.arange(1, 5).reshape(2, 2)
Q = np.arange(5, 9).reshape(2, 2)
line = Template("$a*$b + $c*$d = $total   (numpy $ref)")
for i in range(2):
    for j in range(2):
        total = P.item(0 + 2 * i) * Q.item(j)
        for k in range(1, 2):
            total += P.item(k + 2 * i) * Q.item(2 * k + j)
        print(line.substitute(a=P[i, 0], b=Q[0, j], c=P[i, 1], d=Q[1, j], total=total, ref=(P @ Q)[i, j]))
        assert total == (P @ Q)[i, j]
