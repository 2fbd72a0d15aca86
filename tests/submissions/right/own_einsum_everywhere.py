"""Matmul practice, the physicist way (Einstein summation)."""
import numpy as np

np.random.seed(42)
x_ni = np.random.randn(100, 8)
w_ij = np.random.randn(8, 16)
w_jk = np.random.randn(16, 8)
w_kl = np.random.randn(8, 3)

h_nj = np.einsum('ni,ij->nj', x_ni, w_ij)
h_nk = np.einsum('nj,jk->nk', h_nj, w_jk)
y_nl = np.einsum(h_nk, [0, 1], w_kl, [1, 2], [0, 2])   # the sublist form, I did not know it

for what in 'h_nj', 'h_nk', 'y_nl':
    n, m = globals()[what].shape
    print(f'{what}: n = {n}, {what[-1]} = {m}')

# the whole thing at once for checking (not for the exercise)
assert np.allclose(y_nl, np.einsum('ni,ij,jk,kl->nl', x_ni, w_ij, w_jk, w_kl, optimize=True))

a_ki = np.random.randn(5, 3)
b_kj = np.random.randn(5, 4)
c_ij = np.einsum('ki,kj->ij', a_ki, b_kj)
print('c_ij:', *c_ij.shape)

# now no einsum! only sums of numbers
a = np.array([[1, 2], [3, 4]])
b = np.array([[5, 6], [7, 8]])
c = np.zeros_like(a)
for i in range(2):
    for j in range(2):
        c[i, j] = 0
        for k in range(2):
            c[i, j] += a[i, k] * b[k, j]

want = np.einsum('ik,kj->ij', a, b)
print(c, want, sep='\n\n')
print('max |c - want| =', abs(c - want).max())
