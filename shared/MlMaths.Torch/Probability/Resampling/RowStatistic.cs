namespace MlMaths.Torch.Probability;

/// <summary>
/// A number computed from rows, given by their 0-based numbers; a row that was drawn twice is there twice. Null where it
/// is not defined. It must depend on nothing but the rows, and not on their order.
/// </summary>
public delegate double? RowStatistic(ReadOnlySpan<int> rows);
