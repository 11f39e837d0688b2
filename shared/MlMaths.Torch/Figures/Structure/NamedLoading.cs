using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Figures;

/// <summary>A column's loading on a component.</summary>
/// <param name="Name">The column.</param>
/// <param name="Loading">The loading, with the interval of its resamples where there is one.</param>
/// <param name="SignKept">Share of the resamples in which it has the same sign; null where it was not measured.</param>
public sealed record NamedLoading(string Name, Interval Loading, double? SignKept)
{
    internal double Value => Loading.Value ?? 0;
}
