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

    /// <summary>z = Xw + b [n] for X [n, d], as a tensor that autograd follows. NaN and infinite numbers go through.</summary>
    public Tensor Forward(Tensor X) => X.mv(Weights) + Bias;

    /// <summary>z for X [n, d], copied out: n numbers from −∞ to ∞, NaN for a row that holds one.</summary>
    public double[] Logits(Tensor X) => Numbers(() => Forward(X));

    /// <summary>p = σ(z) for X [n, d], copied out: n numbers from 0 to 1, NaN for a row whose z is NaN; an infinite z is 0 or 1.</summary>
    public double[] Probabilities(Tensor X) => Numbers(() => Forward(X).sigmoid());

    /// <inheritdoc/>
    public void Dispose() => Parameters.Dispose();

    private static double[] Numbers(Func<Tensor> values)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return TensorNumbers.Of(values());
    }
}
