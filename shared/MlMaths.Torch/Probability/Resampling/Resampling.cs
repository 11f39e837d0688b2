using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Probability;

/// <summary>
/// How a bootstrap draws its rows: as many as there are, with replacement, from all rows or within each stratum. Strata
/// keep the number of rows of each class fixed, which a ranking measure needs: without a positive row it is not defined.
/// </summary>
public sealed class Resampling
{
    private Resampling(int[][] strata)
    {
        Strata = strata;
        Rows = strata.Sum(stratum => stratum.Length);
    }

    /// <summary>Draws from all rows alike.</summary>
    public static Resampling OfRows(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return new Resampling([[.. Enumerable.Range(0, rows)]]);
    }

    /// <summary>Draws as many rows of each stratum as it has; one stratum number per row.</summary>
    public static Resampling Stratified(IReadOnlyList<int> stratumOfRow)
    {
        if (stratumOfRow.Count == 0) throw new ArgumentException("There are no rows to draw from.", nameof(stratumOfRow));
        return new Resampling([.. Enumerable.Range(0, stratumOfRow.Count)
            .GroupBy(row => stratumOfRow[row]).OrderBy(stratum => stratum.Key).Select(stratum => stratum.ToArray())]);
    }

    /// <summary>Draws positives among the positives and negatives among the negatives.</summary>
    public static Resampling Stratified(IReadOnlyList<bool> labels) => Stratified([.. labels.Select(label => label ? 1 : 0)]);

    /// <summary>All rows, and the number drawn each time.</summary>
    public int Rows { get; }

    internal int[][] Strata { get; }

    internal bool IsStratified => Strata.Length > 1;

    /// <summary>Sees one draw.</summary>
    /// <param name="time">Its number, from 0.</param>
    /// <param name="rows">The rows drawn; they are good until the next draw.</param>
    public delegate void Visit(int time, ReadOnlySpan<int> rows);

    /// <summary>
    /// The one loop of every bootstrap: draws again and again, and shows each draw.
    /// </summary>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="times">How often.</param>
    /// <param name="visit">Sees the draws, one after the other.</param>
    public void Repeat(int seed, int times, Visit visit)
    {
        var random = new SplitMix64(seed, DrawnFor.Bootstrap);
        int[] drawn = new int[Rows];
        for (int time = 0; time < times; time++)
        {
            Draw(ref random, drawn);
            visit(time, drawn);
        }
    }

    /// <summary>Fills <paramref name="drawn"/> with row numbers, stratum after stratum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for every resample
    internal void Draw(ref SplitMix64 random, Span<int> drawn)
    {
        int at = 0;
        foreach (int[] stratum in Strata)
        {
            for (int i = 0; i < stratum.Length; i++)
                drawn[at++] = stratum[random.Below(stratum.Length)];
        }
    }
}
