namespace MlMaths.Torch.Data;

/// <summary>
/// Which rows belong together: the visits of one patient, the orders of one customer. A model that has seen one of them knows
/// the others, so they stay in one part. No feature: nothing learns from it.
/// </summary>
/// <param name="Name">Name of the column.</param>
/// <param name="OfRow">The group of each row, exactly as the file has it.</param>
public sealed record GroupColumn(string Name, IReadOnlyList<string> OfRow);
