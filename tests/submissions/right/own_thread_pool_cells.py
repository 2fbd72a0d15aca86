from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Thread
import numpy as np

# One worker thread for each layer, they talk by queues (producer / consumer)

def worker(W, inbox, outbox):
    while (item := inbox.get()) is not None:
        outbox.put(item @ W)
    outbox.put(None)

np.random.seed(42)
X = np.random.randn(100, 8)
Ws = [np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)]

class Tee(SimpleQueue):
    """prints the shape of all that goes through"""
    def put(self, item):
        if item is not None:
            print("through the queue:", item.shape)
        super().put(item)

queues = [Tee() for _ in range(4)]
threads = [Thread(target=worker, args=(W, queues[n], queues[n + 1])) for n, W in enumerate(Ws)]
for t in threads:
    t.start()
queues[0].put(X)
queues[0].put(None)
for t in threads:
    t.join()
result = queues[-1].get()

A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
with ThreadPoolExecutor(max_workers=1) as pool:
    print("A.T @ B", pool.submit(np.matmul, A.T, B).result().shape)

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]

def cell(at):
    i, j = at
    s = 0
    for k in range(2):
        s += A[i][k] * B[k][j]
    return s

with ThreadPoolExecutor(2) as pool:
    C = np.array(list(pool.map(cell, [(0, 0), (0, 1), (1, 0), (1, 1)]))).reshape(2, 2)
print(C)
print(np.equal(C, np.array(A) @ np.array(B)))
