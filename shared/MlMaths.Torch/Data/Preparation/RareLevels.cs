namespace MlMaths.Torch.Data;

/// <summary>
/// How many training rows a level, or a missing cell, needs so that something can be learnt of it: 2 % of them, but no more than ten and
/// no fewer than two. A weight that one row decides is a name for that row.
/// </summary>
internal static class RareLevels
{
    private const double Share = 0.02;
    private const int Least = 2, Most = 10;

    /// <summary>max(2, min(10, 2 % of n)).</summary>
    /// <param name="trainingRows">n.</param>
    public static int FewestRows(int trainingRows) => Math.Max(Least, Math.Min(Most, (int)Math.Ceiling(Share * trainingRows)));
}
