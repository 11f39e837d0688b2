using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Whether two conversion rates differ.</summary>
/// <param name="Counts">What was counted.</param>
/// <param name="Verdict">What the interval of the difference allows to be said.</param>
/// <param name="Ratio">After over before.</param>
/// <param name="Wald">The interval of schoolbooks, for comparison.</param>
/// <param name="Fisher">The exact test.</param>
/// <param name="Posterior">The belief after the counts.</param>
/// <param name="Matters">The difference that should not be missed; negative where the rate can only fall by as much.</param>
/// <param name="Power">The chance that these numbers of visitors would have shown it.</param>
/// <param name="Needed">Visitors of each group for a chance of 80 %, rounded up.</param>
/// <param name="Coverage">Of Newcombe's interval, exact, were the two rates the true ones; null where there are too
/// many outcomes to add up.</param>
internal sealed record ChangeFindings(
    TwoProportions Counts, ChangeVerdict Verdict, Interval Ratio, Interval Wald, ExactTest Fisher, PosteriorDifference Posterior,
    double Matters, double Power, double Needed, double? Coverage)
{
    public const double Level = 0.05, WantedPower = 0.8;

    private const long MaxPairs = 250_000;

    public Interval Difference => Verdict.Difference;

    public double Rope => Verdict.Rope;

    /// <summary><see cref="Matters"/> without its sign, in the unit of the verdict.</summary>
    public string MattersText => $"{NumberText.Brief(100 * Math.Abs(Matters))} percentage points";

    /// <summary>Whether each way to ask calls it a change at 5 %: the interval, the exact test, its mid-p form, z.</summary>
    public (bool Interval, bool Exact, bool Mid, bool Z) Calls =>
        (!Difference.Contains(0), Fisher.PValue < Level, Fisher.MidPValue < Level, Counts.PValueOfZ < Level);

    public static ChangeFindings Of(DistributionsOptions options)
    {
        TwoProportions counts = options.Counts;
        double matters = counts.First + options.Matters <= 1 ? options.Matters : -options.Matters;
        ExactTest fisher = counts.Fisher();
        double wished = Math.Clamp(counts.First + matters, 0, 1);
        return new ChangeFindings(
            counts, new ChangeVerdict(counts.Difference(), options.Rope, fisher.MidPValue), counts.Ratio(), WaldInterval.Difference(counts),
            fisher, PosteriorDifference.Of(counts), matters,
            ProportionPower.Of(counts.First, counts.FirstTrials, wished, counts.SecondTrials),
            Math.Ceiling(ProportionPower.TrialsFor(counts.First, wished, WantedPower)), CoverageHere(counts));
    }

    private static double? CoverageHere(TwoProportions counts)
    {
        if (Math.Max(counts.FirstTrials, counts.SecondTrials) > 1_000_000
            || IntervalCoverage.Pairs(counts.First, counts.FirstTrials, counts.Second, counts.SecondTrials) > MaxPairs)
        {
            return null;
        }

        return IntervalCoverage.OfTwo(
            counts.First, counts.FirstTrials, counts.Second, counts.SecondTrials, counts.Second - counts.First,
            outcome => outcome.Difference());
    }
}
