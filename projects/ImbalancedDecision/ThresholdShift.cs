using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>
/// What moving the threshold saves. Nothing is moved by rows that are not in yet: the threshold of a window comes from the last four
/// windows before it, from the first of them on that rang, taken together. So a single week that happens to be quiet does not end
/// the correction, and a false alarm is forgotten after four. Where none of the four rang, the threshold is the old one.
/// </summary>
/// <param name="Rows">That came after the first alarm.</param>
/// <param name="Saved">Per 10,000 of them, against the old threshold, by the estimated rates; paired by row.</param>
/// <param name="OracleSaved">The same had the true rate of each window been known when it began.</param>
/// <param name="Threshold">On the model's own probabilities, from the last estimate; null where there is none.</param>
/// <param name="LastRate">The last estimate that a threshold was moved by.</param>
internal sealed record ThresholdShift(int Rows, Interval Saved, Interval OracleSaved, double? Threshold, double? LastRate)
{
    /// <summary>Windows that an estimate is made from, at most.</summary>
    public const int Memory = 4;

    /// <summary>Share of the avoidable loss that the estimate avoided; null where nothing was to be saved.</summary>
    public double? RegretReduction => OracleSaved.Value > 0 ? Saved.Value / OracleSaved.Value : null;

    /// <summary>Null where no rows came after an alarm, or where everybody or nobody is called at any rate.</summary>
    /// <param name="reference">That the probabilities are tuned on.</param>
    /// <param name="windows">In order, from the deployment on.</param>
    /// <param name="pool">That the windows were drawn from; null where they came by time, and their rows are a sample.</param>
    /// <param name="costs">Of mistakes and reviews.</param>
    /// <param name="threshold">On right probabilities.</param>
    /// <param name="seed">Of the intervals.</param>
    /// <param name="resamples">Of the intervals.</param>
    public static ThresholdShift? Of(
        LabelledReference reference, IReadOnlyList<MonitoredWindow> windows, DrawnFrom? pool, ErrorCosts costs,
        double threshold, int seed, int resamples)
    {
        int first = windows.ToList().FindIndex(window => window.Rings);
        if (first < 0 || first + 1 >= windows.Count || threshold is not (> 0 and < 1))
            return null;

        TunedProbabilities tuned = reference.AsItIs;
        List<ShiftedWindow> estimated = [], oracle = [];
        double? last = null;
        for (int w = first + 1; w < windows.Count; w++)
        {
            ScoredRows rows = windows[w].Window.Rows;
            double? estimate = EstimateBefore(tuned, windows, w);
            last = estimate ?? last;
            estimated.Add(new ShiftedWindow(rows, tuned, costs, threshold, estimate));
            oracle.Add(new ShiftedWindow(rows, tuned, costs, threshold, TrueRateOf(rows)));
        }

        return new ThresholdShift(
            estimated.Sum(window => window.Rows.Count), ShiftedWindow.Saved(estimated, pool, seed, resamples),
            ShiftedWindow.Saved(oracle, pool, seed, resamples),
            last is double now ? tuned.ThresholdAt(threshold, now) : null, last);
    }

    private static double? EstimateBefore(TunedProbabilities tuned, IReadOnlyList<MonitoredWindow> windows, int w)
    {
        double[] rang = [.. windows.Take(w).Skip(w - Memory).SkipWhile(window => !window.Rings)
            .SelectMany(window => window.Window.Rows.Probabilities)];
        return rang.Length == 0 ? null : WindowEstimates.Inside(WindowEstimates.RateOf(tuned, rang), rang.Length);
    }

    // The mean of the true probabilities where they are known: the labels of few rows stray from it.
    private static double TrueRateOf(ScoredRows rows) =>
        WindowEstimates.Inside(rows.Truth?.Average() ?? (double)rows.Positives / rows.Count, rows.Count);
}
