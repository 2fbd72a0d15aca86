import numpy as np

# Ασκήσεις – μαθηματικός συμβολισμός όπως στο μάθημα
σ = lambda ζ: 1 / (1 + np.exp(-ζ))
π, Σ = np.prod, sum

np.random.seed(42)
Χ = np.random.randn(100, 8)          # this is a Greek capital chi
Ω1, Ω2, Ω3 = np.random.randn(8, 16), np.random.randn(16, 8), np.random.randn(8, 3)
β1, β2, β3 = np.random.randn(16), np.random.randn(8), np.random.randn(3)

ζ1 = Χ @ Ω1 + β1
α1 = σ(ζ1)
ζ2 = α1 @ Ω2 + β2
α2 = σ(ζ2)
ŷ = α2 @ Ω3 + β3

for όνομα, πίνακας in {"ζ₁": ζ1, "ζ₂": ζ2, "ŷ": ŷ}.items():
    print(f"{όνομα} ∈ ℝ^{'×'.join(map(str, πίνακας.shape))}   ({π(πίνακας.shape)} αριθμοί)")

Α, Β = np.random.randn(5, 3), np.random.randn(5, 4)
Γ = Α.T @ Β
print(f"Γ ∈ ℝ^{Γ.shape[0]}×{Γ.shape[1]}")

Α, Β = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
Γ = {}
for ι in range(2):
    for κ in range(2):
        Γ[ι, κ] = Σ(Α[ι][λ] * Β[λ][κ] for λ in range(2))

Δ = np.array(Α) @ np.array(Β)
for (ι, κ), τιμή in Γ.items():
    print(f"γ{ι + 1}{κ + 1} = {τιμή}", "✓" if τιμή == Δ[ι, κ] else "✗")
