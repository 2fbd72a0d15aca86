import asyncio
import numpy as np


async def layer(x, w):
    await asyncio.sleep(0)
    return x @ w


async def cell(a, b, i, j):
    total = 0
    for k in range(len(b)):
        await asyncio.sleep(0)
        total += a[i][k] * b[k][j]
    return i, j, total


async def main():
    np.random.seed(42)
    x = np.random.randn(100, 8)
    for shape in ((8, 16), (16, 8), (8, 3)):
        x = await layer(x, np.random.randn(*shape))
        print("shape now", x.shape)
    a, b = np.random.randn(5, 3), np.random.randn(5, 4)
    c = await layer(a.T, b)
    assert c.shape == (3, 4)
    print("second part fine")
    a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    c = [[0, 0], [0, 0]]
    for i, j, value in await asyncio.gather(*(cell(a, b, i, j) for i in range(2) for j in range(2))):
        c[i][j] = value
    print(c)
    assert (np.array(c) == np.array(a) @ np.array(b)).all()
    print("third part fine")


asyncio.run(main())
