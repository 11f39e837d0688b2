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

    private const double Per = 10_000;

    /// <summary>Share of the avoidable loss that the estimate avoided; null where nothing was to be saved.</summary>
    public double? RegretReduction => OracleSaved.Value > 0 ? Saved.Value / OracleSaved.Value : null;

    /// <summary>Null where no rows came after an alarm, or where everybody or nobody is called at any rate.</summary>
    public static ThresholdShift? Of(
        LabelledReference reference, IReadOnlyList<MonitoredWindow> windows, ErrorCosts costs, double threshold, int seed, int resamples)
    {
        int first = windows.ToList().FindIndex(window => window.Rings);
        if (first < 0 || first + 1 >= windows.Count || threshold is not (> 0 and < 1))
            return null;

        TunedProbabilities tuned = reference.AsItIs;
        List<double> saved = [], oracle = [];
        double? last = null;
        for (int w = first + 1; w < windows.Count; w++)
        {
            ScoredRows rows = windows[w].Window.Rows;
            double? estimated = EstimateBefore(tuned, windows, w);
            last = estimated ?? last;
            AddSaved(saved, tuned, rows, costs, threshold, estimated);
            AddSaved(oracle, tuned, rows, costs, threshold, TrueRateOf(rows));
        }

        return new ThresholdShift(
            saved.Count, MeanInterval.Of(saved, seed, resamples), MeanInterval.Of(oracle, seed, resamples),
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

    private static void AddSaved(
        List<double> saved, TunedProbabilities tuned, ScoredRows rows, ErrorCosts costs, double threshold, double? rate)
    {
        BaseRateShift? shift = rate is double now ? new BaseRateShift(tuned.BaseRate, now) : null;
        for (int row = 0; row < rows.Count; row++)
        {
            bool before = rows.Probabilities[row] >= threshold;
            bool after = shift is null ? before : shift.Corrected(tuned.Of(rows.Probabilities[row])) >= threshold;
            saved.Add(Per * (CostOf(rows, row, costs, before) - CostOf(rows, row, costs, after)));
        }
    }

    private static double CostOf(ScoredRows rows, int row, ErrorCosts costs, bool called) => (rows.Labels[row], called) switch
    {
        (true, true) => costs.Review,
        (true, false) => costs.Miss * (rows.Amounts?[row] ?? 1),
        (false, true) => costs.Review + costs.FalseAlarm,
        (false, false) => 0,
    };
}
