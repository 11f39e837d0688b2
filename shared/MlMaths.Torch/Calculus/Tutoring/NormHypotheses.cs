using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Calculus;

/// <summary>What goes wrong where numbers are shifted to mean 0 and stretched to variance 1, along rows or along columns.</summary>
/// <param name="along">0: over the rows of the batch; 1: over each row.</param>
internal sealed class NormHypotheses(long along)
{
    private delegate Tensor Normal(Tensor X, Tensor μ, Tensor v, Tensor ε);

    public IEnumerable<Hypothesis> All() =>
    [
        Norm(ForgottenPath, "dX: the path through the mean", (X, μ, v, ε) => (X - μ.detach()) * (v + ε).rsqrt()),
        Norm(ForgottenPath, "dX: the path through the variance", (X, μ, v, ε) => (X - μ) * (v + ε).rsqrt().detach()),
        Norm(
            ForgottenPath, "dX: the paths through the mean and the variance",
            (X, μ, v, ε) => (X - μ.detach()) * (v + ε).rsqrt().detach()),
        Norm(ForgottenPath, "dX: the path of x by itself", (X, μ, v, ε) => (X.detach() - μ) * (v + ε).rsqrt()),
        Norm(ForgottenPath, "dX: r in front", (X, μ, v, ε) => StandIn.Stretched((X - μ) * (v + ε).rsqrt(), (v + ε).sqrt())),
        Norm(WrongSlope, "dX: r, not its square", (X, μ, v, ε) => StandIn.Stretched((X - μ) * (v + ε).rsqrt(), (v + ε).rsqrt())),
        Norm(
            WrongSlope, "dX: the sign of the path through the variance",
            (X, μ, v, ε) => (X - μ) * StandIn.Stretched((v + ε).rsqrt(), -1)),
        Norm(WrongSlope, "dX: the sign of the path through the mean", (X, μ, v, ε) => (X - StandIn.Stretched(μ, -1)) * (v + ε).rsqrt()),
        Norm(WrongSlope, "dX: the derivative of 1/√v", (X, μ, v, ε) => (X - μ) * StandIn.Stretched((v + ε).rsqrt(), 2)),
        Norm(WrongSlope, "dX: the derivative of 1/√v", (X, μ, v, ε) => (X - μ) * StandIn.Stretched((v + ε).rsqrt(), 0.5)),
        Norm(SumForMean, "dX: means, not sums", (X, μ, v, ε) =>
            (X - StandIn.Stretched(μ, X.size((int)along))) * StandIn.Stretched((v + ε).rsqrt(), X.size((int)along))),
        Norm(SumForMean, "dX: the mean of the path through the mean",
            (X, μ, v, ε) => (X - StandIn.Stretched(μ, X.size((int)along))) * (v + ε).rsqrt()),
        Norm(SumForMean, "dX: the mean of the path through the variance",
            (X, μ, v, ε) => (X - μ) * StandIn.Stretched((v + ε).rsqrt(), X.size((int)along))),
        Norm(WrongPlace, "ε: it stands under the root", (X, μ, v, ε) => (X - μ) * v.rsqrt()),
        Norm(WrongPlace, "ε: it stands under the root", (X, μ, v, ε) => (X - μ) / (v.sqrt() + ε)),
        Norm(WrongPlace, "the variance: divided by how many",
            (X, μ, v, ε) => (X - μ) * (v * X.size((int)along) / (X.size((int)along) - 1) + ε).rsqrt()),
        Norm(WrongPlace, "the means: over rows or over columns", (X, _, _, ε) => OtherWay(X, ε)),
        new(ForgottenPath, "γ in the backward pass", at => (at["G"] * (Right(at["X"], at["ε"]) + at["γ"] + at["β"])).sum()),
        new(ForgottenPath, "G, what comes from above", at => (at["γ"] * Right(at["X"], at["ε"]) + at["β"]).sum()),
        new(ForgottenPath, "dγ: what γ is multiplied with", at => (at["G"] * (at["γ"] + at["β"])).sum()),
        new(WrongPlace, "dγ: X or X̂", at => (at["G"] * at["γ"] * at["X"].detach()).sum()),
        new(
            WrongPlace, "dγ: X − μ or X̂",
            at => (at["G"] * at["γ"] * (at["X"] - at["X"].mean([along], keepdim: true)).detach()).sum()),
        new(WrongPlace, "dβ: what β is multiplied with", at => (at["G"] * at["β"] * Right(at["X"], at["ε"]).detach()).sum()),
        new(WrongPlace, "dβ: what comes from above is G", at => (at["G"] * at["γ"]).detach().mul(at["β"]).sum()),
        new(WrongPlace, "dX: X where X̂ belongs", WithoutHat),
    ];

    private Hypothesis Norm(Mistake mistake, string term, Normal normal) => new(mistake, term, at =>
    {
        Tensor X = at["X"], μ = X.mean([along], keepdim: true), v = (X - μ).square().mean([along], keepdim: true);
        return (at["G"] * (at["γ"] * normal(X, μ, v, at["ε"]) + at["β"])).sum();
    });

    private Tensor Right(Tensor X, Tensor ε) => Along(X, ε, along);

    private Tensor OtherWay(Tensor X, Tensor ε) => Along(X, ε, 1 - along);

    private static Tensor Along(Tensor X, Tensor ε, long axis)
    {
        Tensor centred = X - X.mean([axis], keepdim: true);
        return centred * (centred.square().mean([axis], keepdim: true) + ε).rsqrt();
    }

    // dX = r ⊙ (dX̂ − mean(dX̂) − X ⊙ mean(dX̂ ⊙ X)), as it comes out with X in the place of X̂.
    private Tensor WithoutHat(DerivationPoint at)
    {
        Tensor X = at["X"], above = at["G"] * at["γ"];
        Tensor centred = X - X.mean([along], keepdim: true);
        Tensor r = (centred.square().mean([along], keepdim: true) + at["ε"]).rsqrt();
        return StandIn.Pulled(r * (above - above.mean([along], keepdim: true) - X * (above * X).mean([along], keepdim: true)), X);
    }
}
