using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>A leak in many worlds: what it claims, what an honest evaluation says, and what is true.</summary>
/// <param name="Leak">The mistake.</param>
/// <param name="Worlds">Drawn again each, so that they are independent.</param>
/// <param name="Inflated">Mean ROC area with the leak.</param>
/// <param name="Honest">Mean without it.</param>
/// <param name="Difference">Inflated less honest, paired by world.</param>
/// <param name="Truth">Mean on fresh rows of the models that the honest evaluation fitted.</param>
/// <param name="Bias">Honest less truth, paired by world.</param>
/// <param name="Found">In how many worlds the check for it finds it; null where no look at rows shows it.</param>
internal sealed record LeakDemonstration(
    Leak Leak, int Worlds, Interval Inflated, Interval Honest, Interval Difference, Interval Truth, Interval Bias,
    int? Found)
{
    /// <summary>Of at least two worlds.</summary>
    public static LeakDemonstration Of(Leak leak, IReadOnlyList<LeakScores> worlds) => new(
        leak, worlds.Count, Area(worlds, one => one.Inflated), Area(worlds, one => one.Honest),
        Over(worlds, one => one.Inflated - one.Honest),
        Area(worlds, one => one.Truth), Over(worlds, one => one.Honest - one.Truth),
        leak.Check is null ? null : worlds.Count(one => one.IsFound is true));

    // An area ends at 0 and 1, and so does its interval.
    private static Interval Area(IReadOnlyList<LeakScores> worlds, Func<LeakScores, double> value) =>
        Over(worlds, value).Within(0, 1);

    // x̄ ± t s/√k with k − 1 degrees of freedom: worlds are independent, as folds are not.
    private static Interval Over(IReadOnlyList<LeakScores> worlds, Func<LeakScores, double> value)
    {
        var moments = Moments.Of([.. worlds.Select(value)]);
        string method = $"t over {moments.Count} independent worlds";
        if (moments.StandardError is not > 0)
            return Interval.WithoutEnds(moments.Mean, method, $"all {moments.Count} worlds gave the same");
        double reach = StudentT.Quantile(0.5 + Interval.DefaultConfidence / 2, moments.Count - 1) * moments.StandardError.Value;
        return new(moments.Mean, moments.Mean - reach, moments.Mean + reach, Interval.DefaultConfidence, method);
    }
}
