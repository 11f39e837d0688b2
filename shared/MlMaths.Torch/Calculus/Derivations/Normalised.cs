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

    /// <summary>The same as steps; the means are over the size's axis.</summary>
    public static BackwardSteps StepsOf(IReadOnlyList<DerivationInput> inputs, int axis, string size) => new(inputs, s =>
    {
        Term Mean(Term numbers) => numbers.SumAlong(axis, keeps: true) / Term.Size(size);
        Term X = s["X"], G = s["G"];
        Term μ  = s.Let("μ", Mean(X));
        Term v  = s.Let("v", Mean((X - μ).Of(ElementFunction.Square)));
        Term r  = s.Let("r", (v + s["ε"]).Of(ElementFunction.Root).Inverse());
        Term X̂  = s.Let("X̂", (X - μ) * r);
        Term dX̂ = s.Let("dX̂", G * s["γ"]);
        s.Gradient("γ", (G * X̂).SumAlong(0));
        s.Gradient("β", G.SumAlong(0));
        s.Gradient("X", r * (dX̂ - Mean(dX̂) - X̂ * Mean(dX̂ * X̂)));
    });
}
