namespace MlMaths.Torch.Calculus;

/// <summary>
/// A loss that depends on θ alone, without rows: small enough to be drawn, and a place to watch descent without a model.
/// </summary>
public interface ISurface
{
    /// <summary>What it is, in a few words.</summary>
    string Name { get; }

    /// <summary>The function and its gradient, one equation a line.</summary>
    Tex Formula { get; }

    /// <summary>What the letters stand for: <c>a = 3, θ* = 0.5</c>.</summary>
    string Constants { get; }

    /// <summary>p, how many numbers θ has.</summary>
    int Dimensions { get; }

    /// <summary>The minimum that a path is measured against.</summary>
    IReadOnlyList<double> Minimum { get; }

    /// <summary>L(θ), in plain numbers; NaN or infinite where θ is, as after a divergence.</summary>
    double Value(IReadOnlyList<double> θ);

    /// <summary>∇L(θ) [p] as the formula says; no autograd takes part. NaN or infinite where θ is.</summary>
    double[] Gradient(IReadOnlyList<double> θ);

    /// <summary>L(θ) [] for θ [p], in operations that autograd can differentiate twice. NaN or infinite where θ is.</summary>
    Tensor Loss(Tensor θ);
}
