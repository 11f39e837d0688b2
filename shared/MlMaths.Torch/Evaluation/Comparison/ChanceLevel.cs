using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Where chance lies for a measure, and what becomes of a cross-validated interval below it. Training and held-out rows of a fold
/// make up the same table: what the one has too much of, the other has too little of, so that on rows without a sign a model points
/// away from the rows that judge it as often as not, on all folds of a table together. The spread over folds does not know that: folds
/// agree with each other about a table that is unlucky. No learner is worse than chance on rows of its own kind in the long run, but
/// by construction (parities), so an interval that ends below chance is reaching too short: it is taken up to chance. Of 800 tables of
/// noise (60 to 200 rows, 5 to 20 columns, logistic regression) the spread over folds alone held ½ in 725, ended below it in 51 and
/// began above it in 24; what is printed held it in 776 (<c>tests/Benchmarks -- tables noise</c>).
/// </summary>
public static class ChanceLevel
{
    /// <summary>What rows without a sign give on average; null where that depends on the base rate.</summary>
    public static double? Of(BinaryMetric metric) => metric switch
    {
        BinaryMetric.RocArea or BinaryMetric.BalancedAccuracy => 0.5,
        BinaryMetric.Matthews or BinaryMetric.CohenKappa => 0,
        _ => null,
    };

    /// <summary>Whether a cross-validated interval ends below chance.</summary>
    public static bool IsAbove(BinaryMetric metric, Interval crossValidated) => crossValidated.High < Of(metric);

    /// <summary>The same interval, its upper end at chance where it lay below.</summary>
    public static Interval Reached(BinaryMetric metric, Interval crossValidated) =>
        IsAbove(metric, crossValidated) && Of(metric) is double chance
            ? crossValidated.ReachingTo(chance) with { Method = $"{crossValidated.Method}, up to chance" }
            : crossValidated;
}
