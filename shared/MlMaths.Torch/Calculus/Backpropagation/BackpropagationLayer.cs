using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>One layer's views into θ and ∇L.</summary>
internal sealed record BackpropagationLayer(Tensor W, Tensor b, Tensor dW, Tensor db)
{
    public static BackpropagationLayer Of(PerceptronLayer layer, ParameterVector parameters) => new(
        layer.Weight, layer.Bias, parameters.GradientOf($"{layer.Name}.weight"), parameters.GradientOf($"{layer.Name}.bias"));

    /// <summary>z = aW + b [n, out].</summary>
    public Tensor Forward(Tensor a) => torch.addmm(b, a, W, 1, 1);

    /// <summary>zᵀ = Wᵀaᵀ + bᵀ [out, n].</summary>
    public Tensor ForthTransposed(Tensor a) => torch.addmm(b.unsqueeze(1), W.t(), a.t(), 1, 1);

    /// <summary>dW ← aᵀdz + λW and db ← 1ᵀdz, where they stand in ∇L; <paramref name="ones"/> is 1ᵀ [1, n].</summary>
    public void AccumulateGradient(Tensor a, Tensor dz, Tensor ones, double λ)
    {
        dW.addmm_(a.t(), dz, 0, 1); // 0 · dW + 1 · aᵀdz: what stood there is not read
        if (λ != 0) dW.add_(W, λ);
        db.unsqueeze(0).addmm_(ones, dz, 0, 1);
    }
}
