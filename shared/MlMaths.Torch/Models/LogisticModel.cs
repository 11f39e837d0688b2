namespace MlMaths.Torch.Models;

/// <summary>
/// Logistic regression: a straight line's height, squeezed into a probability.
///
/// <code>
/// z = Xw + b               logits          [n]
/// p = σ(z) = 1/(1 + e^−z)  probabilities   [n]
/// </code>
///
/// with X [n, d], w [d] and b a single number. All start at zero, where p = ½ for every row; the loss is convex, so the
/// start decides how long it takes and not where it ends.
/// </summary>
public sealed class LogisticModel : IDisposable
{
    /// <summary>A model for <paramref name="features"/> columns, with every weight zero.</summary>
    public LogisticModel(int features, torch.Device device, torch.ScalarType type = torch.ScalarType.Float64) =>
        Parameters = new ParameterVector([("w", [features]), ("b", [])], device, type);

    /// <summary>θ = [w | b].</summary>
    public ParameterVector Parameters { get; }

    /// <summary>The weights w [d].</summary>
    public Tensor Weights => Parameters["w"];

    /// <summary>The bias b [].</summary>
    public Tensor Bias => Parameters["b"];

    /// <summary>z = Xw + b for X [n, d]: n numbers from −∞ to ∞.</summary>
    public Tensor Logits(Tensor X) => X.mv(Weights) + Bias;

    /// <summary>p = σ(z) for X [n, d], copied out: n numbers from 0 to 1.</summary>
    public double[] Probabilities(Tensor X)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return [.. Logits(X).sigmoid().to(torch.ScalarType.Float64, torch.CPU).data<double>()];
    }

    /// <inheritdoc/>
    public void Dispose() => Parameters.Dispose();
}
