namespace MlMaths.Torch.Evaluation;

/// <summary>What one check came to.</summary>
/// <param name="Kind">What was looked for.</param>
/// <param name="Status">What it came to.</param>
/// <param name="Rows">0-based rows that are concerned, judged ones where a turn matters; ascending.</param>
/// <param name="Columns">0-based columns that are concerned, the most suspicious first.</param>
/// <param name="WhyNot">Why it was not checked; null where it was.</param>
public sealed record LeakageFinding(
    LeakageKind Kind, LeakageStatus Status, IReadOnlyList<int> Rows, IReadOnlyList<int> Columns, string? WhyNot = null);
