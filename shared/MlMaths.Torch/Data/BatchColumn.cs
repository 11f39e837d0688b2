namespace MlMaths.Torch.Data;

/// <summary>In which batch each row was measured: a day, an instrument, a hospital. No feature: nothing learns from it.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="OfRow">The batch of each row, exactly as the file has it.</param>
public sealed record BatchColumn(string Name, IReadOnlyList<string> OfRow);
