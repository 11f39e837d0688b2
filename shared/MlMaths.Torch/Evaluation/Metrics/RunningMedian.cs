using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>The middle of y along x: the median of the rows around each place, so that one far row moves it little.</summary>
public static class RunningMedian
{
    /// <summary>Places along x, ascending, each with the median of the rows nearest to it in rank.</summary>
    /// <param name="x">Of each row.</param>
    /// <param name="y">Of each row.</param>
    /// <param name="share">Share of the rows that one median looks at.</param>
    /// <param name="places">How many, fewer where there are fewer rows.</param>
    public static IReadOnlyList<(double X, double Y)> Of(
        IReadOnlyList<double> x, IReadOnlyList<double> y, double share = 0.2, int places = 40)
    {
        Finite.Checked(x);
        Finite.Checked(y);
        Finite.Share(share);
        int[] order = [.. Enumerable.Range(0, x.Count).OrderBy(i => x[i])];
        int window = Math.Clamp((int)Math.Round(share * order.Length), Math.Min(5, order.Length), order.Length);
        int starts = order.Length - window + 1, shown = Math.Min(places, starts);
        return [.. Enumerable.Range(0, shown).Select(place =>
        {
            int start = shown == 1 ? 0 : (int)Math.Round((double)place * (starts - 1) / (shown - 1));
            int[] rows = order[start..(start + window)];
            return (Median(rows, x), Median(rows, y));
        })];
    }

    private static double Median(int[] rows, IReadOnlyList<double> values) => Quantiles.Of([.. rows.Select(row => values[row])]).Median;
}
