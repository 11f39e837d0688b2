namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Whether one column of few values tells two groups apart: then the groups are that column, and no clusters.
///
/// <code>
/// told = Σ_v max(0, P(x = v | first) − P(x = v | second))      v: the values of a column with five at most; else those that
///                                                              a tenth of the rows share, and all the rest as one
/// </code>
/// 0 where both groups hold the values alike, 1 where no value is in both.
/// </summary>
internal sealed class FewValues
{
    private const int Few = 5;

    private const double LumpShare = 0.1;

    /// <summary>The value of each row by number, −1 for the rest; null of a column with many values.</summary>
    private readonly int[]? _of;

    private readonly int _count;

    public FewValues(double[] column)
    {
        KeyValuePair<double, int>[] counts = [.. column.CountBy(value => value)];
        bool few = counts.Length <= Few, mayHaveLumps = counts.Length > LumpShare * column.Length;
        double[] named =
        [
            .. counts.Where(count => few || (mayHaveLumps && count.Value >= LumpShare * column.Length))
                .Select(count => count.Key).Order(),
        ];
        if (named.Length == 0) return;
        _count = named.Length;
        _of = [.. column.Select(value => Array.IndexOf(named, value))];
    }

    public double Tells(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        if (_of is null) return 0;
        double[] more = new double[_count + 1];
        foreach (int row in first) more[_of[row] + 1] += 1.0 / first.Count;
        foreach (int row in second) more[_of[row] + 1] -= 1.0 / second.Count;
        return more.Sum(share => Math.Max(0, share));
    }
}
