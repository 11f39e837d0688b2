using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Coverage of intervals of two rates, and how often tests call them different.</summary>
/// <param name="First">π₁.</param>
/// <param name="Second">π₂.</param>
/// <param name="Trials">Of each.</param>
/// <param name="Wald">Of the difference, that of schoolbooks.</param>
/// <param name="Newcombe">Of the difference.</param>
/// <param name="Ratio">Of the ratio.</param>
/// <param name="Z">Share that the z test calls.</param>
/// <param name="Fisher">Share that the exact test calls.</param>
/// <param name="Mid">Share that its mid-p form calls.</param>
internal sealed record DifferenceCoverage(
    double First, double Second, int Trials, double Wald, double Newcombe, double Ratio, double Z, double Fisher,
    double Mid)
{
    public static DifferenceCoverage Of(double first, double second, int trials)
    {
        double wald = 0, newcombe = 0, ratio = 0, z = 0, fisher = 0, mid = 0;
        CountLaw one = CountLaw.OfBinomial(trials, first), other = CountLaw.OfBinomial(trials, second);
        foreach (TwoProportions counts in Outcomes(one, other, trials))
        {
            double mass = one.Mass(counts.FirstSuccesses) * other.Mass(counts.SecondSuccesses);
            ExactTest exact = counts.Fisher();
            if (WaldInterval.Difference(counts).Contains(second - first)) wald += mass;
            if (counts.Difference().Contains(second - first)) newcombe += mass;
            if (HoldsRatio(counts, second / first)) ratio += mass;
            if (counts.PValueOfZ < ChangeFindings.Level) z += mass;
            if (exact.PValue < ChangeFindings.Level) fisher += mass;
            if (exact.MidPValue < ChangeFindings.Level) mid += mass;
        }

        return new DifferenceCoverage(first, second, trials, wald, newcombe, ratio, z, fisher, mid);
    }

    // Without a conversion before, the ratio has no interval, and what says nothing is not wrong.
    private static bool HoldsRatio(TwoProportions counts, double truth) => counts.FirstSuccesses == 0 || counts.Ratio().Contains(truth);

    private static IEnumerable<TwoProportions> Outcomes(CountLaw one, CountLaw other, int trials) =>
        from x1 in Likely(one) from x2 in Likely(other) select new TwoProportions(x1, trials, x2, trials);

    private static IEnumerable<long> Likely(CountLaw law)
    {
        for (long x = law.First; x <= law.Last; x++)
            if (law.Mass(x) > 1e-7) yield return x;
    }
}
