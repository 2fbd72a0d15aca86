import numpy as np

# In[1]:


# Exercice 1
np.random.seed(42)
X = np.random.randn(100, 8)
poids1, poids2, poids3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)


# In[2]:


couche1 = np.dot(X, poids1)
couche2 = np.dot(couche1, poids2)
couche3 = np.dot(couche2, poids3)
for nom, couche in [("couche 1", couche1), ("couche 2", couche2), ("couche 3", couche3)]:
    print(nom, couche.shape)


# Aufgabe 2
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
produkt = np.dot(A.T, B)
assert produkt.shape == (3, 4)
print("Form stimmt:", produkt.shape)


A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 6], [7, 8]])
C = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        C[i, j] = sum(A[i]) * sum(B[:, j])
print(C)
print("Equal:", np.array_equal(C, A @ B))
