namespace MlMaths.Torch.Calculus;

/// <summary>
/// Numbers shifted to mean 0 and stretched to variance 1 along one dimension, and the backward pass through that: the part which
/// layer normalisation (along a row) and batch normalisation (along a column) share.
/// </summary>
/// <param name="X̂">(X − μ) r [n, d].</param>
/// <param name="r">1/√(v + ε), one for each mean.</param>
/// <param name="Along">0: down the columns; 1: along the rows.</param>
internal sealed record Normalised(Tensor X̂, Tensor r, long Along)
{
    public static Normalised Of(Tensor X, Tensor ε, long along)
    {
        Tensor centred = X - X.mean([along], keepdim: true);
        Tensor r       = (centred.square().mean([along], keepdim: true) + ε).rsqrt();
        return new Normalised(centred * r, r, along);
    }

    /// <summary>
    /// dX = r ⊙ (dX̂ − mean(dX̂) − X̂ ⊙ mean(dX̂ ⊙ X̂)): x reaches L by itself, through its mean and through its
    /// variance.
    /// </summary>
    public Tensor Backward(Tensor dX̂) => r * (dX̂ - Mean(dX̂) - X̂ * Mean(dX̂ * X̂));

    private Tensor Mean(Tensor numbers) => numbers.mean([Along], keepdim: true);
}
