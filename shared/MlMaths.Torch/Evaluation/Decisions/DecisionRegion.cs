namespace MlMaths.Torch.Evaluation;

/// <summary>
/// For which base rates and costs a model is worth using, and where flagging nothing or everything is cheaper. Found positives save
/// b = Miss − Review each, false alarms cost h = FalseAlarm + Review each; against flagging nothing, per (1 − π) h of cost:
/// <code>
/// κ     = π/(1 − π) · b/h                        odds of a positive times the ratio of the costs
/// nobody  0
/// all     1 − κ                                  all positives are found, all negatives are bothered
/// model   FPR − κ TPR                            at the threshold that is right for κ
/// perfect −κ
/// V(κ)  = (min(0, 1 − κ) − (FPR − κ TPR)) / (min(0, 1 − κ) + κ)
///         1: as good as perfect, 0: as good as the better of the two without a model
/// </code>
/// <para>So base rate and costs count through their product κ alone: a positive twice as rare is made up for by a miss twice as dear. In a
/// plane of both on logarithmic scales the region where the model is worth using is a strip.</para>
/// <para>The threshold that is right for κ: of probabilities that are calibrated to the odds o₀ of their own rows, those call for which
/// p/(1 − p) ≥ o₀/κ. At today's κ this is Elkan's threshold, and elsewhere that of a <see cref="BaseRateShift"/>.</para>
/// V is the relative economic value of weather forecasts (D. S. Richardson, 2000, Q. J. R. Meteorol. Soc. 126:649–667).
/// </summary>
/// <param name="BaseRate">π today.</param>
/// <param name="CostRatio">b/h today.</param>
/// <param name="Low">Below this κ the model is worth no more than flagging nothing; null where it is worth nothing anywhere.</param>
/// <param name="High">Above this κ it is worth no more than flagging everything.</param>
/// <param name="Kappas">Rising by equal factors.</param>
/// <param name="Values">V at each of them.</param>
/// <param name="ValueToday">V at today's κ.</param>
public sealed record DecisionRegion(
    double BaseRate, double CostRatio, double? Low, double? High, IReadOnlyList<double> Kappas,
    IReadOnlyList<double> Values, double ValueToday)
{
    private const int StepsPerFactorTen = 50, FactorsTen = 8;

    /// <summary>κ today.</summary>
    public double Kappa => CostRatio * Odds(BaseRate);

    /// <summary>Whether the model is worth using today.</summary>
    public bool IsWorthAsking => Low <= Kappa && Kappa <= High;

    /// <summary>The base rate at which κ is reached with the costs of today.</summary>
    public double BaseRateAt(double kappa) => Finite.NotNegative(kappa) / (kappa + CostRatio);

    /// <summary>The ratio of costs at which κ is reached with the base rate of today.</summary>
    public double CostRatioAt(double kappa) => Finite.NotNegative(kappa) / Odds(BaseRate);

    /// <summary>
    /// Reads the region off the counts of calibrated probabilities; null where no call ever pays, a call never costs,
    /// or a class is missing.
    /// </summary>
    /// <param name="counts">Counts of rows that the threshold was not chosen on.</param>
    /// <param name="calibratedRate">
    /// The base rate that the probabilities are calibrated to; NaN, an infinite one or any other beyond 0 and 1 gives
    /// null.
    /// </param>
    /// <param name="costs">Today's costs.</param>
    public static DecisionRegion? From(ThresholdCounts counts, double calibratedRate, ErrorCosts costs)
    {
        double gain = costs.Miss - costs.Review, harm = costs.FalseAlarm + costs.Review;
        if (!(gain > 0) || !(harm > 0) || counts.MissingClass is not null || calibratedRate is not (> 0 and < 1)) return null;
        double baseRate = (double)counts.Positives / (counts.Positives + counts.Negatives), today = gain / harm * Odds(baseRate);
        int half = StepsPerFactorTen * FactorsTen / 2;
        double[] kappas = [.. Enumerable.Range(-half, 2 * half + 1).Select(step => Math.Pow(10, (double)step / StepsPerFactorTen))];
        double[] values = [.. kappas.Select(kappa => Value(counts, calibratedRate, kappa))];
        // The stretch around its best: beyond it, single rows at the ends of the curve may seem worth something again.
        int best = Array.IndexOf(values, values.Max()), low = best, high = best;
        while (low > 0 && values[low - 1] > 0) low--;
        while (high < values.Length - 1 && values[high + 1] > 0) high++;
        bool worth = values[best] > 0;
        return new DecisionRegion(
            baseRate, gain / harm, worth ? kappas[low] : null, worth ? kappas[high] : null, kappas, values,
            Value(counts, calibratedRate, today));
    }

    private static double Value(ThresholdCounts counts, double calibratedRate, double kappa)
    {
        double odds = Odds(calibratedRate) / kappa;
        ConfusionMatrix matrix = counts.At(odds / (1 + odds));
        double model = matrix.FalsePositives / (double)counts.Negatives - kappa * matrix.TruePositives / counts.Positives;
        double without = Math.Min(0, 1 - kappa);
        return (without - model) / (without + kappa);
    }

    private static double Odds(double rate) => rate / (1 - rate);
}
