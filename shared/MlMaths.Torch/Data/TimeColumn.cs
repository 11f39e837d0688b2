namespace MlMaths.Torch.Data;

/// <summary>When each row was known. No feature: nothing learns from it.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="OfRow">Numbers as the file has them, or days since the start of 1970 (UTC) where it has dates.</param>
/// <param name="IsDate">Whether the file has dates; a gap is counted in days then, else in the column's own unit.</param>
public sealed record TimeColumn(string Name, IReadOnlyList<double> OfRow, bool IsDate);
