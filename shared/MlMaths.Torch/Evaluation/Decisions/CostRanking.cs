using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Rows from the highest score to the lowest, sorted once, with what a call changes on each: under any weights the cheapest
/// threshold is then two passes, which is what makes thousands of refits on resampled rows cheap.
/// <code>
/// cost of calling the first k groups = Σ all rows  w silence  +  Σ groups 1 … k  w (call − silence)       w: how often a row counts
/// </code>
/// Between two neighbouring scores no call changes, so a whole stretch of thresholds costs the same, and with few rows, or rows that
/// count zero times, the stretch is long. Of all the cheapest thresholds the one nearest to a wish is taken, which these rows do
/// not contradict.
/// </summary>
internal sealed class CostRanking
{
    private readonly int[] _rowAt;
    private readonly double[] _change;
    private readonly int[] _groupEnds;
    private readonly double[] _thresholds;
    private readonly double[] _costAfter;
    private readonly double _wish;

    private CostRanking(int[] rowAt, double[] change, int[] groupEnds, double[] thresholds, double wish)
    {
        (_rowAt, _change, _groupEnds, _thresholds, _wish) = (rowAt, change, groupEnds, thresholds, wish);
        _costAfter = new double[thresholds.Length + 1];
    }

    /// <summary>Sorts.</summary>
    /// <param name="costs">Costs of the rows; at least one row.</param>
    /// <param name="scores">One finite score per row.</param>
    /// <param name="wish">Where the threshold should lie as far as the rows leave it open.</param>
    public static CostRanking Of(RowCosts costs, ReadOnlySpan<double> scores, double wish)
    {
        Scores.RequireFinite(scores);
        double[] sorted = scores.ToArray();
        int[] rowAt = [.. Enumerable.Range(0, sorted.Length)];
        ScoreOrder.Descending(sorted, rowAt);
        List<int> groupEnds = [];
        for (int place = 0; place < sorted.Length; place++)
        {
            if (place == sorted.Length - 1 || sorted[place + 1] != sorted[place]) groupEnds.Add(place + 1);
        }
        return new CostRanking(
            rowAt, [.. rowAt.Select(row => costs.OfCall(row) - costs.OfSilence(row))], [.. groupEnds],
            [.. groupEnds.Select(end => sorted[end - 1])], wish);
    }

    /// <summary>The row at each place, the highest score first.</summary>
    public IReadOnlyList<int> RowAt => _rowAt;

    /// <summary>The cheapest threshold where the row at each place counts as often as is said.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for every resample
    public double Cheapest(ReadOnlySpan<int> times)
    {
        double cost = 0, least = 0, size = 0;
        int place = 0;
        for (int group = 0; group < _groupEnds.Length; group++)
        {
            for (; place < _groupEnds[group]; place++)
            {
                double change = times[place] * _change[place];
                cost += change;
                size += Math.Abs(change);
            }
            _costAfter[group + 1] = cost;
            least = Math.Min(least, cost);
        }
        return Nearest(least + 1e-13 * size); // equal sums may differ in their last digits
    }

    private double Nearest(double most)
    {
        double nearest = double.NaN, distance = double.PositiveInfinity;
        for (int flagged = 0; flagged < _costAfter.Length; flagged++)
        {
            if (_costAfter[flagged] > most) continue;
            double lowest = flagged < _thresholds.Length ? Math.BitIncrement(_thresholds[flagged]) : Math.Min(0, _thresholds[^1]);
            double highest = flagged > 0 ? _thresholds[flagged - 1] : Math.Max(lowest, _wish);
            double candidate = Math.Clamp(_wish, lowest, highest);
            if (double.IsNaN(nearest) || Math.Abs(candidate - _wish) < distance)
                (nearest, distance) = (candidate, Math.Abs(candidate - _wish));
        }
        return nearest;
    }
}
