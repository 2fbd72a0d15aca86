import numpy as np
import os

# written in Notepad, sorry for the tabs

def main():
	np.random.seed(42)
	X = np.random.randn(100, 8)
	W = {}
	W[1] = np.random.randn(8, 16)
	W[2] = np.random.randn(16, 8)
	W[3] = np.random.randn(8, 3)
	b = {1: np.ones(16), 2: np.ones(8), 3: np.ones(3)}
	out = X
	for l in W:
		out = np.add(np.matmul(out, W[l]), b[l])
		print("Layer " + str(l) + " shape: " + str(out.shape))
		if l < 3:
			out = np.tanh(out)

	print("")
	A = np.random.randn(5, 3)
	B = np.random.randn(5, 4)
	C = np.matmul(np.transpose(A), B)
	if C.shape == (3, 4):
		print("Shape OK: " + str(C.shape))
	else:
		print("Shape wrong: " + str(C.shape))

	print("")
	A = [[1, 2], [3, 4]]
	B = [[5, 6], [7, 8]]
	C = [[], []]
	row = 0
	for r in A:
		for col in range(len(B[0])):
			tot = 0
			for k in range(len(r)):
				tot = tot + r[k] * B[k][col]
			C[row] = C[row] + [tot]
		row = row + 1
	print("Mine:  " + str(C))
	N = np.matmul(np.array(A), np.array(B))
	print("NumPy: " + str(N.tolist()))
	good = True
	for y in range(2):
		for x in range(2):
			good = good and C[y][x] == N[y][x]
	print("Correct: " + str(good) + os.linesep.strip())

main()
