namespace MlMaths.Torch.Models;

/// <summary>
/// Linear regression: a number for each row, one weight per column.
///
/// <code>
/// ŷ = Xw + b               predictions     [n]
/// </code>
///
/// with X [n, d], w [d] and b a single number, all zero at first. Mean squared and mean absolute error are convex in them, so the
/// start decides how long descent takes and not where it ends.
/// </summary>
public sealed class LinearModel : IDisposable
{
    /// <summary>A model for <paramref name="features"/> columns, with every weight zero.</summary>
    public LinearModel(int features, torch.Device device, torch.ScalarType type = torch.ScalarType.Float64) =>
        Parameters = new ParameterVector([("w", [features]), ("b", [])], device, type);

    /// <summary>θ = [w | b].</summary>
    public ParameterVector Parameters { get; }

    /// <summary>The weights w [d].</summary>
    public Tensor Weights => Parameters["w"];

    /// <summary>The bias b [].</summary>
    public Tensor Bias => Parameters["b"];

    /// <inheritdoc/>
    public void Dispose() => Parameters.Dispose();
}
