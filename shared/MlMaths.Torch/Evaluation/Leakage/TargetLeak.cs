namespace MlMaths.Torch.Evaluation;

/// <summary>Columns that say what the target is, or are suspected to.</summary>
/// <param name="Kind">
/// <see cref="LeakageKind.Function"/>, <see cref="LeakageKind.Combination"/> or <see cref="LeakageKind.Disguise"/>.
/// </param>
/// <param name="Status">Found or a hint.</param>
/// <param name="Columns">0-based.</param>
/// <param name="Formula">What holds, with the names that the file has: data, to be escaped where it is shown.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record TargetLeak(
    LeakageKind Kind, LeakageStatus Status, IReadOnlyList<int> Columns, string Formula, LeakEvidence Evidence)
{
    /// <summary>Whether a hint is one column that alone separates all classes on every row: a score with it is that column's.</summary>
    public bool SeparatesAlone { get; init; }
}

/// <summary>Why a formula is believed, or is no more than a hint.</summary>
/// <param name="Rows">Rows that were looked at.</param>
/// <param name="Chance">
/// Largest share of tables without a leak in which chance alone brings such a formula, all columns and formulas that were
/// tried counted; 1e-300 for less, null where no formula was tried.
/// </param>
/// <param name="Reason">A clause in words: why it is found, or why it is no more than a hint.</param>
public sealed record LeakEvidence(int Rows, double? Chance, string Reason)
{
    /// <summary>Above this chance a formula is luck, and is not mentioned.</summary>
    public const double Luck = 0.01;

    internal static double Share(double logChance) => Math.Min(1, Math.Max(1e-300, Math.Exp(logChance)));
}
