from collections import deque
import numpy as np

# part 1 : a queue of weights, take from the left until it's empty
np.random.seed(42)
X = np.random.randn(100, 8)
queue = deque([
    np.random.randn(8, 16),
    np.random.randn(16, 8),
    np.random.randn(8, 3),
])
history = deque(maxlen=1)
history.append(X)
while queue:
    history.append(history[0] @ queue.popleft())
    print(len(queue), "left, shape", history[0].shape)

# part 2
stack = [np.random.randn(5, 3), np.random.randn(5, 4)]
right, left = stack.pop(), stack.pop()
stack.append(np.rollaxis(left, 1) @ right)
print("stack top", stack[-1].shape)

# part 3 : columns come out of B by popping the head of every row
A = ([1, 2], [3, 4])
B = ([5, 6], [7, 8])
copy_of_B = [deque(r) for r in B]
columns = []
while copy_of_B[0]:
    columns.append([r.popleft() for r in copy_of_B])

answer = deque()
for row in A:
    line = deque()
    for column in columns:
        pairs = deque(zip(row, column))
        total = 0
        while pairs:
            p, q = pairs.pop()
            total += p * q
        line.append(total)
    answer.append(line)

mine = [list(line) for line in answer]
print(mine)
print("numpy agrees" if mine == np.matmul(A, B).tolist() else "numpy does not agree")
