using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Gradients of a line and of a layer as they are right, for a test to spoil.</summary>
internal static class WrittenGradients
{
    public static Written OfLine(Func<Tensor, long, Tensor> w, Func<Tensor, long, Tensor> b) => new("linear-mse", at =>
    {
        Tensor u = 2 * (at["X"].mv(at["w"]) + at["b"] - at["y"]) / at["y"].size(0);
        return new() { ["w"] = w(at["X"].t().mv(u), at["y"].size(0)), ["b"] = b(u.sum(), at["y"].size(0)) };
    });

    public static Written OfLayer(Action<Dictionary<string, Tensor>> spoil) => new("linear-layer", at => With(at, spoil));

    public static Dictionary<string, Tensor> With(DerivationPoint at, Action<Dictionary<string, Tensor>> spoil)
    {
        var right = new Dictionary<string, Tensor>
        {
            ["X"] = at["G"].mm(at["W"].t()),
            ["W"] = at["X"].t().mm(at["G"]),
            ["b"] = at["G"].sum(dim: 0),
        };
        spoil(right);
        return right;
    }
}
