namespace MlMaths.Torch.Figures;

/// <summary>A column's share of something, twice: before a change and after it.</summary>
/// <param name="Name">The column.</param>
/// <param name="Before">Its share before, 0 to 1: of a component on the raw columns, for instance.</param>
/// <param name="After">Its share after: on the standardised columns.</param>
public sealed record SharePair(string Name, double Before, double After);
