import numpy as np

Σ = sum
np.random.seed(42)
Χ = np.random.randn(100, 8)
Ω1, Ω2, Ω3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
σ = lambda z: 1 / (1 + np.exp(-z))
η1 = σ(Χ @ Ω1)
η2 = σ(η1 @ Ω2)
η3 = Χ if False else η2 @ Ω3
for όνομα, πίνακας in (("είσοδος", Χ), ("η1", η1), ("η2", η2), ("έξοδος", η3)):
    print(f"{όνομα:<10}{πίνακας.shape}")

Α = np.random.randn(5, 3)
Β = np.random.randn(5, 4)
Γ = Α.T @ Β
print("Γ", Γ.shape)

α = [[1, 2], [3, 4]]
β = [[5, 6], [7, 8]]
γ = [[Σ(α[ι][κ] * β[κ][λ] for κ in range(2)) for λ in range(2)] for ι in range(2)]
δ = np.array(α) @ np.array(β)
print(γ, "=" if (γ == δ).all() else "≠", δ.tolist())
