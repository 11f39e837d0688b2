using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>A value of each row of a pool, as a window has it: what its threshold saves, say.</summary>
/// <param name="OfRow">One per row of the pool.</param>
/// <param name="Rows">Of the window.</param>
/// <param name="BaseRate">Chance of a positive that it was drawn with.</param>
public sealed record PooledWindow(IReadOnlyList<double> OfRow, int Rows, double BaseRate);

/// <summary>
/// Rows that windows are drawn from, with replacement, each class by itself, so that a base rate can be had that no rows
/// came at. Windows of one pool have its rows in common: twelve windows of 300 rows hold no more of the world than the 300.
/// So what they say of the world is said by drawing the pool again and then the windows.
/// <code>
/// pool* from the pool, class by class      windows* from pool* at their rates      θ* = mean over all rows of windows*
/// </code>
/// </summary>
public sealed class WindowPool
{
    /// <summary>Fewer rows of a class whose value is not 0 do not show how far it strays.</summary>
    public const int FewestThatCount = 3;

    private readonly int[] _positives;
    private readonly int[] _negatives;

    private WindowPool(int[] positives, int[] negatives) => (_positives, _negatives) = (positives, negatives);

    /// <summary>Rows, at least one.</summary>
    public int Rows => _positives.Length + _negatives.Length;

    /// <summary>All rows that have these labels; true for positives.</summary>
    public static WindowPool Of(IReadOnlyList<bool> labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(labels.Count, 1, nameof(labels));
        return new WindowPool(
            [.. Enumerable.Range(0, labels.Count).Where(row => labels[row])],
            [.. Enumerable.Range(0, labels.Count).Where(row => !labels[row])]);
    }

    /// <summary>Windows of row numbers of the pool.</summary>
    /// <param name="baseRates">Chance of a positive, window by window; a pool of one class has no choice.</param>
    /// <param name="rows">Of each window.</param>
    /// <param name="seed">Of the draws.</param>
    public IReadOnlyList<int[]> Windows(IReadOnlyList<double> baseRates, int rows, int seed)
    {
        var random = new SplitMix64(seed, DrawnFor.Sample);
        var windows = new int[baseRates.Count][];
        for (int w = 0; w < windows.Length; w++)
        {
            windows[w] = new int[rows];
            Draw(Finite.Share(baseRates[w]), ref random, windows[w]);
        }

        return windows;
    }

    /// <summary>
    /// The mean of all rows of windows of this pool, with the interval of what other pools would give; without ends where
    /// fewer than <see cref="FewestThatCount"/> rows of either class have a value that is not 0.
    /// </summary>
    /// <param name="mean">As it came out.</param>
    /// <param name="windows">At least one.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="resamples">How many.</param>
    public Interval Mean(
        double mean, IReadOnlyList<PooledWindow> windows, int seed, int resamples = Bootstrap.DefaultResamples)
    {
        Finite.Checked(mean);
        string method = $"bootstrap percentile, the pool and then the windows drawn again, {NumberText.Count(resamples)} resamples";
        int counting = Math.Min(Counting(_positives, windows), Counting(_negatives, windows));
        if (counting < FewestThatCount)
            return Interval.WithoutEnds(mean, method, $"only {counting} of the {Rows} rows drawn from, of one class, change it");
        double[] replicates = new double[resamples];
        int[] places = new int[windows.Max(window => window.Rows)];
        var random = new SplitMix64(seed, DrawnFor.Bootstrap);
        for (int b = 0; b < resamples; b++)
        {
            WindowPool again = Again(ref random);
            double sum = 0;
            foreach (PooledWindow window in windows)
            {
                Span<int> drawn = places.AsSpan(0, window.Rows);
                again.Draw(window.BaseRate, ref random, drawn);
                foreach (int row in drawn) sum += window.OfRow[row];
            }

            replicates[b] = sum / windows.Sum(window => window.Rows);
        }

        var quantiles = Quantiles.Of(replicates);
        return Spread.IsRounding(quantiles.Sorted[0], quantiles.Sorted[^1])
            ? Interval.WithoutEnds(mean, method, $"all {NumberText.Count(resamples)} resamples give the same value")
            : new Interval(
                mean, Math.Min(mean, quantiles.At(0.025)), Math.Max(mean, quantiles.At(0.975)),
                Interval.DefaultConfidence, method);
    }

    /// <summary>A pool of so many rows, drawn with replacement from rows with these labels.</summary>
    internal static WindowPool Drawn(IReadOnlyList<bool> labels, int rows, ref SplitMix64 random)
    {
        List<int> positives = [], negatives = [];
        for (int i = 0; i < rows; i++)
        {
            int row = random.Below(labels.Count);
            (labels[row] ? positives : negatives).Add(row);
        }

        return new WindowPool([.. positives], [.. negatives]);
    }

    /// <summary>Fills a window with row numbers of the pool.</summary>
    internal void Draw(double rate, ref SplitMix64 random, Span<int> window)
    {
        for (int i = 0; i < window.Length; i++)
        {
            bool isPositive = (random.Unit() < rate && _positives.Length > 0) || _negatives.Length == 0;
            int[] from = isPositive ? _positives : _negatives;
            window[i] = from[random.Below(from.Length)];
        }
    }

    private static int Counting(int[] rows, IReadOnlyList<PooledWindow> windows) =>
        rows.Count(row => windows.Any(window => window.OfRow[row] != 0));

    private WindowPool Again(ref SplitMix64 random) => new(Again(_positives, ref random), Again(_negatives, ref random));

    private static int[] Again(int[] rows, ref SplitMix64 random)
    {
        int[] again = new int[rows.Length];
        for (int i = 0; i < again.Length; i++)
            again[i] = rows[random.Below(rows.Length)];
        return again;
    }
}
