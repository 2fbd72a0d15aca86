import numpy as np

np.random.seed(42)
X = np.random.randn(100, 8)
W1 = np.random.randn(8, 16)
W2 = np.random.randn(16, 8)
W3 = np.random.randn(8, 3)

H1 = np.zeros((100, 16))
for i in range(100):
    for j in range(17):
        for k in range(8):
            H1[i, j] += X[i, k] * W1[k, j]
print(H1.shape)
H2 = H1 @ W2
print(H2.shape)
H3 = H2 @ W3
print(H3.shape)


# Aufgabe 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
produkt = np.dot(A.T, B)
assert produkt.shape == (3, 4)
print("Form stimmt:", produkt.shape)


# In[4]:


# Exercice 3
A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
produit = [[sum(a * b for a, b in zip(ligne, colonne)) for colonne in zip(*B.tolist())] for ligne in A.tolist()]
print(produit)
print("égal :", (np.array(produit) == A @ B).all())
