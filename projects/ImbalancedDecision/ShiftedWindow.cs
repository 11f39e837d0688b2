using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>A window whose rows are called by probabilities that were corrected for a rate, and what that saves.</summary>
/// <param name="Rows">With the labels that came later.</param>
/// <param name="Tuned">Probabilities at the base rate of the reference.</param>
/// <param name="Costs">Of mistakes and reviews.</param>
/// <param name="Threshold">On right probabilities.</param>
/// <param name="BaseRate">That they are corrected for; null where they are left as they are.</param>
internal sealed record ShiftedWindow(
    ScoredRows Rows, TunedProbabilities Tuned, ErrorCosts Costs, double Threshold, double? BaseRate)
{
    private const double Per = 10_000;

    /// <summary>
    /// What all windows together save per 10,000 rows against the old threshold, with the interval of what the same
    /// corrections would save on other rows of this world. Rows that came by time are such rows. Windows that were drawn
    /// from a pool are not: <see cref="WindowPool"/> draws it again, then the windows, and each row saves what it saves at
    /// the correction of its window.
    /// </summary>
    /// <param name="windows">At least one.</param>
    /// <param name="pool">That they were drawn from; null where they came by time.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="resamples">How many.</param>
    public static Interval Saved(IReadOnlyList<ShiftedWindow> windows, DrawnFrom? pool, int seed, int resamples)
    {
        double[] saved = [.. windows.SelectMany(window => window.SavedOn(window.Rows))];
        return pool is null
            ? MeanInterval.Of(saved, seed, resamples)
            : pool.Pool.Mean(
                saved.Average(),
                [.. windows.Select(window => new PooledWindow(window.SavedOn(pool.Rows), window.Rows.Count, pool.NewRate))],
                seed, resamples);
    }

    /// <summary>Per 10,000 rows, row by row, of any rows of the same model.</summary>
    private double[] SavedOn(ScoredRows rows)
    {
        BaseRateShift? shift = BaseRate is double now ? new BaseRateShift(Tuned.BaseRate, now) : null;
        double[] saved = new double[rows.Count];
        for (int row = 0; row < saved.Length; row++)
        {
            bool before = rows.Probabilities[row] >= Threshold;
            bool after = shift is null ? before : shift.Corrected(Tuned.Of(rows.Probabilities[row])) >= Threshold;
            saved[row] = Per * (CostOf(rows, row, before) - CostOf(rows, row, after));
        }

        return saved;
    }

    private double CostOf(ScoredRows rows, int row, bool flagged) => (rows.Labels[row], flagged) switch
    {
        (true, true) => Costs.Review,
        (true, false) => Costs.Miss * (rows.Amounts?[row] ?? 1),
        (false, true) => Costs.Review + Costs.FalseAlarm,
        (false, false) => 0,
    };
}
